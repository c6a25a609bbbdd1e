import type { Finding } from '../../../diagnostic.ts'
import { beside, inRgb, picture } from '../../command.ts'
import type { Rule } from '../../evidence.ts'
import { eachPicture } from '../../measured.ts'
import { isTaken, REQUIREMENTS } from './picture.ts'

const rule: Rule = {
  id: 'artwork/rgb',
  covers: ['art-rgb'],
  inherits: 'value',
  scope: 'item',
  inFeeds: 'measured',
  title: 'Artwork is stored in RGB',
  why: 'Apple refuses other colour spaces. A CMYK picture, made for print, shows in wrong colours or not at all.',
  specs: REQUIREMENTS,
  askedBy: { apple: 'refuses', psp1: 'requires' },
  example: { bad: { 'cover.jpg': '!jpeg 3000 cmyk' }, good: { 'cover.jpg': '!jpeg 3000' } },
  ...eachPicture(function* ({ facts, place, file }): Iterable<Finding> {
    if (!isTaken(facts) || (facts.colour !== 'cmyk' && facts.colour !== 'grey')) return
    const space = facts.colour === 'cmyk' ? 'CMYK, the colours of print' : 'shades of grey only'
    const out = beside(file, '.jpg')
    yield {
      place,
      message: `${file} is stored in ${space}; Apple asks for RGB, the colours of screens, and apps show others wrongly`,
      help: `Export it again for the web, or convert it with ${picture(file, `-colorspace sRGB ${inRgb(out)}`, out)}.`,
    }
  }),
}
export default rule
