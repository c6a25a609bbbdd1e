import { notesFootnotes } from '../../../limits.ts'
import { bodyPlace } from '../../descriptions.ts'
import { inNotes, type Rule } from '../../evidence.ts'

const most = notesFootnotes.toLocaleString('en')

const rule: Rule = {
  id: 'notes/many-footnotes',
  always: 'noticed',
  scope: 'item',
  inFeeds: 'no element',
  title: 'Notes have no more footnotes than are read',
  why: `Up to ${most} footnotes of one text become numbers and a list at its end; with more, listeners read \`[^1]\` as it is written.`,
  specs: ['https://pandoc.org/MANUAL.html#footnotes'],
  example: {
    bad: { '001.md': `!footnotes ${notesFootnotes + 1}` },
    good: { '001.md': '!notes Rope[^1]\n\n[^1]: Of hemp.' },
    sameFeed: { '001.md': '!footnotes 1001 as text' },
  },
  *checkItem(item) {
    for (const { where } of inNotes(item, 'many-footnotes'))
      yield {
        place: where === 'the notes' ? bodyPlace(item.entry) : item.entry.at('description'),
        message: `${where} of ${item.entry.file} have more than ${most} footnotes, so none becomes a link: listeners see [^1] and the like`,
        help: 'Put the sources on a page of their own and link to it, or write some of them into the text.',
      }
  },
}
export default rule
