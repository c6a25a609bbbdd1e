import type { Finding } from '../../../diagnostic.ts'
import { beside, picture } from '../../command.ts'
import type { Rule } from '../../evidence.ts'
import { eachPicture } from '../../measured.ts'
import { isPlaceholder, isTaken, LEAST, MOST, pixels, REQUIREMENTS } from './picture.ts'

const rule: Rule = {
  id: 'artwork/square',
  covers: ['art-square'],
  inherits: 'value',
  scope: 'item',
  inFeeds: 'measured',
  title: 'Artwork is square',
  why: 'Apple and Spotify refuse a show whose artwork is not. Apps that take it cut it, or put bars beside it.',
  specs: REQUIREMENTS,
  askedBy: { apple: 'refuses', spotify: 'refuses', psp1: 'requires' },
  example: { bad: { 'cover.jpg': '!jpeg 3000x2000' }, good: { 'cover.jpg': '!jpeg 3000' } },
  ...eachPicture(function* ({ facts, place, file }): Iterable<Finding> {
    const { width, height } = facts
    if (!isTaken(facts) || isPlaceholder(facts) || width === height) return
    const side = Math.min(width, height)
    const out = beside(file, '.jpg')
    const resize = side > MOST ? ` -resize ${MOST}x${MOST}` : ''
    yield {
      place,
      message: `${file} is ${pixels(facts)}, and directories refuse artwork that is not a square of ${LEAST} to ${MOST}`,
      help:
        side < LEAST
          ? `Export it again as a square of ${MOST} × ${MOST} pixels; the shorter side is too small to cut one out.`
          : `Design it as a square, or cut out the middle with ${picture(file, `-gravity center -crop ${side}x${side}+0+0 +repage${resize}`, out)}.`,
    }
  }),
}
export default rule
