import type { Finding } from '../../../diagnostic.ts'
import type { ImageFacts } from '../../../model.ts'
import { saysNothing } from '../../../units/blank.ts'
import { magick, OF_SIX, withEnding } from '../../command.ts'
import type { Rule } from '../../evidence.ts'
import { eachPicture } from '../../measured.ts'
import { formatName, isTaken, REQUIREMENTS } from './picture.ts'

const rule: Rule = {
  id: 'artwork/format',
  covers: ['art-format'],
  inherits: 'value',
  scope: 'item',
  inFeeds: 'measured',
  title: 'Artwork is a JPEG or a PNG',
  why: 'Apple accepts no other format, whatever the file is called: not WebP, AVIF, HEIC, GIF or SVG.',
  specs: REQUIREMENTS,
  askedBy: { apple: 'refuses', psp1: 'requires' },
  example: { bad: { 'cover.jpg': '!webp 3000' }, good: { 'cover.jpg': '!jpeg 3000' } },
  ...eachPicture(function* ({ entry, facts, place, file }): Iterable<Finding> {
    if (isTaken(facts)) return
    const isNamedJpeg = /\.jpe?g$/i.test(file)
    const out = isNamedJpeg ? 'out.jpg' : withEnding(file, '.jpg')
    const next = isNamedJpeg
      ? 'and put out.jpg in its place'
      : `and ${saysNothing(entry.raw.image) ? 'remove this one' : 'name that one'}`
    yield {
      place,
      message: `${file} is ${formatName(facts)}, and Apple takes artwork as JPEG or PNG only`,
      help: `Export it again as a JPEG, or convert it with \`${magick(firstOf(facts, file), OPTIONS, out)}\`${OF_SIX}, ${next}.`,
    }
  }),
}
export default rule

const OPTIONS =
  '-background white -alpha remove -alpha off -colorspace sRGB -type TrueColor -resize 3000x3000'

/** Of several pictures in one file, the first. */
const firstOf = ({ format }: ImageFacts, file: string): string =>
  ['gif', 'tiff', 'heic'].includes(format) ? `${file}[0]` : file
