import type { Finding } from '../../../diagnostic.ts'
import { beside, picture } from '../../command.ts'
import type { Rule } from '../../evidence.ts'
import { eachPicture } from '../../measured.ts'
import { isTaken, REQUIREMENTS } from './picture.ts'

const ASKED = 72

const rule: Rule = {
  id: 'artwork/density',
  covers: ['art-72dpi'],
  scope: 'item',
  inFeeds: 'measured',
  title: 'The artwork of a show is marked as 72 dpi',
  why: 'Apple and PSP-1 ask for it. No screen looks at the mark: it changes nothing that anybody sees, and a strict check may.',
  specs: REQUIREMENTS,
  askedBy: { psp1: 'advises' },
  example: { bad: { 'cover.jpg': '!jpeg 3000 at 300 dpi' }, good: { 'cover.jpg': '!jpeg 3000 at 72 dpi' } },
  ...eachPicture(function* ({ facts, place, file, isShow }): Iterable<Finding> {
    if (!isShow || !isTaken(facts) || facts.dpi === undefined || facts.dpi === ASKED) return
    const out = beside(file, '.jpg')
    yield {
      place,
      message: `${file} is marked as ${facts.dpi} dots per inch (dpi), and PSP-1, a standard of podcast hosts, asks for ${ASKED}, so a strict check may complain; listeners see no difference`,
      help: `Change the mark, which leaves the picture itself as it is, with ${picture(file, `-density ${ASKED} -units PixelsPerInch`, out)}.`,
    }
  }),
}
export default rule
