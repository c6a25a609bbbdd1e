/** What many episodes need is said once, and what was found before is not looked for again: neither may be seen in the result. */

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Case, Item, Rule } from '../../src/check/case.ts'
import { checkRules } from '../../src/check/index.ts'
import { judge } from '../../src/check/judge.ts'
import type { Diagnostic } from '../../src/diagnostic.ts'
import { forgetful, type Memo } from '../../src/memo.ts'
import { concat } from '../support/bytes.ts'
import { caseOf } from '../support/case-of.ts'
import type { Files } from '../support/folder.ts'
import { bodies, documentOf, frontMatter } from '../support/good-show.ts'
import { id3v2 } from '../support/id3.ts'
import { jpeg } from '../support/image.ts'
import { mp3 } from '../support/mpeg.ts'

/** Keeps as JSON what it is given, as the cache does. */
const keeping = (): Memo => {
  const kept = new Map<string, string>()
  const idOf = (...parts: readonly string[]): string => parts.join('\0')
  return {
    ...forgetful,
    peek: (kind, path, key) => {
      const text = kept.get(idOf(kind, path, key))
      return text === undefined ? undefined : JSON.parse(text)
    },
    put: (kind, path, key, value) => void kept.set(idOf(kind, path, key), JSON.stringify(value)),
  }
}

type Fields = Readonly<Record<string, string>>

const showFields: Fields = frontMatter['show.md']
const audio = mp3({ seconds: 1, mode: 'mono', bitrate: 96 })
const thinAudio = mp3({ seconds: 1, mode: 'mono', bitrate: 24, sampleRate: 24_000 })

/** Of episode 1 to 9, the oldest first. */
const episode = (
  number: number,
  fields: Fields = {},
  notes = `About ${number}.`,
  recording = audio,
): Files => ({
  [`00${number}.md`]: documentOf(
    {
      title: `Tides ${'abcdefghi'[number - 1]}`,
      date: `2026-01-0${number}`,
      season: '1',
      episode: `${number}`,
      link: `https://show.example/${number}`,
      ...fields,
    },
    `${notes}\n`,
  ),
  [`00${number}.mp3`]: recording,
})

const show = (episodes: readonly Files[], fields: Fields = {}): Files => ({
  'show.md': documentOf({ ...showFields, ...fields }, bodies['show.md']),
  'cover.jpg': jpeg({ width: 3000, height: 3000 }),
  'small.jpg': jpeg({ width: 1000, height: 1000 }),
  'a b.mp3': audio,
  'c d.mp3': audio,
  'marked.mp3': concat(id3v2({ chapters: [0, 90].map(start => ({ start, title: 'Tide' })) }), audio),
  'long.vtt': 'WEBVTT\n\n00:00.000 --> 00:01.000\nHello\n\nWho?\n\n01:00.000 --> 01:01.000\nBye\n',
  'late.txt': '00:05 Late\n00:03 Early\n',
  ...Object.assign({}, ...episodes),
})

const given = async (files: Files): Promise<Case> => (await caseOf(files))!

const numbered = (number: number): Files => episode(number, { title: `"Ep. ${number}: Tides"` })
const plain = (number: number): Files => episode(number)
const show9 = (isNumbered: (number: number) => boolean): Files =>
  show([1, 2, 3, 4, 5, 6, 7, 8, 9].map(number => (isNumbered(number) ? numbered(number) : plain(number))))

const of = (rule: string, diagnostics: readonly Diagnostic[]): readonly Diagnostic[] =>
  diagnostics.filter(one => one.rule === rule)
const filesOf = (diagnostics: readonly Diagnostic[]): readonly string[] =>
  diagnostics.map(({ place }) => place.file)

describe('more than three findings are one', () => {
  test.each([0, 1, 2, 3])('%i are told one by one, the newest first', async many => {
    const diagnostics = judge(await given(show9(number => number <= many)), checkRules, forgetful)
    const titles = of('episode/title-number', diagnostics)
    expect(filesOf(titles)).toEqual([3, 2, 1].slice(3 - many).map(number => `episodes/00${number}.md`))
    expect(titles.filter(one => one.related !== undefined || !one.message.startsWith('the title'))).toEqual(
      [],
    )
  })

  test.each([4, 9])('%i are one, where the newest stands, with the next two', async many => {
    const diagnostics = judge(await given(show9(number => number <= many)), checkRules, forgetful)
    const [only, ...others] = of('episode/title-number', diagnostics)
    expect(others).toEqual([])
    expect(only).toMatchObject({
      severity: 'warning',
      place: { file: `episodes/00${many}.md`, line: 2 },
      message: `${many} titles carry their number, which belongs into tags of its own`,
      related: [
        { place: { file: `episodes/00${many - 1}.md` }, message: 'here too' },
        { place: { file: `episodes/00${many - 2}.md` }, message: 'here too' },
      ],
    })
  })

  test('of a rule about the whole show too', async () => {
    const files = show([1, 2, 3, 4].map(number => episode(number, { guid: `"${number}"` })))
    const [only, ...others] = of('episode/guid-form', judge(await given(files), checkRules, forgetful))
    expect(others).toEqual([])
    expect(only?.message).toBe('4 guids are short numbers, which other shows have too')
  })

  test('in words that may be about the show', async () => {
    const files = show(
      [1, 2, 3, 4].map(number => episode(number, { episode: '' })),
      { type: 'serial' },
    )
    const [only, ...others] = of('episode/number-serial', judge(await given(files), checkRules, forgetful))
    expect(others).toEqual([])
    expect(only?.help).toContain('write `type: episodic` in episodes/show.md')
  })

  test('files over http that show.md names are told one by one beside those of episodes', async () => {
    const over = (number: number): Files =>
      episode(number, { image: `http://pictures.example/${number}.jpg` })
    const urls = { image: 'http://pictures.example/cover.jpg', feedUrl: 'http://show.example/feed.xml' }
    const files = show([1, 2, 3, 4].map(over), urls)
    const https = of('show/https', judge(await given(files), checkRules, forgetful))
    expect(filesOf(https)).toEqual(['episodes/show.md', 'episodes/show.md', 'episodes/004.md'])
    expect(https[2]?.message).toContain('4 episodes have files over http')
  })
})

describe('one file of several episodes', () => {
  const sharing = (number: number): Files => episode(number, { audio: 'a b.mp3' })

  test('is judged once, where it stands first', async () => {
    const files = show([sharing(1), sharing(2), plain(3)])
    const found = judge(await given(files), checkRules, forgetful)
    expect(filesOf(of('audio/ascii-name', found))).toEqual(['episodes/002.md'])
  })

  test('is judged where it stands next, when the first has another and the next has not changed', async () => {
    const memo = keeping()
    judge(await given(show([sharing(1), sharing(2)])), checkRules, memo)
    const found = judge(await given(show([sharing(1), plain(2)])), checkRules, memo)
    expect(filesOf(of('audio/ascii-name', found))).toEqual(['episodes/001.md'])
  })

  test('is judged once, when only another one of them has changed', async () => {
    const memo = keeping()
    judge(await given(show([sharing(1), sharing(2)])), checkRules, memo)
    const other = episode(1, { audio: 'a b.mp3' }, 'Other notes.')
    const found = judge(await given(show([other, sharing(2)])), checkRules, memo)
    expect(filesOf(of('audio/ascii-name', found))).toEqual(['episodes/002.md'])
  })

  test('the cover of the show is judged there, though episodes name it too', async () => {
    const pictured = (number: number): Files => episode(number, { image: 'small.jpg' })
    const files = show([pictured(1), pictured(2)], { image: 'small.jpg' })
    const memo = keeping()
    for (const fields of [{ image: 'small.jpg' }, { image: 'cover.jpg' }, { image: 'small.jpg' }])
      judge(await given(show([pictured(1), pictured(2)], fields)), checkRules, memo)
    const found = judge(await given(files), checkRules, memo)
    expect(filesOf(of('artwork/size', found))).toEqual(['episodes/show.md'])
  })
})

/** A rule that finds something in each episode, and which episodes it has looked at, run by run. */
const watching = (fileOf: (item: Item) => string): { readonly rule: Rule; readonly looked: string[][] } => {
  const looked: string[][] = []
  const rule: Rule = {
    ...checkRules[0]!,
    id: 'test/watching',
    scope: 'item',
    check: ({ items }) => {
      looked.push(items.map(item => item.entry.path))
      return items.map(item => ({ place: { file: fileOf(item) }, message: 'seen' }))
    },
  }
  return { rule, looked }
}

describe('what has been found in an episode is not looked for again', () => {
  const before = show([plain(1), plain(2), plain(3)])
  const after = show([plain(1), numbered(2), plain(3)])
  const transcript = 'WEBVTT\n\n00:00.000 --> 00:01.000\nHello\n'
  const chapters = '00:00 Beginning\n'
  const texts = Object.fromEntries(
    [1, 2, 3].flatMap(number => [
      [`00${number}.vtt`, transcript],
      [`00${number}.chapters.txt`, chapters],
    ]),
  )

  test.each([
    ['its notes', ({ entry }: Item) => entry.file],
    ['its own audio', ({ entry }: Item) => entry.file.replace('.md', '.mp3')],
    ['its transcript', ({ entry }: Item) => entry.file.replace('.md', '.vtt')],
    ['its chapters', ({ entry }: Item) => entry.file.replace('.md', '.chapters.txt')],
  ])('in %s, though other episodes were changed', async (_, fileOf) => {
    const { rule, looked } = watching(fileOf)
    const memo = keeping()
    for (const files of [before, after, after])
      expect(judge(await given({ ...files, ...texts }), [rule], memo)).toHaveLength(3)
    expect(looked).toEqual([['003.md', '002.md', '001.md'], ['002.md'], []])
  })

  test.each<[string, Files]>([
    ['its transcript', { '003.vtt': `${transcript}\n` }],
    ['its chapters', { '003.chapters.txt': '00:00 Another\n' }],
  ])('unless %s changed', async (_, changed) => {
    const { rule, looked } = watching(({ entry }) => entry.file)
    const memo = keeping()
    for (const files of [
      { ...before, ...texts },
      { ...before, ...texts, ...changed },
    ])
      judge(await given(files), [rule], memo)
    expect(looked.at(-1)).toEqual(['003.md'])
  })

  test('unless it has a file together with another episode, whose it is by turns', async () => {
    const naming = (number: number): Files => episode(number, { transcripts: '[shared.vtt]' })
    const shared = { 'shared.vtt': transcript }
    const { rule, looked } = watching(({ entry, recording }) => recording.transcripts[0]?.file ?? entry.file)
    const memo = keeping()
    for (const [one, two] of [
      [naming(1), naming(2)],
      [episode(1, { transcripts: '[shared.vtt]' }, 'Other notes.'), naming(2)],
      [plain(1), naming(2)],
      [naming(1), naming(2)],
    ] as const)
      expect(judge(await given({ ...show([one, two, plain(3)]), ...shared }), [rule], memo)).toHaveLength(3)
    expect(looked.slice(1)).toEqual([
      ['002.md', '001.md'],
      ['002.md', '001.md'],
      ['002.md', '001.md'],
    ])
  })

  test('unless it stands in a file of which nobody knows whose it is', async () => {
    const { rule } = watching(() => 'episodes/other.txt')
    const memo = keeping()
    for (const files of [before, after, after])
      expect(judge(await given(files), [rule], memo)).toHaveLength(3)
  })

  test('unless newer ones have pushed it out of the feed', async () => {
    const memo = keeping()
    const odd = episode(1, { audio: 'a b.mp3' })
    const before = judge(await given(show([odd], { limit: '1' })), checkRules, memo)
    expect(of('audio/ascii-name', before)).toHaveLength(1)
    const after = judge(await given(show([odd, plain(2)], { limit: '1' })), checkRules, memo)
    expect(of('audio/ascii-name', after)).toEqual([])
  })
})

interface State {
  readonly isThere: boolean
  readonly day: number
  readonly fields: Fields
  readonly notes: string
  readonly recording: Uint8Array
}

const state: fc.Arbitrary<State> = fc.record({
  isThere: fc.constantFrom(true, true, true, false),
  day: fc.integer({ min: 1, max: 9 }),
  fields: fc
    .tuple(
      fc.constantFrom('Tides', '"Ep. 7: Tides"', '"Harbour Notes: Tides"').map(title => ({ title })),
      fc.constantFrom<Fields>(
        {},
        { audio: 'a b.mp3' },
        { audio: 'c d.mp3' },
        { audio: '001.mp3', duration: '"00:30"' },
        { audio: 'a b.mp3', duration: '"00:30"' },
        { image: 'small.jpg' },
        { image: 'cover.jpg' },
        { audio: 'c d.mp3', image: 'small.jpg' },
        { audio: 'a b.mp3', draft: 'true' },
        { audio: 'a b.mp3', chapters: '[00:00 Beginning]' },
        { transcripts: '[long.vtt]' },
        { transcripts: '[long.vtt]', chapters: 'late.txt' },
        { audio: 'c d.mp3', chapters: 'late.txt' },
        { audio: 'marked.mp3' },
        { alternateEnclosures: 'a b.mp3' },
        { summary: 'Tides.', episodeType: 'bonus' },
        { guid: '"1"', episode: '' },
      ),
    )
    .map(([title, more]) => ({ ...title, ...more })),
  notes: fc.constantFrom('Tides.', '![Chart](https://show.example/chart.jpg)', '[a](/a), [b](/b), ![c](/c)'),
  recording: fc.constantFrom(audio, thinAudio),
})

const showState = fc.constantFrom<Fields>(
  {},
  {},
  { type: 'serial' },
  { image: 'small.jpg' },
  { link: 'https://elsewhere.example/' },
  { title: 'Other Notes', limit: '3' },
)

const filesFor = (states: ReadonlyMap<number, State>, fields: Fields): Files =>
  show(
    [...states]
      .filter(([, { isThere }]) => isThere)
      .map(([number, { day, fields, notes, recording }]) =>
        episode(number, { ...fields, date: `2026-02-0${day} 0${number}:00` }, notes, recording),
      ),
    fields,
  )

test('what is said is the same, whatever was found before', async () => {
  const step = fc.oneof(
    { weight: 3, arbitrary: fc.record({ number: fc.integer({ min: 1, max: 9 }), state }) },
    { weight: 1, arbitrary: fc.record({ fields: showState }) },
  )
  await fc.assert(
    fc.asyncProperty(
      fc.array(state, { minLength: 9, maxLength: 9 }),
      fc.array(step, { minLength: 2, maxLength: 6 }),
      async (first, steps) => {
        const memo = keeping()
        const states = new Map(first.map((state, i) => [i + 1, state]))
        let fields: Fields = {}
        for (const step of [undefined, ...steps]) {
          if (step && 'fields' in step) fields = step.fields
          else if (step) states.set(step.number, step.state)
          const now = await given(filesFor(states, fields))
          expect(judge(now, checkRules, memo)).toEqual(judge(now, checkRules, forgetful))
        }
      },
    ),
    { numRuns: Number(process.env.HISTORIES ?? 20) },
  )
}, 60_000)
