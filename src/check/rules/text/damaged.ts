import type { Finding } from '../../../diagnostic.ts'
import { codePointName } from '../../../units/text.ts'
import { eachEntry, type Rule } from '../../evidence.ts'
import { writtenTexts } from './written-texts.ts'

/** What is left where a reader did not know the encoding, or took another one for it. */
const DAMAGE = /[\u0080-\u009F\uFFFD]/

const rule: Rule = {
  id: 'text/damaged',
  always: 'noticed',
  scope: 'item',
  inFeeds: 'document/odd-characters',
  title: 'No character was lost to a wrong encoding',
  why: 'Somewhere on its way the text was read in an encoding that it was not written in: what is there now is a box or nothing.',
  specs: ['https://validator.w3.org/feed/docs/error/BadCharacters.html'],
  askedBy: { w3c: 'requires' },
  covers: ['doc-control-chars'],
  example: {
    bad: { '001.md': 'title: The caf\uFFFD at the pier' },
    good: { '001.md': 'title: The café at the pier' },
  },
  ...eachEntry(function* (one): Iterable<Finding> {
    const { entry } = one
    for (const { path, text } of writtenTexts(one, written => DAMAGE.test(written)))
      yield {
        place: entry.at(path),
        ...words(`${entry.words.name(path)} holds`, DAMAGE.exec(text)![0]),
      }
    const damage = entry.hasOddCharacters ? DAMAGE.exec(entry.body) : null
    if (damage) yield { place: entry.atBody(damage.index, 1), ...words('the notes hold', damage[0]) }
  }),
}
export default rule

const words = (subject: string, character: string) => ({
  message: `${subject} ${codePointName(character)}, the mark of a character that was lost, so listeners see a box or a question mark`,
  help: 'Type the lost character again.',
})
