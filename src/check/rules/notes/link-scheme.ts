import { inNotes, type Rule } from '../../evidence.ts'
import { isHostLike } from './host-like.ts'

const rule: Rule = {
  id: 'notes/link-scheme',
  always: 'noticed',
  scope: 'item',
  inFeeds: 'no element',
  title: 'A link to another site begins with https://',
  why: 'Without it the address is taken for a page of this show, and the listener lands on a page that does not exist.',
  specs: ['https://www.rfc-editor.org/rfc/rfc3986#section-4.2'],
  askedBy: { w3c: 'advises' },
  covers: ['doc-absolute-urls'],
  example: {
    bad: { '001.md': '!notes [The tower](www.lights.example/tower)' },
    good: { '001.md': '!notes [The tower](https://www.lights.example/tower)' },
    sameFeed: { '001.md': '!notes [The tower](https://show.example/feed/www.lights.example/tower)' },
  },
  *checkItem(item) {
    for (const { value, place } of inNotes(item, 'relative-link')) {
      if (!isHostLike(value)) continue
      yield {
        place,
        message: `the link "${value}" has no https://, so it leads to a page of your own site that is not there`,
        help: `Write \`https://${value}\`.`,
      }
    }
  },
}
export default rule
