import type { Rule } from '../../evidence.ts'
import { takenBy } from '../../website.ts'

const rule: Rule = {
  id: 'website/reserved-name',
  always: 'broken',
  inherits: 'never',
  inFeeds: 'no element',
  title: "An episode's page does not stand where the build puts something else",
  why: 'The page of an episode is a folder of the output, called after its Markdown file. Some names are taken there: the feed, the chapters, the transcripts, and what all pages share.',
  specs: [],
  example: {
    bad: {
      'show.md': 'website: true',
      'site.md': '---\ntitle: On site\ndate: 2026-01-19\n---\nNo name for a page.\n',
      'site.mp3': '!mp3 12',
    },
    good: { 'show.md': 'website: true' },
    sameFeed: {
      'site.md':
        '---\ntitle: On site\ndate: 2026-01-19\nlink: https://show.example/feed/site/\n---\nNo name for a page.\n',
      'site.mp3': '!mp3 12',
    },
  },
  *check({ pages, items }) {
    for (const { entry, release } of items) {
      const folder = release?.page?.folder ?? pages?.get(entry.stem)
      const name = pages === undefined || folder === undefined ? undefined : takenBy(folder)
      if (name !== undefined)
        yield {
          place: { file: entry.file },
          message: `the page of this episode would be at \`${folder}\`, where the build puts files of its own (\`${name}\`)`,
          help: `Rename the file (with its audio and other files), for instance to \`${entry.stem.replace(/[^/]*$/, last => `the-${last}`)}.md\`.`,
        }
    }
  },
}
export default rule
