import type { Finding } from '../../../diagnostic.ts'
import type { Item, Rule } from '../../evidence.ts'

const rule: Rule = {
  id: 'notes/lost-content',
  title: 'Notes say in words what pictures and tables show',
  why: 'Apple and Spotify show paragraphs, lists and links. A picture is left out there, and the cells of a table run together.',
  specs: [
    'https://help.apple.com/itc/podcasts_connect/#/itcb54353390',
    'https://github.com/Podcast-Standards-Project/PSP-1-Podcast-RSS-Specification',
  ],
  askedBy: { apple: 'advises', spotify: 'advises', psp1: 'advises' },
  covers: ['ep-description-html-allowlist'],
  example: {
    bad: { '001.md': '!notes ![The harbour](https://show.example/harbour.jpg)' },
    good: { '001.md': '!notes The harbour, [from the mole](https://show.example/harbour.jpg).' },
  },
  scope: 'item',
  together: count => ({
    message: `the notes of ${count} episodes contain pictures or tables, which Apple and Spotify do not show`,
    help: 'Link to the picture, and write a table as a list.',
  }),
  *checkItem({ entry, notes }: Item): Iterable<Finding> {
    const tag = /<(img|table)\b/.exec(notes.html)?.[1]
    if (tag === undefined) return
    const [what, mark] =
      tag === 'img' ? (['a picture', /!\[|<img\b/i] as const) : (['a table', /^.*\|.*$|<table\b/im] as const)
    const start = Math.max(0, entry.body.search(mark))
    yield {
      place: entry.atBody(start, mark.exec(entry.body)?.[0].length ?? 0),
      message: `the notes contain ${what}, which Apple and Spotify do not show`,
      help:
        tag === 'table'
          ? 'Write it as a list.'
          : entry.words.either({
              folder: 'Link to it: `[the harbour](https://…/harbour.jpg)`.',
              feed: 'Link to it: `<a href="https://…/harbour.jpg">the harbour</a>`.',
            }),
    }
  },
}
export default rule
