import { characterCount } from '../../../units/character-count.ts'
import { descriptionPlace, hasOwnDescription } from '../../descriptions.ts'
import { ifComplete, type Rule } from '../../evidence.ts'

/** Characters, with the HTML. */
const LIMIT = 10_000

const rule: Rule = {
  id: 'episode/description-too-long',
  inherits: 'value',
  scope: 'item',
  title: 'The description of an episode has at most 10,000 characters',
  why: 'Apple takes no more, with the HTML. Long notes and transcripts have a place of their own.',
  specs: ['https://help.apple.com/itc/podcasts_connect/#/itcb54353390'],
  askedBy: { apple: 'refuses', psp1: 'requires', youtube: 'ignores' },
  covers: ['ep-description-limit'],
  example: {
    bad: { '001.md': '!words 10100' },
    good: { '001.md': 'description: Who keeps the light, and why.' },
  },
  checkItem: ifComplete(function* ({ description }, item) {
    if (description.length <= LIMIT) return
    const characters = characterCount(description)
    if (characters <= LIMIT) return
    yield {
      place: descriptionPlace(item),
      message: `the description has ${count(characters)} characters as HTML, ${count(characters - LIMIT)} more than the ${count(LIMIT)} that Apple takes`,
      help: hasOwnDescription(item)
        ? 'Shorten it, and put the rest into the notes below the front matter.'
        : 'Write a short `description:` into the front matter; the notes stay whole, as `content:encoded`.',
    }
  }),
}
export default rule

const count = (n: number): string => n.toLocaleString('en')
