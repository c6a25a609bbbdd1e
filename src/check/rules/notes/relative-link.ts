import { resolveUrl } from '../../../units/url.ts'
import { inNotes, type Rule } from '../../evidence.ts'
import { isHostLike } from './host-like.ts'

const rule: Rule = {
  id: 'notes/relative-link',
  always: 'noticed',
  title: 'Links in the notes are whole addresses',
  why: 'In an app there is no page that a relative link could start from. It is put behind baseUrl; where the site is at another host, the page is not there.',
  specs: [
    'https://www.rssboard.org/rss-profile#data-types-url',
    'https://validator.w3.org/feed/docs/warning/ContainsRelRef.html',
  ],
  askedBy: { w3c: 'advises' },
  covers: ['doc-absolute-urls'],
  example: {
    bad: {
      'show.md': 'baseUrl: https://cdn.example/harbour/',
      '001.md': '!notes [The chart](/charts/1.html)',
    },
    good: {
      'show.md': 'baseUrl: https://cdn.example/harbour/',
      '001.md': '!notes [The chart](https://show.example/charts/1.html)',
    },
    sameFeed: {
      'show.md': 'baseUrl: https://cdn.example/harbour/',
      '001.md': '!notes [The chart](https://cdn.example/charts/1.html)',
    },
  },
  scope: 'item',
  inFeeds: 'no element',
  together: (count, { entry }) => ({
    message: `${count} links in the notes have no host, so they lead to ${new URL(entry.meta.baseUrl!).host} and not to your site`,
    help: `Write whole addresses, such as \`${entry.meta.link}\`.`,
  }),
  *checkItem(item, evidence) {
    const { baseUrl: base, link } = evidence.entry.meta
    // Where site and feed share a host, the link leads to the page that was meant.
    if (base === undefined || link === undefined || new URL(base).host === new URL(link).host) return
    for (const { value, place } of inNotes(item, 'relative-link')) {
      // Of a page of a site it was said what they are meant from.
      if (isHostLike(value) || item.entry.site?.base !== undefined) continue
      yield {
        place,
        message: `the link "${value}" has no host, so it leads to ${resolveUrl(base, value) ?? base} and not to your site`,
        help: `Write the whole address, such as \`${resolveUrl(link, value) ?? link}\`.`,
      }
    }
  },
}
export default rule
