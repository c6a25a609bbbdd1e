import type { Finding } from '../../../diagnostic.ts'
import { magick } from '../../command.ts'
import type { Rule } from '../../evidence.ts'
import { eachPicture } from '../../measured.ts'

const rule: Rule = {
  id: 'artwork/progressive',
  covers: ['art-progressive'],
  severity: 'note',
  scope: 'item',
  title: 'The artwork of a show is a baseline JPEG',
  why: 'Every app of today shows a progressive one too; some cars, speakers and old devices do not.',
  specs: ['https://www.w3.org/Graphics/JPEG/itu-t81.pdf'],
  askedBy: { own: 'advises' },
  example: { bad: { 'cover.jpg': '!jpeg 3000 progressive' }, good: { 'cover.jpg': '!jpeg 3000' } },
  ...eachPicture(function* ({ facts, place, file, isShow }): Iterable<Finding> {
    if (!isShow || facts.format !== 'jpeg' || !facts.progressive) return
    yield {
      place,
      message: 'the picture is a progressive JPEG; baseline is shown everywhere',
      help: `Save it without "progressive", or convert it with \`${magick(file, '-interlace none', 'out.jpg')}\`.`,
    }
  }),
}
export default rule
