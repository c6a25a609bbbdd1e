import type { Finding } from '../../../diagnostic.ts'
import type { Rule } from '../../evidence.ts'
import { eachPicture } from '../../measured.ts'
import { isPlaceholder, isTaken, pixels, REQUIREMENTS } from './picture.ts'

const rule: Rule = {
  id: 'artwork/placeholder',
  covers: ['art-content', 'art-size-range'],
  severity: 'error',
  inherits: 'value',
  scope: 'item',
  title: 'Artwork is no placeholder',
  why: 'A picture of a few pixels stands in until the real one comes, and is easily forgotten. Apple refuses placeholders, and anything under 1400 pixels.',
  specs: REQUIREMENTS,
  askedBy: { apple: 'refuses', spotify: 'refuses', psp1: 'refuses' },
  example: { bad: { 'cover.jpg': '!jpeg 100' }, good: { 'cover.jpg': '!jpeg 3000' } },
  ...eachPicture(function* ({ facts, place }): Iterable<Finding> {
    if (!isTaken(facts) || !isPlaceholder(facts)) return
    yield {
      place,
      message: `the picture is ${pixels(facts)}, the size of an icon or a placeholder; 3000 × 3000 was expected`,
      help: 'Put the real artwork in its place: a square JPEG or PNG of 3000 × 3000 pixels.',
    }
  }),
}
export default rule
