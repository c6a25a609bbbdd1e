import type { Finding } from '../../../diagnostic.ts'
import { resolveUrl } from '../../../units/url.ts'
import { eachItem, notesPlace, type Rule } from '../../case.ts'
import { fold } from '../../fold.ts'

const rule: Rule = {
  id: 'notes/relative-link',
  severity: 'warning',
  title: 'Links in the notes are whole addresses',
  why: 'In an app there is no page that a relative link could start from. It is put behind baseUrl, where the page may not be.',
  specs: [
    'https://www.rssboard.org/rss-profile#data-types-url',
    'https://validator.w3.org/feed/docs/warning/ContainsRelRef.html',
  ],
  askedBy: { w3c: 'advises', own: 'advises' },
  covers: ['doc-absolute-urls'],
  example: {
    bad: { '001.md': '!notes [The chart](/charts/1.html)' },
    good: { '001.md': '!notes [The chart](https://show.example/charts/1.html)' },
  },
  *check(given) {
    const base = given.entry.meta.baseUrl
    if (base === undefined) return
    const found = eachItem(function* ({ entry, notes }): Iterable<Finding> {
      for (const problem of notes.problems) {
        if (problem.kind !== 'relative-link') continue
        const address = resolveUrl(base, problem.value)
        yield {
          place: notesPlace(entry, problem),
          message: `the link "${problem.value}" is relative, and an app knows no page to start from`,
          help: `Write the whole address${address === undefined ? '' : `; the feed says ${address}`}.`,
        }
      }
    })
    yield* fold(found(given), count => ({
      message: `${count} links in the notes are relative, and an app knows no page to start from`,
      help: `Write whole addresses; the feed puts those links behind ${base}.`,
    }))
  },
}
export default rule
