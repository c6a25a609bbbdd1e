/** Good shows of every kind: titles of several scripts, all categories, dates in every form. */

import { quoteScalar } from '../../src/load/edits.ts'
import { categories } from '../../src/vocabulary/categories.ts'
import type { Files } from './folder.ts'
import { documentOf, goodShow } from './good-show.ts'
import { mp3 } from './mpeg.ts'
import fc from './property.ts'

/** Titles as podcasters write them: words of several scripts, with the signs that break careless programs. */
const word = fc.constantFrom(
  ...[
    'Light',
    'harbour',
    'Ebbe',
    'Flut',
    'mer',
    'île',
    'Čas',
    'море',
    'θάλασσα',
    'بحر',
    '海',
    '바다',
    'não',
    "l'heure",
    'rock & roll',
  ],
  ...[
    '“quoted”',
    'AT&T',
    'C++',
    'what?',
    'wait…',
    'café',
    'R.E.M.',
    '(live)',
    'half-time',
    'A/B',
    '24/7',
    '50 %',
    '🎧',
  ],
)
const title = fc
  .array(word, { minLength: 2, maxLength: 5 })
  .map(words => words.join(' '))
  .filter(text => /\p{L}{2}/u.test(text))

const paragraph = fc
  .array(
    fc.oneof(
      title,
      fc.constantFrom(
        '[a link](https://a.example/x?y=1&z=2)',
        '**bold**',
        '*italic*',
        '`code < 1 & 2`',
        'at 5:30 in the morning',
      ),
    ),
    { minLength: 1, maxLength: 6 },
  )
  .map(parts => `We talk about ${parts.join(', ')}.`)
const notes = fc
  .array(
    fc.oneof(
      paragraph,
      fc.array(title, { minLength: 2, maxLength: 4 }).map(items => items.map(item => `- ${item}`).join('\n')),
    ),
    { minLength: 1, maxLength: 4 },
  )
  .map(blocks => `Hello and welcome.\n\n${blocks.join('\n\n')}\n`)

const category = fc.constantFrom(
  ...Object.entries(categories).flatMap(([name, subs]) => [name, ...subs.map(sub => `${name} > ${sub}`)]),
)

const show = fc.record({
  title: title.map(text => `The ${text} Show`),
  language: fc.constantFrom('en', 'en-gb', 'de', 'pt-BR', 'fr-ca', 'fa', 'zh-Hans', 'es-419'),
  category,
  zone: fc.constantFrom(
    'Europe/Brussels',
    'America/New_York',
    'Asia/Kathmandu',
    'Australia/Lord_Howe',
    'UTC',
  ),
  isSerial: fc.boolean(),
  description: paragraph,
})

const day = (n: number): string => new Date(Date.UTC(2025, 0, 1 + n * 7)).toISOString().slice(0, 10)
const forms: readonly ((date: string) => string)[] = [
  date => date,
  date => `${date} 18:30`,
  date => `${date}T18:30:00`,
  date => `${date}T18:30:00+02:00`,
  date => `${date}T16:30:00Z`,
]

const episode = fc.record({
  title,
  notes,
  form: fc.constantFrom(...forms),
  seconds: fc.integer({ min: 3, max: 30 }),
  hasGuid: fc.boolean(),
  hasSummary: fc.boolean(),
})

type About = typeof show extends fc.Arbitrary<infer Value> ? Value : never
type Part = typeof episode extends fc.Arbitrary<infer Value> ? Value : never

const { 'cover.jpg': cover } = goodShow()

const goodFiles = (about: About, episodes: readonly Part[]): Files => ({
  'cover.jpg': cover!,
  'show.md': documentOf(
    {
      title: quoteScalar(about.title),
      link: 'https://show.example/',
      baseUrl: 'https://show.example/feed/',
      language: about.language,
      categories: quoteScalar(about.category),
      explicit: 'false',
      image: 'cover.jpg',
      author: 'Ada Pier',
      owner: '{ name: Ada Pier, email: ada@show.example }',
      timezone: about.zone,
      type: about.isSerial ? 'serial' : 'episodic',
    },
    `${about.description}\n`,
  ),
  ...Object.fromEntries(
    episodes.flatMap((one, i) => {
      const stem = `${String(i + 1).padStart(3, '0')}-episode`
      const fields = {
        title: quoteScalar(`${one.title} ${'abcdefgh'[i]}`),
        date: one.form(day(i)),
        season: '1',
        episode: String(i + 1),
        link: `https://show.example/${i + 1}`,
        ...(one.hasGuid ? { guid: `b0a1c2d3-5e4f-4a6b-8c7d-9e0f1a2b3c${10 + i}` } : {}),
        ...(one.hasSummary ? { summary: quoteScalar('What it is about, in one sentence.') } : {}),
      }
      return [
        [`${stem}.md`, documentOf(fields, one.notes)],
        [`${stem}.mp3`, mp3({ seconds: one.seconds + i / 10 })],
      ]
    }),
  ),
})

/** What has no findings. */
export const anyGoodShow: fc.Arbitrary<Files> = fc
  .tuple(show, fc.array(episode, { minLength: 1, maxLength: 4 }))
  .map(([about, episodes]) => goodFiles(about, episodes))
