import type { Finding } from '../../../diagnostic.ts'
import { beside, picture } from '../../command.ts'
import type { Rule } from '../../evidence.ts'
import { eachPicture } from '../../measured.ts'
import { isPlaceholder, isTaken, LEAST, MOST, pixels, REQUIREMENTS } from './picture.ts'

const rule: Rule = {
  id: 'artwork/size',
  covers: ['art-size-range', 'art-size-preferred', 'art-content', 'ep-image'],
  inherits: 'value',
  scope: 'item',
  inFeeds: 'measured',
  title: 'Artwork is 1400 to 3000 pixels wide and high',
  why: 'Apple refuses a show whose artwork is smaller or larger, and a placeholder that was forgotten. 3000 × 3000 looks best where artwork is shown large.',
  specs: REQUIREMENTS,
  askedBy: { apple: 'refuses', psp1: 'requires' },
  example: { bad: { 'cover.jpg': '!jpeg 1200' }, good: { 'cover.jpg': '!jpeg 3000' } },
  ...eachPicture(function* ({ facts, place, file }): Iterable<Finding> {
    const { width, height } = facts
    if (!isTaken(facts)) return
    if (isPlaceholder(facts))
      yield {
        place,
        message: `${file} is ${pixels(facts)}, the size of an icon or a placeholder; Apple refuses artwork that is not a square of ${LEAST} to ${MOST}`,
        help: `Replace ${file} with the real artwork: a square JPEG or PNG of ${MOST} × ${MOST} pixels.`,
      }
    // A picture that is not square has to be made anew anyway.
    else if (width === height && (width < LEAST || width > MOST)) {
      const out = beside(file, '.jpg')
      yield {
        place,
        message: `${file} is ${pixels(facts)}, and Apple refuses artwork that is not a square of ${LEAST} to ${MOST}`,
        help:
          width > MOST
            ? `Make it smaller with ${picture(file, `-resize ${MOST}x${MOST}`, out)}.`
            : `Export ${file} again from the original at ${MOST} × ${MOST}; enlarged, it would be blurred.`,
      }
    }
  }),
}
export default rule
