import { inNotes, type Rule } from '../../evidence.ts'

const rule: Rule = {
  id: 'notes/bad-link',
  always: 'noticed',
  scope: 'item',
  inFeeds: 'no element',
  title: 'Links in the notes lead somewhere',
  why: 'A link that no app can open is left out of the feed; its text stays.',
  specs: ['https://www.rfc-editor.org/rfc/rfc3986'],
  covers: ['doc-absolute-urls'],
  example: {
    bad: { '001.md': '!notes [The chart](file:///home/ada/chart.pdf)' },
    good: { '001.md': '!notes [The chart](https://show.example/chart.pdf)' },
    sameFeed: { '001.md': '!notes The chart' },
  },
  *checkItem(item) {
    for (const { value, place } of inNotes(item, 'bad-link'))
      yield {
        place,
        message:
          value === ''
            ? 'this link has no address, so it is left out of the feed'
            : `no app can open the link "${value}", so it is left out of the feed`,
        help: 'Write an address that begins with `https://` or `mailto:`, or remove the link.',
      }
  },
}
export default rule
