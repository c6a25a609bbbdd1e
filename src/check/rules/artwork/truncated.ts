import type { Finding } from '../../../diagnostic.ts'
import type { Rule } from '../../evidence.ts'
import { eachPicture } from '../../measured.ts'
import { isTaken } from './picture.ts'

const rule: Rule = {
  id: 'artwork/truncated',
  always: 'broken',
  inherits: 'value',
  scope: 'item',
  inFeeds: 'measured',
  title: 'A picture is whole',
  why: 'A copy that broke off shows a grey bar at the bottom in one app, and nothing in the next.',
  specs: ['https://www.w3.org/TR/png-3/#11IEND', 'https://www.w3.org/Graphics/JPEG/itu-t81.pdf'],
  example: { bad: { 'cover.jpg': '!jpeg 3000 cut in half' }, good: { 'cover.jpg': '!jpeg 3000' } },
  ...eachPicture(function* ({ facts, place, file }): Iterable<Finding> {
    if (!isTaken(facts) || facts.truncated !== true) return
    yield {
      place,
      message: `the end of ${file} is missing, so the lower part of the picture is grey or nothing is shown`,
      help: 'Export it again, or copy it again from where it is whole.',
    }
  }),
}
export default rule
