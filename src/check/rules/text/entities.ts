import { HTML_REFERENCE, meantBy, withoutReferences } from '../../../syntax/html-references.ts'
import { eachEntry, type Rule } from '../../evidence.ts'
import { writtenTexts } from './written-texts.ts'

const rule: Rule = {
  id: 'text/entities',
  always: 'noticed',
  scope: 'item',
  inFeeds: 'document/double-escaped',
  title: 'Plain text is written as it is read',
  why: 'Titles and names are plain text: `&amp;` in them is shown as five characters, in every app.',
  specs: [
    'https://www.rssboard.org/rss-profile#data-types-characterdata',
    'https://validator.w3.org/feed/docs/warning/ContainsHTML.html',
  ],
  askedBy: { apple: 'advises', w3c: 'advises' },
  covers: ['doc-escape-plain-text'],
  example: {
    bad: { '001.md': 'title: Salt &amp; Rope' },
    good: { '001.md': 'title: Salt & Rope' },
  },
  ...eachEntry(function* (one) {
    for (const { entry, path, text, isMarkdown, isXml } of writtenTexts(one, text => text.includes('&'))) {
      const entity = isMarkdown || isXml ? undefined : findEntity(text)
      if (entity === undefined) continue
      const right = withoutReferences(text)
      yield {
        place: entry.at(path),
        message: `${entry.words.name(path)} contains "${entity}", and listeners see it as it is written, because this text is not HTML`,
        help: right.length > 100 ? `Write the character itself.` : `Write \`${right}\`.`,
        fix: entry.fix.replace(path, right),
      }
    }
  }),
}
export default rule

/** The first one, as it is written. */
const findEntity = (text: string): string | undefined =>
  text.match(HTML_REFERENCE)?.find(reference => meantBy(reference) !== undefined)
