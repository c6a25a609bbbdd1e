import type { Finding } from '../../../diagnostic.ts'
import { mayBeMisread, mojibakeIn } from '../../../units/mojibake.ts'
import { eachEntry, type Rule } from '../../evidence.ts'
import { writtenTexts } from './written-texts.ts'

const rule: Rule = {
  id: 'text/mojibake',
  always: 'noticed',
  scope: 'item',
  title: 'No letter was read in the wrong encoding',
  why: 'Somewhere on its way UTF-8 was read as Windows-1252: each accented letter or curly quote is now two or three odd ones, and listeners see them.',
  specs: ['https://www.w3.org/International/questions/qa-what-is-encoding'],
  example: {
    bad: { '001.md': 'title: Die VerlÃ¤ngerung' },
    good: { '001.md': 'title: Die Verlängerung' },
  },
  together: count => ({
    message: `${count} texts contain garbled letters, such as Ã¤ for ä, which listeners see`,
    help: 'Open the files as Windows-1252 and save them as UTF-8, or copy the texts again from where they came from.',
  }),
  ...eachEntry(function* (one): Iterable<Finding> {
    const { entry, item } = one
    for (const { path, text } of writtenTexts(one, mayBeMisread)) {
      const found = mojibakeIn(text)
      if (found) yield { place: entry.at(path), ...words(`${entry.words.name(path)} holds`, found) }
    }
    // The HTML is at hand; to look into the Markdown, every file would have to be read.
    if (item !== undefined && mojibakeIn(item.notes.html) === undefined) return
    const found = mojibakeIn(entry.body)
    if (found)
      yield { place: entry.atBody(found.index, found.written.length), ...words('the notes hold', found) }
  }),
}
export default rule

const words = (
  subject: string,
  { written, meant }: { readonly written: string; readonly meant: string },
) => ({
  message: `${subject} "${written}" where "${meant}" was meant, so listeners see garbled letters`,
  help: `Write \`${meant}\` for \`${written}\`, or copy the text again from its source.`,
})
