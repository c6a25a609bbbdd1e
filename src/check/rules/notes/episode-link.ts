import { inNotes, type Rule } from '../../evidence.ts'

const rule: Rule = {
  id: 'notes/episode-link',
  always: 'noticed',
  scope: 'item',
  title: 'A link to another episode leads to its page',
  why: 'The Markdown file of an episode is not served. A link to it becomes one to the page that the episode names as its `link`; without one it leads nowhere, and its words are shown without a link.',
  specs: [],
  inFeeds: 'no element',
  example: {
    bad: { '001.md': '!notes As we said in [the other one](002.md).', '002.md': '- link' },
    good: { '001.md': '!notes As we said in [the other one](002.md).' },
    sameFeed: { '001.md': '!notes As we said in the other one.', '002.md': '- link' },
  },
  *checkItem(item) {
    for (const { value, place, where } of inNotes(item, 'episode-link'))
      yield {
        place,
        message: `the link "${value}" in ${where} leads to a Markdown file, which is not published, so listeners see its words without a link`,
        help: `Give that episode a \`link:\` with the address of its page, or write that address here.`,
      }
  },
}
export default rule
