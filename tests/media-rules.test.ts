/** Audio and artwork: one mistake is one finding, at its place, and what cannot be judged is left in peace. */

import { describe, expect, test } from 'vitest'
import { ffmpeg } from '../src/check/command.ts'
import { agree } from '../src/check/rules/audio/same-name.ts'
import type { Example } from '../src/diagnostic.ts'
import { saidOnce } from '../src/report/said-once.ts'
import { quoted } from '../src/units/shell.ts'
import { lay } from './support/lay.ts'
import fc from './support/property.ts'
import { runShow } from './support/run.ts'

const findings = async (example: Example): Promise<string[]> => {
  const { files, run } = lay(example)
  const { diagnostics } = await runShow(files, run)
  return diagnostics.map(({ rule, place, message }) => {
    const at = place.line === undefined ? '' : `:${place.line}:${place.column}`
    return `${place.file}${at} ${rule} ${message}`
  })
}
const ids = async (example: Example): Promise<string[]> =>
  (await findings(example)).map(line => line.split(' ')[1]!)

const instead = (recipe: string, name: string): Example => ({ '001.mp3': '!nothing', [name]: recipe })

describe('an audio file gets one finding for one mistake', () => {
  test.each<[string, Example, readonly string[]]>([
    ['cut, so its header says too much', { '001.mp3': '!mp3 60 cut in half' }, ['audio/truncated']],
    [
      'joined, so its header says too little',
      { '001.mp3': '!mp3 30 then another of 20 seconds' },
      ['audio/joined'],
    ],
    [
      'joined of different halves',
      { '001.mp3': '!mp3 30 then another of 20 seconds, before 3000 bytes of noise' },
      ['audio/joined'],
    ],
    ['off by less than a second', { '001.mp3': '!mp3 60 whose header claims 60.7 seconds' }, []],
    ['FLAC that is called MP3', { '001.mp3': '!flac 10' }, ['audio/format']],
    ['AAC without a container', instead('!aac 10', '001.aac'), ['audio/format']],
    ['MPEG layer II', { '001.mp3': '!mp3 10 layer 2' }, ['audio/format']],
    ['8 kHz, and so few bits', { '001.mp3': '!mp3 10 mono 8000 Hz 16 kbps' }, ['audio/sample-rate']],
    ['32 kHz, and far too few bits', { '001.mp3': '!mp3 10 stereo 32000 Hz 48 kbps' }, ['audio/bit-rate']],
    ['mono of 64 kbit/s, as speech often is', { '001.mp3': '!mp3 10 mono 64 kbps' }, []],
    ['mono of 32 kbit/s, the least', { '001.mp3': '!mp3 10 mono 32 kbps' }, []],
    ['stereo of 256 kbit/s, the most', { '001.mp3': '!mp3 10 stereo 256 kbps' }, []],
    ['stereo of 320 kbit/s', { '001.mp3': '!mp3 10 stereo 320 kbps' }, ['audio/bit-rate']],
    ['an index at the end', instead('!m4a 10 with its index at the end', '001.m4a'), ['audio/faststart']],
    ['an audiobook', instead('!m4a 10', '001.m4b'), ['audio/extension']],
    [
      'capitals in the ending',
      { '001.md': 'audio: 001.MP3', '001.mp3': '!nothing', '001.MP3': '!mp3 10' },
      [],
    ],
    [
      'another title and another show',
      { '001.mp3': '!mp3 10 titled "Knots" of the show "Rope"' },
      ['audio/tags'],
    ],
    ['another show', { '001.mp3': '!mp3 10 of the show "Rope"' }, ['audio/tags']],
    ['the show, and more', { '001.mp3': '!mp3 10 of the show "Harbour Notes (Podcast)"' }, []],
    ['no name of a show', { '001.mp3': '!mp3 10 of the show "Podcast"' }, []],
    [
      'whole in the front matter, cut on disk',
      { '001.md': 'duration: 60', '001.mp3': '!mp3 60 cut in half' },
      ['audio/truncated'],
    ],
    ['a duration cut to whole seconds', { '001.md': 'duration: 59', '001.mp3': '!mp3 60' }, []],
    [
      'a duration that is two seconds off',
      { '001.md': 'duration: 58', '001.mp3': '!mp3 60' },
      ['audio/written-duration'],
    ],
  ])('%s', async (_, example, expected) => {
    expect(await ids(example)).toEqual(expected)
  })
})

describe('an address', () => {
  test.each([
    ['https://media.example/001.mp3', undefined],
    ['https://media.example/001.MP3?from=feed', undefined],
    ['https://media.example/001.mp3a', 'audio/extension'],
    ['https://media.example/001', 'audio/extension'],
    ['https://media.example/001.ogg?x=1', 'audio/extension'],
    ['https://media.example/play?file=001.mp3', 'audio/extension-query'],
  ])('%s', async (audio, expected) => {
    const found = (await ids({ '001.md': `audio: ${audio}` })).filter(id => id.includes('extension'))
    expect(found).toEqual(expected === undefined ? [] : [expected])
  })

  test.each([
    ['https://show.example/cover.jpg', undefined],
    ['https://show.example/cover.jpeg?v=2', undefined],
    ['https://show.example/cover', 'artwork/extension'],
    ['https://show.example/cover.webp', 'artwork/extension'],
    ['http://show.example/cover.png', undefined],
  ])('of a picture: %s', async (image, expected) => {
    const found = (await ids({ 'show.md': `image: ${image}` })).filter(id => id.startsWith('artwork/'))
    expect(found).toEqual(expected === undefined ? [] : [expected])
  })
})

describe('a picture gets one finding for one mistake', () => {
  const png = (recipe: string): Example => ({ 'show.md': 'image: cover.png', 'cover.png': recipe })
  test.each<[string, Example, readonly string[]]>([
    ['a small oblong', { 'cover.jpg': '!jpeg 1200x900' }, ['artwork/square']],
    ['a large oblong', { 'cover.jpg': '!jpeg 4000x3500' }, ['artwork/square']],
    ['a tiny oblong', { 'cover.jpg': '!jpeg 200x100' }, ['artwork/size']],
    ['a single pixel', { 'cover.jpg': '!jpeg 1' }, ['artwork/size']],
    ['1399', { 'cover.jpg': '!jpeg 1399' }, ['artwork/size']],
    ['1400', { 'cover.jpg': '!jpeg 1400' }, []],
    ['2999', { 'cover.jpg': '!jpeg 2999' }, []],
    ['3001', { 'cover.jpg': '!jpeg 3001' }, ['artwork/size']],
    ['too many pixels, and so too many bytes', { 'cover.jpg': '!jpeg 3200 of 700 KB' }, ['artwork/size']],
    ['exactly 512 KB', { 'cover.jpg': '!jpeg 3000 of 500 KB' }, []],
    ['WebP that is called JPEG', { 'cover.jpg': '!webp 1000x500' }, ['artwork/format']],
    ['GIF', { 'show.md': 'image: cover.gif', 'cover.gif': '!gif 3000' }, ['artwork/format']],
    ['PNG that is called JPEG', { 'cover.jpg': '!png 3000' }, ['artwork/extension']],
    ['grey', { 'cover.jpg': '!jpeg 3000 grey' }, ['artwork/rgb']],
    ['a grey PNG', png('!png 3000 grey'), ['artwork/rgb']],
    ['a tRNS chunk', png('!png 3000 transparent'), ['artwork/alpha']],
    ['grey with alpha: two mistakes', png('!png 3000 grey with alpha'), ['artwork/alpha', 'artwork/rgb']],
    ['an interlaced PNG', png('!png 3000 interlaced'), []],
    ['a PNG cut in half', png('!png 3000 cut in half'), ['artwork/truncated']],
  ])('%s', async (_, example, expected) => {
    expect(await ids(example)).toEqual(expected)
  })

  test('of an episode, by the rules of the show: but what is only preferred is asked of the show alone', async () => {
    expect(
      await findings({ '001.jpg': '!jpeg 1200x900', '002.jpg': '!jpeg 1400 progressive at 300 dpi' }),
    ).toEqual([
      'episodes/001.jpg artwork/square episodes/001.jpg is 1200 × 900 pixels, and directories refuse artwork that is not a square of 1400 to 3000',
    ])
  })

  test('notes that fit every episode are told people once, and programs at every place', async () => {
    const many = Object.fromEntries(
      ['a', 'b', 'c', 'd', 'e'].flatMap((name, i) => [
        [`${name}.md`, `!text ---\ntitle: Talk ${name.repeat(3)}\ndate: 2026-02-0${i + 1}\n---\nNotes.\n`],
        [`${name}.mp3`, `!mp3 ${20 + i} stereo 320 kbps`],
      ]),
    )
    const { files, run } = lay(many)
    const { diagnostics } = await runShow(files, run)
    const found = diagnostics.filter(({ rule }) => rule === 'audio/bit-rate')
    expect(found.map(({ place }) => place.file).sort()).toEqual(
      ['a', 'b', 'c', 'd', 'e'].map(name => `episodes/${name}.mp3`),
    )
    expect(saidOnce(found).map(({ message }) => message)).toEqual([
      '5 audio files have a bit rate that Apple advises against: they sound poor, or are larger than anybody can hear',
    ])
  })

  test('once, however many episodes name it', async () => {
    const named = { '001.md': 'image: small.jpg', '002.md': 'image: small.jpg' }
    expect(await findings({ ...named, 'small.jpg': '!jpeg 1200' })).toEqual([
      'episodes/002.md:7:8 artwork/size episodes/small.jpg is 1200 × 1200 pixels, and Apple refuses artwork that is not a square of 1400 to 3000',
    ])
    expect(await findings({ '001.md': 'image: cover.jpg', 'cover.jpg': '!jpeg 1200' })).toEqual([
      'episodes/show.md:8:8 artwork/size episodes/cover.jpg is 1200 × 1200 pixels, and Apple refuses artwork that is not a square of 1400 to 3000',
    ])
  })
})

describe('what is not judged', () => {
  test('a draft: neither its audio nor its artwork, nor that it has none yet', async () => {
    const draft = { '001.md': 'draft: true', '001.jpg': '!jpeg 100' }
    expect(await ids({ ...draft, '001.mp3': '!flac 10' })).toEqual([])
    expect(await ids({ '001.md': 'draft: true', '001.mp3': '!nothing' })).toEqual([])
  })

  test('what the lock remembers', async () => {
    const lock = {
      version: 1,
      podcastGuid: '917393e3-1b1e-5cef-ace4-edaa54e1f810',
      episodes: {
        '001': {
          guid: 'one',
          url: 'https://show.example/feed/Erste%20Br%C3%BCcke.flac',
          bytes: 1000,
          type: 'audio/flac',
          duration: 100,
          fingerprint: 'x',
          pubDate: '2026-01-05T05:00:00Z',
        },
      },
    }
    const { files } = lay({ '001.mp3': '!nothing', '001.md': 'duration: 10\nallow: audio/absent' })
    const { diagnostics } = await runShow({ ...files, 'feed.lock.json': JSON.stringify(lock) })
    expect(diagnostics.filter(({ rule }) => rule.startsWith('audio/'))).toEqual([])
  })
})

describe('the title in a tag', () => {
  const show = 'Harbour Notes'
  test.each([
    ['The lighthouse keeper', 'The Lighthouse Keeper'],
    ['12 – The lighthouse keeper', 'The lighthouse keeper'],
    ['Harbour Notes #12: The Lighthouse Keeper', 'The lighthouse keeper'],
    ['The lighthouse keeper of the north e', 'The lighthouse keeper of the north end'],
    ['S01E02_the-lighthouse-keeper_final', 'The lighthouse keeper'],
    ['Épisode 3 : L’été', "L'ete"],
    ['Ada, who is the lighthouse keeper', 'Lighthouse keeper Ada Pier talks'],
    ['Track 01', 'The lighthouse keeper'],
    ['12', 'The lighthouse keeper'],
    ['!!!', 'The lighthouse keeper'],
    ['Harbour Notes', 'Harbour Notes'],
    ['灯台守', '第12回 灯台守'],
  ])('%s is %s', (tag, title) => {
    expect(agree(tag, title, show)).toBe(true)
  })

  test.each([
    ['Tide tables', 'The lighthouse keeper'],
    ['The tide', 'The lighthouse keeper'],
    ['Harbour Notes: Tide tables', 'Harbour Notes: The lighthouse keeper'],
    ['潮汐表', '灯台守'],
  ])('%s is not %s', (tag, title) => {
    expect(agree(tag, title, show)).toBe(false)
  })

  test('agrees with itself, both ways round, whatever it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (a, b) => {
        expect(agree(a, a, b)).toBe(true)
        expect(agree(a, b)).toBe(agree(b, a))
      }),
    )
  })
})

describe('a command', () => {
  test.each([
    ['episodes/001.mp3', 'episodes/001.mp3'],
    ['my show/a "b" $c `d`.mp3', '"my show/a \\"b\\" \\$c \\`d\\`.mp3"'],
    ['-n.mp3', './-n.mp3'],
    ['a;rm -rf x', '"a;rm -rf x"'],
  ])('%s is one argument', (path, expected) => {
    expect(quoted(path)).toBe(expected)
  })

  test('is told with the path that a person can open', () => {
    expect(ffmpeg('my show/1.m4a', '-c copy', 'out.m4a')).toBe('ffmpeg -i "my show/1.m4a" -c copy out.m4a')
  })
})
