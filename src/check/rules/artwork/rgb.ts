import type { Finding } from '../../../diagnostic.ts'
import type { Rule } from '../../case.ts'
import { magick, withEnding } from '../../command.ts'
import { eachPicture } from '../../measured.ts'
import { isTaken, REQUIREMENTS } from './picture.ts'

const rule: Rule = {
  id: 'artwork/rgb',
  covers: ['art-rgb'],
  severity: 'error',
  title: 'Artwork is stored in RGB',
  why: 'Apple refuses other colour spaces. A CMYK picture, made for print, shows in wrong colours or not at all.',
  specs: REQUIREMENTS,
  askedBy: { apple: 'refuses', psp1: 'refuses' },
  example: { bad: { 'cover.jpg': '!jpeg 3000 cmyk' }, good: { 'cover.jpg': '!jpeg 3000' } },
  check: eachPicture(function* ({ facts, place, file }): Iterable<Finding> {
    if (!isTaken(facts) || (facts.colour !== 'cmyk' && facts.colour !== 'grey')) return
    const space = facts.colour === 'cmyk' ? 'CMYK, the colours of print' : 'shades of grey only'
    const out = withEnding('out', /\.[^./]+$/.exec(file)?.[0] ?? '.jpg')
    const options = `-colorspace sRGB -type TrueColor${facts.format === 'png' ? ' -define png:color-type=2' : ''}`
    yield {
      place,
      message: `the picture is stored in ${space}; RGB was expected`,
      help: `Convert it with \`${magick(file, options, out)}\`, or export it for the web.`,
    }
  }),
}
export default rule
