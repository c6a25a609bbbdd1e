import { characterCount } from '../../../units/character-count.ts'
import { byteLength } from '../../../units/text.ts'
import { descriptionPlace, shortenHelp } from '../../descriptions.ts'
import { ifComplete, type Rule } from '../../evidence.ts'

/** In UTF-8, with the HTML. */
const LIMIT = 4000
/** Characters: from here on it is an error of its own. */
const TOO_LONG = 10_000

const rule: Rule = {
  id: 'episode/description-long',
  title: 'The description of an episode has at most 4,000 bytes',
  why: 'PSP-1 and the older of Apple’s guides allow 4,000 bytes, and apps cut off what is longer: links and credits at the end are lost.',
  specs: [
    'https://github.com/Podcast-Standards-Project/PSP-1-Podcast-RSS-Specification',
    'https://help.apple.com/itc/podcasts_connect/#/itcb54353390',
  ],
  askedBy: { apple: 'advises', psp1: 'requires' },
  covers: ['ep-description-limit'],
  example: {
    bad: { '001.md': '!described 4100' },
    good: { '001.md': 'description: Who keeps the light, and why.' },
  },
  scope: 'item',
  together: many => ({
    message: `${count(many)} descriptions have more than the ${count(LIMIT)} bytes that every app shows, so some cut off the end`,
    help: 'Write a short `description:` in the front matter of each; apps that show long notes still get all of them.',
  }),
  checkItem: ifComplete(function* ({ description }, item) {
    // No character takes more than three bytes for each UTF-16 unit.
    if (description.length <= LIMIT / 3) return
    if (description.length > TOO_LONG && characterCount(description) > TOO_LONG) return
    const bytes = byteLength(description)
    if (bytes <= LIMIT) return
    yield {
      place: descriptionPlace(item),
      message: `the description has ${count(bytes)} bytes as HTML, ${count(bytes - LIMIT)} more than the ${count(LIMIT)} that every app shows, so some cut off the end`,
      help: shortenHelp(item),
    }
  }),
}
export default rule

const count = (n: number): string => n.toLocaleString('en')
