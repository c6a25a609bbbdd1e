import type { Finding } from '../../../diagnostic.ts'
import { beside, magick } from '../../command.ts'
import type { Rule } from '../../evidence.ts'
import { eachPicture } from '../../measured.ts'
import { isPlaceholder, isTaken, LEAST, MOST, pixels, REQUIREMENTS } from './picture.ts'

const rule: Rule = {
  id: 'artwork/size',
  covers: ['art-size-range', 'ep-image'],
  severity: 'error',
  inherits: 'value',
  scope: 'item',
  title: 'Artwork is 1400 to 3000 pixels wide and high',
  why: 'Apple refuses a show whose artwork is smaller or larger.',
  specs: REQUIREMENTS,
  askedBy: { apple: 'refuses', psp1: 'refuses' },
  example: { bad: { 'cover.jpg': '!jpeg 1200' }, good: { 'cover.jpg': '!jpeg 3000' } },
  ...eachPicture(function* ({ facts, place, file }): Iterable<Finding> {
    const { width, height } = facts
    // A picture that is not square has to be made anew anyway.
    if (!isTaken(facts) || isPlaceholder(facts) || width !== height) return
    if (width >= LEAST && width <= MOST) return
    const out = beside(file, '.jpg')
    yield {
      place,
      message: `the picture is ${pixels(facts)}; a square of ${LEAST} to ${MOST} was expected`,
      help:
        width > MOST
          ? `Make it smaller with \`${magick(file, `-resize ${MOST}x${MOST}`, out)}\`.`
          : `Export it again from the original at ${MOST} × ${MOST}; enlarged, it would be blurred.`,
    }
  }),
}
export default rule
