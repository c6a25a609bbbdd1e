/** Transcripts from the show folder to the files and the links that apps read. */

import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseRssFeed } from 'feedsmith'
import { parseFeed } from 'podcast-partytime'
import { describe, expect, test } from 'vitest'
import { saidOnce } from '../src/report/said-once.ts'
import type { Files } from './support/folder.ts'
import { lay } from './support/lay.ts'
import { readFeed } from './support/read-feed.ts'
import { type Run, rebuild, runShow } from './support/run.ts'

const base = 'https://show.example/feed/transcripts/'

const build = (example: Readonly<Record<string, string>>, more: Files = {}) =>
  runShow({ ...lay(example).files, ...more })

const textOf = (run: Run, path: string): string | undefined => {
  const artefact = run.artefacts.find(one => one.path === path)
  return artefact && 'bytes' in artefact ? Buffer.from(artefact.bytes).toString() : undefined
}

/** `type language? rel? address`, in the order of the feed, of 001.md. */
const linksOf = (run: Run): string[] =>
  (
    readFeed(run.feed ?? '').items.find(item => item['itunes:episode']['#text'] === '1')[
      'podcast:transcript'
    ] ?? []
  ).map((link: Record<string, string>) =>
    [link['@type'], link['@language'], link['@rel'], link['@url']!.replace(base, '')]
      .filter(Boolean)
      .join(' '),
  )

const outputs = (run: Run): string[] =>
  run.artefacts
    .map(({ path }) => path)
    .filter(path => path.startsWith('transcripts/'))
    .sort()

const told = ({ diagnostics }: Run): string[] =>
  diagnostics.map(({ rule, place: { file, line, column } }) =>
    [
      [file, file.endsWith('.md') ? undefined : line, column].filter(part => part !== undefined).join(':'),
      rule,
    ].join(' '),
  )

const srt =
  '1\r\n00:00:00,000 --> 00:00:02,500\r\nAda: Low water was\r\nat six & a half.\r\n\r\n2\r\n00:00:02,500 --> 00:00:04,200\r\nDr. Möwe: <i>So</i> late? 海 🎧\r\n'
const vtt = 'WEBVTT\n\n00:00.000 --> 00:04.200\n<v Ada>Low water.\n'
const german = 'WEBVTT\n\n00:00.000 --> 00:04.200\n<v Ada>Niedrigwasser.\n'
const json =
  '{"version":"1.0.0","segments":[{"startTime":0,"endTime":4.2,"speaker":"Ada","body":"Low water."}]}\n'
const html = '<cite>Ada:</cite>\n<time>0:00</time>\n<p>Low water.</p>\n'

describe('what is published', () => {
  test('an SRT alone gives a WebVTT, which stands first, and JSON and text for the pages', async () => {
    const run = await build({ '001.srt': srt })
    expect(run.diagnostics).toEqual([])
    expect(linksOf(run)).toEqual(['text/vtt 001.vtt', 'application/x-subrip 001.srt'])
    expect(outputs(run)).toEqual([
      'transcripts/001.json',
      'transcripts/001.srt',
      'transcripts/001.txt',
      'transcripts/001.vtt',
    ])
    expect(textOf(run, 'transcripts/001.vtt')).toBe(
      'WEBVTT\n\n00:00:00.000 --> 00:00:02.500\n<v Ada>Low water was\nat six &amp; a half.\n\n00:00:02.500 --> 00:00:04.200\n<v Dr. Möwe>So late? 海 🎧\n',
    )
    expect(textOf(run, 'transcripts/001.txt')).toBe(
      'Ada: Low water was at six & a half.\n\nDr. Möwe: So late? 海 🎧\n',
    )
    expect(JSON.parse(textOf(run, 'transcripts/001.json')!)).toEqual({
      version: '1.0.0',
      segments: [
        { speaker: 'Ada', startTime: 0, endTime: 2.5, body: 'Low water was at six & a half.' },
        { speaker: 'Dr. Möwe', startTime: 2.5, endTime: 4.2, body: 'So late? 海 🎧' },
      ],
    })
  })

  test('a WebVTT is linked alone, with JSON and text beside it', async () => {
    const run = await build({ '001.vtt': vtt })
    expect(linksOf(run)).toEqual(['text/vtt 001.vtt'])
    expect(outputs(run)).toEqual(['transcripts/001.json', 'transcripts/001.txt', 'transcripts/001.vtt'])
    expect(textOf(run, 'transcripts/001.txt')).toBe('Ada: Low water.\n')
  })

  test('files are copied as they are, byte for byte, and not twice', async () => {
    const run = await build({}, { '001.srt': Buffer.from(`\ufeff${srt}`), 'season-1/x.vtt': vtt })
    expect(readFileSync(join(run.root, 'public/transcripts/001.srt'), 'utf8')).toBe(`\ufeff${srt}`)
    expect((await rebuild(run.root)).output?.written).toEqual([])
  })

  test('formats and languages in their order; a language that is the show’s is not said', async () => {
    const run = await build({
      '001.txt': 'Low water.\n',
      '001.html': html,
      '001.json': json,
      '001.srt': srt,
      '001.vtt': vtt,
      '001.de.vtt': german,
      '001.pt-br.srt': '1\n00:00:00,000 --> 00:00:04,200\nÁgua baixa.\n',
      '001.en-GB.html': html,
    })
    expect(run.ids).toEqual([])
    expect(linksOf(run)).toEqual([
      'text/vtt 001.vtt',
      'text/vtt de 001.de.vtt',
      'text/vtt pt-BR 001.pt-br.vtt',
      'application/x-subrip 001.srt',
      'application/x-subrip pt-BR 001.pt-br.srt',
      'application/json 001.json',
      'text/html 001.en-GB.html',
      'text/html 001.html',
      'text/plain 001.txt',
    ])
  })

  test('named in the front matter: files, addresses, and what is to be said of them', async () => {
    const run = await build({
      '001.md': [
        'transcripts:',
        '  - texts/talk.srt',
        '  - { url: "https://cdn.example/talk.vtt?x=1&y=2", language: fr }',
        '  - { file: 001.de.vtt, rel: captions }',
        '  - https://cdn.example/talk.html',
        '  - { url: "https://cdn.example/subs", type: application/srt, language: NL }',
        '  - { file: german.vtt, language: de-AT }',
      ].join('\n'),
      'texts/talk.srt': srt,
      '001.de.vtt': german,
      'german.vtt': german,
    })
    expect(run.diagnostics).toEqual([])
    expect(linksOf(run)).toEqual([
      'text/vtt texts/talk.vtt',
      'text/vtt de captions 001.de.vtt',
      'text/vtt de-AT german.vtt',
      'text/vtt fr https://cdn.example/talk.vtt?x=1&y=2',
      'application/x-subrip texts/talk.srt',
      'application/x-subrip nl https://cdn.example/subs',
      'text/html https://cdn.example/talk.html',
    ])
  })

  test('two readers that are not ours agree', async () => {
    const run = await build({
      '001.md': 'transcripts: { file: talk.vtt, rel: captions, language: de }',
      'talk.vtt': german,
      '001.srt': srt,
    })
    const links = [
      { url: `${base}001.vtt`, type: 'text/vtt' },
      { url: `${base}talk.vtt`, type: 'text/vtt', language: 'de', rel: 'captions' },
      { url: `${base}001.srt`, type: 'application/x-subrip' },
    ]
    expect(parseRssFeed(run.feed!).items?.[1]?.podcast?.transcripts).toEqual(links)
    // It fills in the language of the feed, and calls SRT by Apple's name.
    expect(parseFeed(run.feed!)?.items[1]?.podcastTranscripts).toEqual(
      links.map(link => ({ language: 'en-gb', ...link, type: link.type.replace('x-subrip', 'srt') })),
    )
  })

  test('words one by one become captions that can be read', async () => {
    const words = ['I', 'keep', 'the', 'light.', 'Nooo']
    const segments = words.map((body, i) => ({
      speaker: i < 4 ? 'Ada' : 'Bo',
      startTime: i / 2,
      endTime: i / 2 + 0.25,
      body,
    }))
    const run = await build({ '001.json': JSON.stringify({ version: '1.0.0', segments }) })
    expect(run.diagnostics).toEqual([])
    expect(linksOf(run)).toEqual(['text/vtt 001.vtt', 'application/json 001.json'])
    expect(textOf(run, 'transcripts/001.vtt')).toBe(
      'WEBVTT\n\n00:00:00.000 --> 00:00:01.750\n<v Ada>I keep the light.\n\n00:00:02.000 --> 00:00:02.250\n<v Bo>Nooo\n',
    )
  })

  test('HTML gives JSON and text for the pages, and no captions; text gives nothing', async () => {
    const timed = await build({ '001.html': html })
    expect(linksOf(timed)).toEqual(['text/html 001.html'])
    expect(outputs(timed)).toEqual(['transcripts/001.html', 'transcripts/001.json', 'transcripts/001.txt'])
    expect(timed.ids).toEqual(['transcripts/prefer-vtt'])
    const text = await build({ '001.txt': 'Low water.\n' })
    expect(linksOf(text)).toEqual(['text/plain 001.txt'])
    expect(outputs(text)).toEqual(['transcripts/001.txt'])
    expect(text.ids).toEqual(['transcripts/prefer-vtt'])
  })

  test('without transcripts nothing is written of them, and no reader of them is loaded', async () => {
    const run = await build({})
    expect(run.feed).not.toContain('transcript')
    expect(outputs(run)).toEqual([])
    const source = (name: string) => readFileSync(new URL(`../src/probe/${name}`, import.meta.url), 'utf8')
    for (const name of ['index.ts', 'transcript-files.ts', 'chapter-lists.ts'])
      expect(
        [
          ...source(name).matchAll(/^import (?!type)[^\n]* from '(\.\.\/(?:chapters|transcripts)\/[^']*)'/gm),
        ].map(([, from]) => from),
        name,
      ).toEqual(name === 'chapter-lists.ts' ? ['../chapters/fields.ts'] : [])
  })
})

describe('findings have their places', () => {
  const cue = (times: string, text = 'Low water.') => `WEBVTT\n\n${times}\n${text}\n`

  test.each<[string, Readonly<Record<string, string>>, readonly string[]]>([
    [
      'no first line',
      { '001.vtt': '00:00.000 --> 00:04.000\nLow.\n' },
      ['episodes/001.vtt:1 transcripts/vtt-syntax'],
    ],
    ['a comma', { '001.vtt': cue('00:00,000 --> 00:04,000') }, ['episodes/001.vtt:3 transcripts/vtt-syntax']],
    [
      'an order',
      { '001.vtt': 'WEBVTT\n\n00:04.000 --> 00:05.000\nA\n\n00:00.000 --> 00:04.000\nB\n' },
      ['episodes/001.vtt:6 transcripts/cue-order'],
    ],
    ['an end', { '001.vtt': cue('00:04.000 --> 00:04.000') }, ['episodes/001.vtt:3 transcripts/cue-order']],
    [
      'a duration',
      { '001.vtt': cue('00:00.000 --> 01:04.000') },
      ['episodes/001.vtt:3 transcripts/within-duration'],
    ],
    ['stray text', { '001.vtt': `${vtt}\nLow.\n` }, ['episodes/001.vtt:6 transcripts/cue-form']],
    [
      'a full stop',
      { '001.srt': '1\n00:00:00.000 --> 00:00:04.000\nA\n' },
      ['episodes/001.srt:2 transcripts/srt-syntax'],
    ],
    [
      'JSON',
      { '001.json': '{"version":"1.0.0",\n"segments":[{"startTime":0,"body":"A"},]}' },
      ['episodes/001.json:2:39 transcripts/json-shape'],
    ],
    [
      'JSON of another kind',
      { '001.json': '{"version":"1.0.0",\n"segments":[{"start":0,"text":"A"}]}' },
      [
        '13 transcripts/json-shape',
        '13 transcripts/json-shape',
        '14 transcripts/cue-form',
        '24 transcripts/cue-form',
      ].map(found => `episodes/001.json:2:${found}`),
    ],
    [
      'HTML',
      { '001.html': `${html}<p>A<br>B</p>\n`, '001.vtt': vtt },
      ['episodes/001.html:4:5 transcripts/html-tags'],
    ],
    [
      'another encoding',
      { '001.vtt': '!latin1 WEBVTT\n\n00:00.000 --> 00:04.000\nMöwe\n' },
      ['episodes/001.vtt:4:2 transcripts/encoding'],
    ],
    ['nothing', { '001.srt': '' }, ['episodes/001.srt:1 transcripts/empty']],
    ['another name', { '001.txt': vtt }, ['episodes/001.txt:1 transcripts/type']],
    [
      'another type',
      { '001.vtt': vtt, '001.md': 'transcripts: [{ file: 001.vtt, type: text/html }]' },
      ['episodes/001.md:38 transcripts/type'],
    ],
    [
      'no type',
      { '001.md': 'transcripts: ["https://cdn.example/1"]' },
      ['episodes/001.md:15 transcripts/type'],
    ],
    [
      'a file that is not there',
      { '001.md': 'transcripts: [001.vtt]' },
      ['episodes/001.md:15 files/missing'],
    ],
    [
      'a file outside the folder',
      { '001.md': 'transcripts: [{ file: ../1.vtt }]' },
      ['episodes/001.md:23 files/outside-show'],
    ],
    ['a link that leads out', { '001.vtt': '!link /etc/hostname' }, ['episodes/001.vtt files/outside-show']],
    [
      'a language',
      { '001.md': 'transcripts: { file: a.vtt, language: german }', 'a.vtt': vtt },
      ['episodes/001.md:39 transcripts/language'],
    ],
    ['a language in a name', { '001.deu.vtt': vtt }, ['episodes/001.deu.vtt transcripts/language']],
    [
      'captions',
      { '001.txt': 'A\n', '001.vtt': vtt, '001.md': 'transcripts: [{ file: 001.txt, rel: captions }]' },
      ['episodes/001.md:37 transcripts/captions'],
    ],
    [
      'a stranger',
      {
        '001.vtt': 'WEBVTT\n\n00:00.000 --> 00:01.000\n<v Ada>A\n\n00:01.000 --> 00:02.000\n<v Bo>B\n',
        '001.md': 'persons: [Ada Pier]',
      },
      ['episodes/001.vtt:6 transcripts/speakers'],
    ],
  ])('%s', async (_, example, findings) => {
    expect(told(await build(example)).sort()).toEqual([...findings].sort())
  })

  test('the same mistake in many cues is told once, and a program gets every place', async () => {
    const cues = Array.from({ length: 9 }, (_, i) => `${i + 1}\n00:00:0${i}.000 --> 00:00:0${i}.500\nA`)
    const run = await build({ '001.srt': cues.join('\n\n') })
    expect(run.diagnostics.map(({ place }) => place.line)).toEqual(cues.map((_, i) => 4 * i + 2))
    expect(saidOnce(run.diagnostics).map(({ message }) => message)).toEqual([
      'SRT has a comma before the milliseconds, not a full stop, so some apps skip what is said here (here and in 8 more places)',
    ])
  })

  test('persons of the show count, whole or in part, in any case', async () => {
    const run = await build({
      'show.md': 'persons: [Ada Pier, { name: Bo Quay, role: guest }]',
      '001.vtt':
        'WEBVTT\n\n00:00.000 --> 00:01.000\n<v ADA PIER>A\n\n00:01.000 --> 00:02.000\n<v Bo>B\n\n00:02.000 --> 00:03.000\n<v Pi>C\n',
    })
    const said = run.diagnostics.filter(({ rule }) => rule === 'transcripts/speakers')
    expect(said.map(({ message }) => message)).toEqual([
      'the transcript names "Pi", but the persons of the episode are "Ada Pier", "Bo Quay", so listeners take them for different people',
    ])
  })

  test.each([
    ['of a recogniser', '{"jobName":"x","results":{"transcripts":[{"transcript":"Low."}]}}'],
    ['of Whisper', '{"text":"Low.","segments":[{"id":0,"start":0,"end":4,"text":"Low."}]}'],
    ['of a program', '{"fileSize":4}'],
    ['a list', '[{"fileSize":4}]'],
  ])('JSON %s is no transcript, and left out with a note', async (_, json) => {
    const run = await build({ '001.json': json })
    expect(run.diagnostics.map(({ rule, severity }) => `${severity} ${rule}`)).toEqual([
      'note transcripts/other-json',
    ])
    expect(run.feed).not.toContain('podcast:transcript')
    // Whoever names it means it.
    const named = await build({ '001.json': json, '001.md': 'transcripts: 001.json' })
    expect(named.ids).toContain('transcripts/json-shape')
  })

  describe('it is held against the recording', () => {
    const cues = (...times: readonly string[]) => `WEBVTT\n\n${times.map(one => `${one}\nLow.\n`).join('\n')}`
    const saidOf = async (seconds: number, transcript: string, ending = 'vtt') =>
      (await build({ '001.mp3': `!mp3 ${seconds}`, [`001.${ending}`]: transcript })).diagnostics
        .filter(({ rule }) => /within-duration|coverage|pace/.test(rule))
        .map(({ rule, message }) => `${rule.slice('transcripts/'.length)}: ${message}`)

    test('one that ends long before the sound', async () => {
      expect(await saidOf(121, cues('00:00.000 --> 00:02.000'))).toEqual([
        'coverage: 001.vtt stops at 00:02, but the episode runs to 02:00, so the rest cannot be read',
      ])
      expect(await saidOf(121, cues('00:00.000 --> 01:01.000'))).toEqual([])
      // A short ending without words, and times that do not say when the words end.
      expect(await saidOf(50, cues('00:00.000 --> 00:02.000'))).toEqual([])
      expect(await saidOf(121, '<cite>Ada:</cite>\n<time>0:00</time>\n<p>Low.</p>\n', 'html')).toEqual([])
    })

    test('one that is late by whole hours is told by these hours, if it fits without them', async () => {
      expect(
        await saidOf(21, cues('01:00:00.000 --> 01:00:09.000', '01:00:09.000 --> 01:00:19.000')),
      ).toEqual([
        'within-duration: the words of 001.vtt begin at 1:00:00, and the episode ends at 00:20: all times are an hour too late, as where an editor counts from 01:00:00',
      ])
      expect(await saidOf(21, cues('10:00:00.000 --> 10:00:19.000'))).toEqual([
        'within-duration: the words of 001.vtt begin at 10:00:00, and the episode ends at 00:20: all times are 10 hours too late, as where an editor counts from 01:00:00',
      ])
      // Another recording: it does not fit; or some of it lies inside.
      for (const other of [
        cues('01:00:00.000 --> 01:00:59.000'),
        cues('00:00:01.000 --> 00:00:02.000', '01:00:00.000 --> 01:00:09.000'),
      ])
        expect(await saidOf(21, other)).toEqual([expect.stringContaining('the transcript goes on to 1:00')])
    })

    test('words that nobody can say in their time', async () => {
      const spoken = (words: number) => `WEBVTT\n\n00:00.000 --> 00:10.000\n${'low '.repeat(words).trim()}\n`
      expect(await saidOf(10, spoken(67))).toEqual([
        'pace: 001.vtt has 67 words in 10 seconds, 402 a minute, and nobody speaks faster than 400, so its times or its words must be wrong',
      ])
      expect(await saidOf(10, spoken(66))).toEqual([])
    })
  })

  test.each(['vtt', 'srt', 'json', 'html', 'txt'])('bytes that are nothing: .%s', async ending => {
    const bytes = Uint8Array.from({ length: 5000 }, (_, i) => (i * 7919) % 256)
    const run = await build({}, { [`001.${ending}`]: bytes })
    expect(run.ids).toEqual(['transcripts/encoding'])
    expect(readdirSync(run.root)).toEqual(['episodes'])
  })

  test('more than 20 MB are not read', async () => {
    const run = await build({}, { '001.txt': Buffer.alloc(20 * 1024 * 1024 + 1, 'a ') })
    expect(run.ids).toEqual(['transcripts/empty'])
  })
})
