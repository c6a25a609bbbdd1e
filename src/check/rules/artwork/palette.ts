import type { Finding } from '../../../diagnostic.ts'
import { inRgb, picture } from '../../command.ts'
import type { Rule } from '../../evidence.ts'
import { eachPicture } from '../../measured.ts'
import { isTaken, REQUIREMENTS } from './picture.ts'

const rule: Rule = {
  id: 'artwork/palette',
  covers: ['art-rgb'],
  scope: 'item',
  inFeeds: 'measured',
  title: 'Artwork has all its colours, not a palette of 256',
  why: 'A palette makes soft gradients into steps, and Apple asks for RGB.',
  specs: REQUIREMENTS,
  askedBy: { apple: 'advises', psp1: 'advises' },
  example: {
    bad: { 'show.md': 'image: cover.png', 'cover.png': '!png 3000 palette' },
    good: { 'show.md': 'image: cover.png', 'cover.png': '!png 3000' },
  },
  ...eachPicture(function* ({ facts, place, file }): Iterable<Finding> {
    if (!isTaken(facts) || facts.colour !== 'palette') return
    yield {
      place,
      message: `${file} has at most 256 colours (a palette), so skies and faces can look striped; Apple asks for full colour (RGB)`,
      help: `Export it again from the original as a 24-bit PNG or a JPEG, or convert it with ${picture(file, inRgb('.png'), 'out.png')}.`,
    }
  }),
}
export default rule
