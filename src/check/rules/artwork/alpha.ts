import type { Finding } from '../../../diagnostic.ts'
import { inRgb, picture } from '../../command.ts'
import type { Rule } from '../../evidence.ts'
import { eachPicture } from '../../measured.ts'
import { isTaken, REQUIREMENTS } from './picture.ts'

const rule: Rule = {
  id: 'artwork/alpha',
  covers: ['art-no-alpha'],
  inherits: 'value',
  scope: 'item',
  inFeeds: 'measured',
  title: 'Artwork has no transparency',
  why: 'Apple refuses a picture with an alpha channel, even one in which nothing is transparent. Apps show what is transparent as black or white, whichever they like.',
  specs: REQUIREMENTS,
  askedBy: { apple: 'refuses' },
  example: {
    bad: { 'show.md': 'image: cover.png', 'cover.png': '!png 3000 with alpha' },
    good: { 'show.md': 'image: cover.png', 'cover.png': '!png 3000' },
  },
  ...eachPicture(function* ({ facts, place, file }): Iterable<Finding> {
    if (!isTaken(facts) || !facts.alpha) return
    yield {
      place,
      message: `${file} is stored with transparency (an alpha channel), and Apple refuses such artwork`,
      help: `Put it on white with ${picture(file, `-background white -alpha remove -alpha off ${inRgb('.png')}`, 'out.png')}.`,
    }
  }),
}
export default rule
