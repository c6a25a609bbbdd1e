import type { Finding, Place } from '../../../diagnostic.ts'
import type { ChapterList } from '../../../measured.ts'
import { schemeOf } from '../../../units/url.ts'
import type { Rule } from '../../evidence.ts'
import { onceOfMany } from './chapter-findings.ts'

const rule: Rule = {
  id: 'chapters/https',
  scope: 'item',
  title: 'Addresses in chapters are https',
  why: 'Players in the browser block what comes over http, and no app opens other schemes.',
  specs: [
    'https://github.com/Podcastindex-org/podcast-namespace/blob/main/docs/examples/chapters/jsonChapters.md',
  ],
  askedBy: { podcastindex: 'advises' },
  covers: ['ch-json-https-img'],
  example: {
    bad: {
      '001.md':
        'chapters: [0:00 Intro, { start: 3, title: The letter, url: "http://letters.example/" }, 0:08 Farewell]',
    },
    good: {
      '001.md':
        'chapters: [0:00 Intro, { start: 3, title: The letter, url: "https://letters.example/" }, 0:08 Farewell]',
    },
  },
  *checkItem({ recording: { chapters } }) {
    const [list] = chapters
    if (list === undefined) return
    if (list.url?.startsWith('http:')) yield { place: list.place, ...wordsOf(list.url, 'http') }
    const insecure = [...addressesOf(list)]
    const [plain, other] = [
      insecure.filter(({ scheme }) => scheme === 'http'),
      // A picture of another scheme is a file outside the show folder, and that has been said.
      insecure.filter(({ scheme, field }) => scheme !== 'http' && field === 'url'),
    ]
    yield* onceOfMany(plain.map(findingOf), count => ({
      message: `${count} addresses in the chapters begin with http://, which players on web pages block; the first is "${plain[0]?.written}"`,
      help: 'Write `https://`, if those addresses work in your browser.',
    }))
    yield* onceOfMany(other.map(findingOf), count => ({
      message: `${count} addresses in the chapters begin with something that no app opens, so they are left out; the first is "${other[0]?.written}"`,
      help: 'Write addresses that begin with `https://`.',
    }))
  },
}
export default rule

const wordsOf = (written: string, scheme: string): { message: string; help: string } => ({
  message:
    scheme === 'http'
      ? `"${written}" begins with http://, which players on web pages block`
      : `"${written}" begins with "${scheme}:", which no app opens, so it is left out`,
  help:
    scheme === 'http'
      ? `Write \`${written.replace(/^http:/i, 'https:')}\`, if that address works in your browser.`
      : 'Write an address that begins with `https://`.',
})

interface Insecure {
  readonly place: Place
  readonly field: 'url' | 'image'
  readonly written: string
  readonly scheme: string
}

function* addressesOf(list: ChapterList): Iterable<Insecure> {
  for (const [index, chapter] of list.chapters.entries())
    for (const field of ['url', 'image'] as const) {
      const written = chapter[field]
      const scheme = written === undefined ? undefined : schemeOf(written)
      if (written !== undefined && scheme !== undefined && scheme !== 'https')
        yield { place: list.at(index, field), field, written, scheme }
    }
}

const findingOf = ({ place, written, scheme }: Insecure): Finding => ({ place, ...wordsOf(written, scheme) })
