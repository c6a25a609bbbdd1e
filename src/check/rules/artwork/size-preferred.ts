import type { Finding } from '../../../diagnostic.ts'
import type { Rule } from '../../evidence.ts'
import { eachPicture } from '../../measured.ts'
import { isTaken, LEAST, MOST, pixels, REQUIREMENTS } from './picture.ts'

const rule: Rule = {
  id: 'artwork/size-preferred',
  covers: ['art-size-preferred'],
  severity: 'note',
  scope: 'item',
  title: 'The artwork of a show is 3000 pixels wide and high',
  why: 'It is the size that Apple asks for. Less is taken, and looks soft where artwork is shown large.',
  specs: REQUIREMENTS,
  askedBy: { apple: 'advises' },
  example: { bad: { 'cover.jpg': '!jpeg 1400' }, good: { 'cover.jpg': '!jpeg 3000' } },
  ...eachPicture(function* ({ facts, place, isShow }): Iterable<Finding> {
    const { width, height } = facts
    if (!isShow || !isTaken(facts) || width !== height || width < LEAST || width >= MOST) return
    yield {
      place,
      message: `the picture is ${pixels(facts)}, which is taken; Apple prefers ${MOST} × ${MOST}`,
      help: `Export it at ${MOST} × ${MOST} when the original is large enough.`,
    }
  }),
}
export default rule
