import { eachItem, type Rule } from '../../case.ts'
import { descriptionPlace } from '../../description-place.ts'

const rule: Rule = {
  id: 'notes/too-complex',
  severity: 'warning',
  scope: 'item',
  title: 'Notes are of a size that an app can show',
  why: 'Notes of more than a million characters, or nested a hundred deep, go out as plain paragraphs, without links and lists.',
  specs: [],
  askedBy: { own: 'advises' },
  example: {
    bad: { '001.md': `!notes ${'>'.repeat(200)} deep` },
    good: { '001.md': '!notes > not deep' },
  },
  check: eachItem(function* ({ entry, notes }) {
    if (!notes.problems.some(problem => problem.kind === 'too-complex')) return
    yield {
      place: descriptionPlace(entry),
      message: 'the notes are too long or nested too deep to be laid out, and go out as plain paragraphs',
      help: 'Move what is long, such as a transcript, into a file of its own.',
    }
  }),
}
export default rule
