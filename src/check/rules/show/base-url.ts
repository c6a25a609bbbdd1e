import { folderIn, tailOf } from '../../../units/url.ts'
import type { Rule } from '../../evidence.ts'

const rule: Rule = {
  id: 'show/base-url',
  always: 'broken',
  inherits: 'never',
  inFeeds: 'no element',
  title: 'baseUrl is a folder',
  why: 'The path of every file is put behind it. Behind a file name, a query or a fragment, every address of the feed would lead nowhere.',
  specs: ['https://www.rfc-editor.org/rfc/rfc3986#section-5.2'],
  covers: ['doc-absolute-urls'],
  example: {
    bad: { 'show.md': 'baseUrl: https://show.example/feed.xml' },
    good: { 'show.md': 'baseUrl: https://show.example/' },
    sameFeed: {
      'show.md':
        'baseUrl: https://show.example/\nfeedUrl: https://show.example/feed.xml/feed.xml\naudioBaseUrl: https://show.example/feed.xml/\nimage: https://show.example/feed.xml/cover.jpg',
    },
  },
  *check({ entry }) {
    for (const field of ['baseUrl', 'audioBaseUrl'] as const) {
      const written = entry.meta[field]
      const tail = written === undefined ? undefined : tailOf(written)
      if (written === undefined || tail === undefined) continue
      yield {
        place: entry.at(field),
        message: `\`${field}\` ends in "${tail}", and the names of files are added to it (${written}/001.mp3), so no address in the feed would work`,
        help: `Write the folder that is served, such as \`${folderIn(written)}\`${field === 'baseUrl' ? '; `feedUrl` names the feed itself' : ''}.`,
      }
    }
  },
}
export default rule
