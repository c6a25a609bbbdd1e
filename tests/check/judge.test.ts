/** What many episodes need is said once. */

import { describe, expect, test } from 'vitest'
import type { Evidence } from '../../src/check/evidence.ts'
import { checkRules } from '../../src/check/index.ts'
import { judge } from '../../src/check/judge.ts'
import type { Diagnostic } from '../../src/diagnostic.ts'
import { saidOnce } from '../../src/report/said-once.ts'
import { concat } from '../support/bytes.ts'
import { evidenceOf } from '../support/evidence-of.ts'
import type { Files } from '../support/folder.ts'
import { bodies, documentOf, frontMatter } from '../support/good-show.ts'
import { id3v2 } from '../support/id3.ts'
import { jpeg } from '../support/image.ts'
import { mp3 } from '../support/mpeg.ts'

type Fields = Readonly<Record<string, string>>

const showFields: Fields = frontMatter['show.md']
const audio = mp3({ seconds: 1, mode: 'mono', bitrate: 96 })

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

const given = async (files: Files): Promise<Evidence> => (await evidenceOf(files))!

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
    const diagnostics = saidOnce(judge(await given(show9(number => number <= many)), checkRules))
    const titles = of('episode/title-number', diagnostics)
    expect(filesOf(titles)).toEqual([3, 2, 1].slice(3 - many).map(number => `episodes/00${number}.md`))
    expect(titles.filter(one => one.related !== undefined || !one.message.startsWith('the title'))).toEqual(
      [],
    )
  })

  test.each([4, 9])('%i are one, where the newest stands, with the next two', async many => {
    const diagnostics = saidOnce(judge(await given(show9(number => number <= many)), checkRules))
    const [only, ...others] = of('episode/title-number', diagnostics)
    expect(others).toEqual([])
    expect(only).toMatchObject({
      severity: 'note',
      place: { file: `episodes/00${many}.md`, line: 2 },
      message: `${many} titles contain the number of the episode, and apps that read \`episode\` show it a second time`,
      related: [
        { place: { file: `episodes/00${many - 1}.md` }, message: 'here too' },
        { place: { file: `episodes/00${many - 2}.md` }, message: 'here too' },
      ],
    })
  })

  test('of a rule about the whole show too', async () => {
    const files = show([1, 2, 3, 4].map(number => episode(number, { guid: `"${number}"` })))
    const [only, ...others] = of('episode/guid-form', saidOnce(judge(await given(files), checkRules)))
    expect(others).toEqual([])
    expect(only?.message).toBe(
      '4 guids are short numbers that episodes of other shows have too, so apps may mix them up',
    )
  })

  test('in words that may be about the show', async () => {
    const files = show(
      [1, 2, 3, 4].map(number => episode(number, { episode: '' })),
      { type: 'serial' },
    )
    const [only, ...others] = of('episode/number-serial', saidOnce(judge(await given(files), checkRules)))
    expect(others).toEqual([])
    expect(only?.help).toContain('write `type: episodic` in episodes/show.md')
  })

  test('files over http are told once, be they of the show or of its episodes', async () => {
    const over = (number: number): Files =>
      episode(number, { image: `http://pictures.example/${number}.jpg` })
    const urls = { image: 'http://pictures.example/cover.jpg', feedUrl: 'http://show.example/feed.xml' }
    const files = show([1, 2, 3, 4].map(over), urls)
    const https = of('show/https', saidOnce(judge(await given(files), checkRules)))
    expect(https.map(({ message }) => message)).toEqual([
      'the addresses of 6 files begin with http://, and players on web pages do not load those',
    ])
  })
})

describe('one file of several episodes', () => {
  const sharing = (number: number): Files => episode(number, { audio: 'a b.mp3' })

  test('is judged once, where it stands first', async () => {
    const files = show([sharing(1), sharing(2), plain(3)])
    const found = saidOnce(judge(await given(files), checkRules))
    expect(filesOf(of('audio/ascii-name', found))).toEqual(['episodes/002.md'])
  })

  test('the cover of the show is judged there, though episodes name it too', async () => {
    const pictured = (number: number): Files => episode(number, { image: 'small.jpg' })
    const files = show([pictured(1), pictured(2)], { image: 'small.jpg' })
    const found = saidOnce(judge(await given(files), checkRules))
    expect(filesOf(of('artwork/size', found))).toEqual(['episodes/show.md'])
  })
})
