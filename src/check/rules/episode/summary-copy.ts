import type { Rule } from '../../evidence.ts'

const rule: Rule = {
  id: 'episode/summary-copy',
  always: 'advice',
  looksAt: ['summary'],
  title: 'A summary is shorter than what it sums up',
  why: 'A copy of the notes makes the feed longer and tells nobody more.',
  specs: ['https://github.com/Podcastindex-org/podcast-namespace/blob/main/docs/1.0.md'],
  covers: ['ep-summary-not-copy'],
  example: {
    bad: { '001.md': 'summary: The light is kept by hand.\n---\nThe light is kept by hand.\n' },
    good: { '001.md': 'summary: The light is kept by hand.\n---\nHello Ada, who keeps it.\n' },
  },
  scope: 'item',
  together: count => ({
    message: `${count} summaries say the same as the description, so they tell listeners nothing new`,
    help: 'Remove those lines, or say it in one sentence.',
  }),
  *checkItem({ entry, notes }) {
    const { summary, description } = entry.meta
    if (summary === undefined) return
    const isCopy =
      (description !== undefined && words(summary) === words(description)) ||
      // Far longer notes are no copy; taking the text out of them costs more than the rest of all rules.
      (notes.html.length < 3 * summary.length + 200 && words(summary) === words(notes.text({ urls: false })))
    if (!isCopy) return
    yield {
      place: entry.at('summary'),
      message: `${entry.words.name('summary')} says the same as the description, so it tells listeners nothing new`,
      help: `Remove the ${entry.words.either({ folder: 'line', feed: 'element' })}, or say it in one sentence.`,
      fix: entry.fix.remove('summary'),
    }
  },
}
export default rule

const words = (text: string): string => text.replace(/\s+/g, ' ').trim()
