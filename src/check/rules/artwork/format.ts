import type { Finding } from '../../../diagnostic.ts'
import type { Rule } from '../../case.ts'
import { magick, withEnding } from '../../command.ts'
import { eachPicture } from '../../measured.ts'
import { formatName, isTaken, REQUIREMENTS } from './picture.ts'

const rule: Rule = {
  id: 'artwork/format',
  covers: ['art-format'],
  severity: 'error',
  title: 'Artwork is a JPEG or a PNG',
  why: 'Apple takes no other format, whatever the file is called: no WebP, AVIF, HEIC, GIF or SVG.',
  specs: REQUIREMENTS,
  askedBy: { apple: 'refuses', psp1: 'refuses' },
  example: { bad: { 'cover.jpg': '!webp 3000' }, good: { 'cover.jpg': '!jpeg 3000' } },
  check: eachPicture(function* ({ facts, place, file }): Iterable<Finding> {
    if (isTaken(facts)) return
    const out = /\.jpe?g$/i.test(file) ? withEnding(file, '.png') : withEnding(file, '.jpg')
    const options = '-background white -alpha remove -alpha off -colorspace sRGB -resize 3000x3000'
    yield {
      place,
      message: `the picture is ${formatName(facts)}; JPEG or PNG was expected`,
      help: `Export it again as a JPEG, or convert it with \`${magick(`${file}[0]`, options, out)}\`.`,
    }
  }),
}
export default rule
