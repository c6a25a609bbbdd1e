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
      message: `the end of ${file} is missing, so apps show the lower part grey, or no picture at all`,
      help: 'Export it again, or copy the complete file again.',
    }
  }),
}
export default rule
