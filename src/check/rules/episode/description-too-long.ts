import { characterCount } from '../../../units/character-count.ts'
import { descriptionPlace, hasOwnDescription, shortenHelp } from '../../descriptions.ts'
import { ifComplete, type Rule } from '../../evidence.ts'

/** Characters, with the HTML. */
const LIMIT = 10_000

const rule: Rule = {
  id: 'episode/description-too-long',
  inherits: 'value',
  scope: 'item',
  title: 'The description of an episode has at most 10,000 characters',
  why: 'Apple does not accept more, HTML included. Long notes and transcripts have a place of their own below the front matter, where they stay whole.',
  specs: ['https://help.apple.com/itc/podcasts_connect/#/itcb54353390'],
  askedBy: { apple: 'refuses', psp1: 'requires', youtube: 'ignores' },
  covers: ['ep-description-limit'],
  example: {
    bad: { '001.md': '!described 10100' },
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
        ? item.entry.words.either({
            folder: 'Shorten it, and put the rest into the notes below the front matter.',
            feed: 'Shorten it, and put the whole text into `<content:encoded>`.',
          })
        : shortenHelp(item),
    }
  }),
}
export default rule

const count = (n: number): string => n.toLocaleString('en')
