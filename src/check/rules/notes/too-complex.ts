import { bodyPlace } from '../../descriptions.ts'
import { inNotes, type Rule } from '../../evidence.ts'

const rule: Rule = {
  id: 'notes/too-complex',
  always: 'noticed',
  scope: 'item',
  inFeeds: 'no element',
  title: 'Notes are of a size that an app can show',
  why: 'Notes of more than a million characters, or nested a hundred deep, go out as plain paragraphs, without links and lists.',
  specs: [],
  example: {
    bad: { '001.md': `!notes ${'>'.repeat(200)} deep` },
    good: { '001.md': '!notes > not deep' },
    sameFeed: { '001.md': `!notes ${'\\>'.repeat(200)} deep` },
  },
  *checkItem(item) {
    for (const { where, value } of inNotes(item, 'too-complex')) {
      const isNotes = where === 'the notes'
      yield {
        place: isNotes ? bodyPlace(item.entry) : item.entry.at('description'),
        message: `${where} in ${item.entry.file} (${Number(value).toLocaleString('en')} characters) ${isNotes ? 'are' : 'is'} too long, or lists and tags in ${isNotes ? 'them' : 'it'} are nested too deep, so ${isNotes ? 'they are' : 'it is'} published as plain paragraphs, without links and lists`,
        help: 'Move long text, such as a transcript, into a file of its own; put fewer lists inside lists.',
      }
    }
  },
}
export default rule
