import { byteLength } from '../../../units/text.ts'
import { bodyPlace, ownDescription } from '../../descriptions.ts'
import type { Rule } from '../../evidence.ts'

/** In UTF-8. */
const LIMIT = 4000

const rule: Rule = {
  id: 'show/description-length',
  inherits: 'value',
  title: 'The description of a show has at most 4,000 bytes',
  why: 'Apple and PSP-1 count bytes, not characters: a letter with an accent is two, one in Arabic two, an emoji four. What is longer is refused.',
  specs: [
    'https://help.apple.com/itc/podcasts_connect/#/itcb54353390',
    'https://github.com/Podcast-Standards-Project/PSP-1-Podcast-RSS-Specification',
  ],
  askedBy: { apple: 'refuses', psp1: 'requires' },
  covers: ['show-description-4000-bytes'],
  example: {
    bad: { 'show.md': '!words 4100' },
    good: { 'show.md': 'description: Short talks about small ports.' },
  },
  *check({ entry, show }) {
    const bytes = byteLength(show.description)
    if (bytes <= LIMIT) return
    yield {
      place: ownDescription(entry.meta) ? entry.at('description') : bodyPlace(entry),
      message: `the description has ${count(bytes)} bytes, ${count(bytes - LIMIT)} more than the ${count(LIMIT)} that Apple takes (an accented letter counts as 2, an emoji as 4 or more)`,
      help: 'Shorten it: most listeners read only the first sentences.',
    }
  },
}
export default rule

const count = (n: number): string => n.toLocaleString('en')
