import { inNotes, type Rule } from '../../evidence.ts'

const rule: Rule = {
  id: 'notes/foreign-tag',
  always: 'advice',
  scope: 'item',
  inFeeds: 'no element',
  title: 'Tags in the notes are those of HTML',
  why: 'A tag that HTML does not know is shown as the text that it is. That is right for a word in angle brackets, and wrong for a tag that was pasted from somewhere else.',
  specs: ['https://html.spec.whatwg.org/multipage/indices.html#elements-3'],
  example: {
    bad: { '001.md': '!notes The end.</item>' },
    good: { '001.md': '!notes The end. A `List<T>` in code is not a tag.' },
    sameFeed: { '001.md': '!notes The end.\\</item>' },
  },
  *checkItem(item) {
    for (const { value, place, where } of inNotes(item, 'foreign-tag'))
      yield {
        place,
        message: `${value} in ${where} is not an HTML tag, so listeners see it as it is written`,
        help: 'Remove it, or put it in backticks if listeners should see it.',
      }
  },
}
export default rule
