/** `init` and `new`: a first feed within a minute, and nothing that was there is touched. */

import { existsSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { PassThrough } from 'node:stream'
import { describe, expect, test } from 'vitest'
import { nextFreeDay, nextInRhythm, today } from '../src/cli/new-date.ts'
import { episodeText, isCleanName, nextNumbers, nextStem, slugOf, titleOf } from '../src/cli/new-episode.ts'
import { episodeSchema } from '../src/fields/index.ts'
import { entryOf } from '../src/load/index.ts'
import { temporaryFolder, writeFiles } from './support/folder.ts'
import { goodAudio, goodShow } from './support/good-show.ts'
import { id3v2 } from './support/id3.ts'
import { mp3 } from './support/mpeg.ts'
import fc from './support/property.ts'
import { canMakePipes, makePipe } from './support/special-file.ts'
import { say } from './support/terminal.ts'
import { wav } from './support/wav.ts'

const read = (cwd: string, path: string): string => readFileSync(join(cwd, path), 'utf8')

const all = ['--title', 'Harbour: "notes"', '--author', 'Ada, Pier', '--email', 'ada@pier.dev']
const rest = [
  '--site',
  'https://pier.dev/show',
  '--category',
  'technology',
  '--description',
  'Talks about "small" ports.',
]

const rulesIn = (said: { readonly stderr: string }): readonly string[] =>
  [...new Set([...said.stderr.matchAll(/\[([a-z-]+\/[a-z-]+)\]/g)].map(([, rule]) => rule!))].toSorted()

describe('init', () => {
  test('from nothing to a valid feed with own audio and artwork: no error and no warning on the way', async () => {
    const cwd = temporaryFolder()
    const said = await say({ cwd }, 'init', ...all, ...rest)
    expect(said).toMatchObject({ code: 0, stdout: 'episodes/show.md\n.gitignore\n' })
    expect(said.stderr).not.toContain('fill in')
    expect(said.stderr).toMatch(
      /1\. put your artwork there as episodes\/cover\.jpg[\s\S]*2\. .*`build-feed new <recording\.mp3>`[\s\S]*3\. run `build-feed`/,
    )
    expect(read(cwd, '.gitignore')).toContain('public/\n')
    writeFiles(cwd, { 'My Recording (final) v2.mp3': goodAudio['001.mp3'] })
    writeFiles(join(cwd, 'episodes'), { 'cover.jpg': goodShow()['cover.jpg']! })
    const made = await say({ cwd }, 'new', 'My Recording (final) v2.mp3')
    expect(made.stdout).toBe(
      'episodes/001-my-recording-final-v2.mp3\nepisodes/001-my-recording-final-v2.md\n',
    )
    expect(made.stderr).toContain('It is dated 2026-11-25: it is in the feed from the next build on.')
    writeFiles(join(cwd, 'episodes'), {
      '001-my-recording-final-v2.md': `${read(cwd, 'episodes/001-my-recording-final-v2.md')}Notes of a talk.\n`,
    })
    const built = await say({ cwd })
    expect(built.code).toBe(0)
    expect(built.stdout).toContain('1 episode ')
    // Its page is the episode's link.
    expect(rulesIn(built)).toEqual([])
    expect(read(cwd, 'public/001-my-recording-final-v2/index.html')).toContain('Notes of a talk.')
    expect(read(cwd, 'public/feed.xml')).toContain('<title>Harbour: "notes"</title>')
  })

  test('what is not said is one finding, with all lines; the build is a look', async () => {
    const cwd = temporaryFolder()
    // Early in the day: the sample must not be held back until six in the morning.
    const now = '2026-11-24T00:30:00+13:00'
    const said = await say({ cwd, now }, 'init', '--sample')
    expect(said.stdout).toBe(
      'episodes/show.md\nepisodes/001-hello.md\nepisodes/001-hello.mp3\nepisodes/cover.jpg\n.gitignore\n',
    )
    expect(read(cwd, 'episodes/show.md')).toContain('\ntimezone: Pacific/Auckland')
    const built = await say({ cwd, now })
    expect(built.code).toBe(0)
    expect(built.stdout).toContain('1 episode ')
    expect(rulesIn(built)).toEqual(['show/provisional'])
    const told = built.stderr.replace(/\n\s+/g, ' ')
    for (const one of ['`title` (line 3)', '`author`', '`owner.email`', 'the description (line 16)'])
      expect(told).toContain(one)
    expect(told).toContain('the notes in episodes/001-hello.md (line 8)')
    expect(existsSync(join(cwd, 'public/001-hello.mp3'))).toBe(true)
  })

  test('recordings and a picture that are there become its episodes and its artwork, where they are', async () => {
    const cwd = temporaryFolder()
    writeFiles(cwd, {
      '1 Rope.mp3': Buffer.concat([id3v2({ texts: { TIT2: 'On ropes' } }), mp3({ seconds: 3 })]),
      '2 Salt.mp3': mp3({ seconds: 4 }),
      'notes.mp3': 'words',
      'Our logo.jpg': goodShow()['cover.jpg']!,
    })
    const said = await say({ cwd }, 'init', ...all, ...rest)
    expect(said.stdout).toBe('show.md\n1 Rope.md\n2 Salt.md\n.gitignore\n')
    expect(said.stderr).toContain('notes.mp3 holds no audio that can be measured')
    expect(read(cwd, 'show.md')).toContain('\nimage: Our logo.jpg')
    expect(read(cwd, '1 Rope.md')).toContain('title: On ropes\ndate: 2026-11-24\nseason: 1\nepisode: 1\n')
    expect(read(cwd, '2 Salt.md')).toContain('date: 2026-11-25 00:00\nseason: 1\nepisode: 2\n')
  })

  test('before there is an episode a build says what is missing, and writes nothing', async () => {
    const cwd = temporaryFolder()
    await say({ cwd }, 'init', 'talks/')
    const built = await say({ cwd }, 'talks')
    expect(built.code).toBe(1)
    expect(rulesIn(built)).toEqual(['files/missing', 'show/has-episode', 'show/provisional'])
    expect(existsSync(join(cwd, 'public'))).toBe(false)
  })

  test.each([
    [['--email', 'ada'], '--email: "ada" is not an e-mail address'],
    [['--site', 'somewhere'], '--site: "somewhere" is not a full address'],
    [['--language', 'klingonish'], '--language: "klingonish" is not a language'],
    [['--category', 'Potatoes'], '--category: "Potatoes" is not one of Apple'],
    [['--category', 'Foo'], '--category: "Foo" is not one of Apple\'s categories; did you mean Arts > Food?'],
    [['--category', 'Arts > Stand-Up'], 'did you mean Comedy > Stand-Up?'],
    [['--category', 'Interviews'], 'did you mean Comedy > Comedy Interviews, Music > Music Interviews or'],
    [['--category', 'Technology > Podcasting'], 'did you mean Technology?'],
  ])('%j is refused, and nothing is written', async (flags, says) => {
    const cwd = temporaryFolder()
    const said = await say({ cwd }, 'init', ...flags)
    expect(said.code).toBe(2)
    expect(said.stderr).toContain(says)
    expect(readdirSync(cwd)).toEqual([])
  })

  test.each([
    ['tv and film', 'TV & Film'],
    ['ARTS > books', 'Arts > Books'],
    ['arts/books', 'Arts > Books'],
    ['food', 'Arts > Food'],
    ['Stand Up', 'Comedy > Stand-Up'],
    ['Sports > American Football', 'Sports > Football'],
  ])('--category %s is %s: what is only spelt otherwise is taken', async (written, category) => {
    const cwd = temporaryFolder()
    expect((await say({ cwd }, 'init', '--category', written)).code).toBe(0)
    expect(read(cwd, 'episodes/show.md')).toMatch(new RegExp(`^categories: ${category} +#`, 'm'))
  })

  test('asks whoever sits at a terminal, and nobody else', async () => {
    const cwd = temporaryFolder()
    const ask = (folder: string, keys: readonly string[], more = {}, ...flags: readonly string[]) => {
      const input = new PassThrough()
      const output = new PassThrough()
      const waiting = [...keys]
      // A question is answered when it is there.
      output.on('data', (shown: Buffer) => {
        if (/[?.]\s*(?:\n|$)/.test(shown.toString()) && shown.toString().includes('◆'))
          setImmediate(() => input.write(waiting.shift() ?? '\r'))
      })
      return say({ cwd, keyboard: { input, output }, ...more }, 'init', folder, ...flags)
    }
    const keys = ['Ada Pier\r', 'ada@pier.dev\r', 'pier.dev\r', '\r', 'tv & film\r', '\r']
    expect((await ask('asked', keys, {}, '--title', 'Harbour')).code).toBe(0)
    const text = read(cwd, 'asked/show.md')
    for (const line of [
      'title: Harbour',
      'author: Ada Pier',
      'link: https://pier.dev/',
      'categories: TV & Film',
    ])
      expect(text).toContain(line)
    expect((await ask('stopped', ['\u0003'])).code).toBe(130)
    expect(existsSync(join(cwd, 'stopped'))).toBe(false)
    expect((await ask('in-ci', [], { env: { CI: 'true' } })).code).toBe(0)
    expect((await ask('quietly', [], {}, '--yes')).code).toBe(0)
  })

  test('overwrites nothing, and writes no half', async () => {
    for (const name of ['show.md', '001-hello.md']) {
      const cwd = temporaryFolder()
      writeFiles(join(cwd, 'episodes'), { [name]: 'mine' })
      const said = await say({ cwd }, 'init', '--sample')
      expect(said).toMatchObject({ code: 2, stdout: '' })
      expect(said.stderr).toBe(`build-feed: episodes/${name} cannot be written: it is there already\n`)
      expect(readdirSync(join(cwd, 'episodes'))).toEqual([name])
      expect(read(cwd, `episodes/${name}`)).toBe('mine')
    }
  })

  test('does not follow a link that leads nowhere', async () => {
    const cwd = temporaryFolder()
    writeFiles(join(cwd, 'episodes'), {})
    writeFiles(cwd, { 'episodes/.keep': '' })
    symlinkSync(join(cwd, 'elsewhere.md'), join(cwd, 'episodes/show.md'))
    expect((await say({ cwd }, 'init')).code).toBe(2)
    expect(existsSync(join(cwd, 'elsewhere.md'))).toBe(false)
  })
})

describe('new', () => {
  const show = (): string => {
    const cwd = temporaryFolder()
    writeFiles(join(cwd, 'episodes'), goodShow())
    return cwd
  }

  test('a title: the next numbers, the day in the zone of the show, and where the audio goes', async () => {
    const cwd = show()
    // In Brussels it is the 25th already.
    const said = await say({ cwd, now: '2026-11-24T23:30:00Z' }, 'new', 'Ropes: an overview')
    expect(said).toMatchObject({ code: 0, stdout: 'episodes/003-ropes-an-overview.md\n' })
    expect(said.stderr).toContain('episodes/003-ropes-an-overview.mp3')
    expect(read(cwd, 'episodes/003-ropes-an-overview.md')).toBe(
      '---\ntitle: "Ropes: an overview"\ndate: 2026-11-25\nseason: 1\nepisode: 3\n---\n',
    )
  })

  test('an audio file from elsewhere: it is copied, and its tags give the title', async () => {
    const cwd = show()
    const bytes = Buffer.concat([id3v2({ texts: { TIT2: '  The ferry\nthat waits ' } }), mp3({ seconds: 3 })])
    writeFileSync(join(cwd, 'ferry.mp3'), bytes)
    const said = await say({ cwd }, 'new', 'ferry.mp3')
    expect(said).toMatchObject({ code: 0, stdout: 'episodes/ferry.mp3\nepisodes/ferry.md\n' })
    expect(readFileSync(join(cwd, 'episodes/ferry.mp3')).equals(bytes)).toBe(true)
    expect(readFileSync(join(cwd, 'ferry.mp3')).equals(bytes)).toBe(true)
    expect(read(cwd, 'episodes/ferry.md')).toContain('title: The ferry that waits\n')
    expect((await say({ cwd, now: '2026-11-26T12:00:00Z' })).code).toBe(0)
  })

  test('an audio file in the show, in a folder of it: written beside it', async () => {
    const cwd = show()
    writeFiles(join(cwd, 'episodes'), { 'season-2/007-salt_and-rope.mp3': mp3({ seconds: 3 }) })
    const said = await say({ cwd }, 'new', 'episodes/season-2/007-salt_and-rope.mp3')
    expect(said).toMatchObject({ code: 0, stdout: 'episodes/season-2/007-salt_and-rope.md\n' })
    expect(read(cwd, 'episodes/season-2/007-salt_and-rope.md')).toContain('title: Salt and rope\n')
  })

  test('two on one day do not share it, and --next keeps the rhythm', async () => {
    const cwd = show()
    const days: string[] = []
    for (const flags of [[], [], ['--next']]) {
      const { stdout, stderr } = await say({ cwd }, 'new', `Ropes ${days.length}`, ...flags)
      const [day] = /(?<=date: ).*/.exec(read(cwd, stdout.trim()))!
      expect(stderr).toContain(`It is dated ${day}`)
      days.push(day)
    }
    expect(days.slice(0, 2)).toEqual(['2026-11-24', '2026-11-25'])
    expect(days[2]! > '2026-11-25').toBe(true)
    expect((await say({ cwd }, 'validate')).stderr).not.toContain('date/equal')
  })

  test('all that the tags know is used, and chapters and pictures are taken out', async () => {
    const cwd = show()
    const cover = goodShow()['cover.jpg'] as Uint8Array
    const other = Buffer.concat([
      cover.subarray(0, 2),
      Buffer.from([0xff, 0xfe, 0, 4, 1, 2]),
      cover.subarray(2),
    ])
    const tags = id3v2({
      texts: { TIT2: 'Ropes', TPE1: 'Lou Reef', TRCK: '7/10', TALB: 'Harbour' },
      comment: 'How ropes are made by hand.',
      cover: other,
      chapters: [
        { start: 0, end: 1, title: 'Hemp' },
        { start: 1, end: 2, title: 'Tar', image: cover },
        { start: 2, end: 3, title: 'Salt' },
      ],
    })
    writeFileSync(join(cwd, 'Größe & Güte.mp3'), Buffer.concat([tags, mp3({ seconds: 3 })]))
    const said = await say({ cwd }, 'new', 'Größe & Güte.mp3')
    expect(said.stdout.trim().split('\n')).toEqual(
      ['mp3', 'md', 'jpg', 'chapter-2.jpg', 'chapters.json'].map(ending => `episodes/003-ropes.${ending}`),
    )
    expect(read(cwd, 'episodes/003-ropes.md')).toBe(
      '---\ntitle: Ropes\ndate: 2026-11-24\nseason: 1\nepisode: 7\npersons: Lou Reef\n---\n\nHow ropes are made by hand.\n',
    )
    expect(readFileSync(join(cwd, 'episodes/003-ropes.jpg')).equals(other)).toBe(true)
    expect(JSON.parse(read(cwd, 'episodes/003-ropes.chapters.json'))).toEqual({
      version: '1.2.0',
      chapters: [
        { startTime: 0, title: 'Hemp' },
        { startTime: 1, title: 'Tar', img: '003-ropes.chapter-2.jpg' },
        { startTime: 2, title: 'Salt' },
      ],
    })
    expect(
      rulesIn(await say({ cwd }, 'validate')).filter(rule => /chapters|files|artwork|text/.test(rule)),
    ).toEqual([])
    const again = await say({ cwd }, 'new', '--extract', 'episodes/003-ropes.mp3')
    expect(again.stderr).toBe('build-feed: episodes/003-ropes.jpg cannot be written: it is there already\n')
  })

  test('--extract takes out of the recording of an episode what it holds, and says when that is nothing', async () => {
    const cwd = show()
    expect(await say({ cwd }, 'new', '--extract', 'episodes/001.mp3')).toMatchObject({
      code: 0,
      stdout: '',
      stderr: 'There are no chapters in it, and no picture that the show does not have.\n',
    })
    writeFileSync(join(cwd, 'elsewhere.mp3'), mp3({ seconds: 3 }))
    expect((await say({ cwd }, 'new', '--extract', 'elsewhere.mp3')).code).toBe(2)
  })

  test('a recording that directories do not take is not copied; the command that converts it is told', async () => {
    const cwd = show()
    writeFileSync(join(cwd, 'raw.wav'), wav({ seconds: 2 }))
    const said = await say({ cwd }, 'new', 'raw.wav')
    expect(said.stdout).toBe('episodes/raw.md\n')
    expect(said.stderr).toContain('raw.wav is WAV, which Apple does not take from a feed')
    expect(said.stderr).toMatch(/ {2}ffmpeg -i raw\.wav -c:a libmp3lame .* episodes\/raw\.mp3\n/)
  })

  test('overwrites nothing', async () => {
    const cwd = show()
    const before = read(cwd, 'episodes/001.md')
    expect(await say({ cwd }, 'new', 'episodes/001.mp3')).toMatchObject({
      code: 2,
      stderr: 'build-feed: episodes/001.md cannot be written: it is there already\n',
    })
    writeFileSync(join(cwd, '001.mp3'), mp3({ seconds: 1 }))
    expect((await say({ cwd }, 'new', '001.mp3')).code).toBe(2)
    expect(read(cwd, 'episodes/001.md')).toBe(before)
    expect(readFileSync(join(cwd, 'episodes/001.mp3')).equals(goodAudio['001.mp3'])).toBe(true)
  })

  test.runIf(canMakePipes)('a named pipe is none, and is not waited for', async () => {
    const cwd = show()
    makePipe(join(cwd, 'f.mp3'))
    for (const argv of [['f.mp3'], ['--extract', 'f.mp3']])
      expect(await say({ cwd }, 'new', ...argv)).toMatchObject({
        code: 2,
        stderr: 'build-feed: f.mp3 cannot be a recording: it is a named pipe, not a file\n',
      })
  })

  test.each([
    { argv: ['nothing.mp3'], says: 'there is no file nothing.mp3' },
    { argv: ['   '], says: 'a title needs a letter' },
    { argv: ['Title', '--show', 'nowhere'], says: 'there is no folder "nowhere"' },
    {
      argv: ['Title', '--show', 'empty'],
      in: { 'empty/x.txt': 'words' },
      says: 'there is no show in empty',
    },
    { argv: ['notes.mp3'], in: { 'notes.mp3': 'words' }, says: 'notes.mp3 holds no audio' },
    { argv: ['_draft.mp3'], in: { '_draft.mp3': 'words' }, says: '_draft.mp3 would be ignored' },
    { argv: [], says: "missing required argument 'title-or-audio'" },
  ])('says $says', async ({ argv, says, ...more }) => {
    const cwd = show()
    writeFiles(cwd, 'in' in more ? (more.in ?? {}) : {})
    const said = await say({ cwd }, 'new', ...argv)
    expect(said.code).toBe(2)
    expect(said.stderr).toContain(says)
  })
})

describe('the date of a new episode', () => {
  const at = (now: string, dates: readonly string[], publishAt?: string) => ({
    now: Date.parse(now),
    zone: 'Europe/Brussels',
    publishAt,
    dates,
  })

  test('today; the next free day when today has an episode; what it means is said', () => {
    expect(nextFreeDay(at('2026-11-24T12:00:00Z', ['2026-11-17']))).toEqual({
      day: '2026-11-24',
      meaning: 'It is dated 2026-11-24: it is in the feed from the next build on.',
    })
    expect(nextFreeDay(at('2026-11-24T12:00:00Z', ['2026-11-24 18:00']))).toEqual({
      day: '2026-11-25',
      meaning:
        'It is dated 2026-11-25, since today has an episode: it appears with the first build after 06:00 that day (Europe/Brussels).',
    })
    expect(nextFreeDay(at('2026-11-24T12:00:00Z', ['2026-11-24', '2026-11-25']))).toMatchObject({
      day: '2026-11-26',
      meaning: expect.stringContaining('2026-11-26, since today and tomorrow (2026-11-25) have episodes:'),
    })
    const nine = Array.from({ length: 9 }, (_, i) => `2026-${i < 7 ? `11-${24 + i}` : `12-0${i - 6}`}`)
    expect(nextFreeDay(at('2026-11-24T12:00:00Z', nine))).toMatchObject({
      day: '2026-12-03',
      meaning: expect.stringContaining(
        '2026-12-03, since every day from today to 2026-12-02 has an episode:',
      ),
    })
    expect(nextFreeDay(at('2026-11-24T12:00:00Z', [], '18:30')).meaning).toContain('after 18:30 that day')
  })

  test.each([
    [['2026-11-03', '2026-11-10', '2026-11-17'], '2026-11-24'],
    [['2026-11-10', '2026-11-17', '2026-11-24'], '2026-12-01'],
    // One that came early does not change the rhythm, and a pause is gone over by whole weeks.
    [['2026-09-01', '2026-09-08', '2026-09-14', '2026-09-22', '2026-09-29'], '2026-11-24'],
    [['2026-08-31', '2026-09-30', '2026-10-31'], '2026-11-30'],
    [['2026-11-22', '2026-11-23'], '2026-11-24'],
  ])('the rhythm of %j', (dates, day) => {
    expect(nextInRhythm(at('2026-11-24T12:00:00Z', dates))?.day).toBe(day)
  })

  test('one episode has no rhythm', () => {
    expect(nextInRhythm(at('2026-11-24T12:00:00Z', ['2026-11-17', 'soon']))).toBeUndefined()
  })
})

describe('the next one', () => {
  const entry = (stem: string, fields = '') =>
    entryOf(episodeSchema, `${stem}.md`, `${stem}.md`, `---\ntitle: T\ndate: 2026-01-05\n${fields}---\n`)
      .entry!

  test('numbers follow those of the last season, and a show without numbers gets none', () => {
    expect(nextNumbers([])).toEqual({ season: 1, episode: 1 })
    expect(nextNumbers([entry('a'), entry('b')])).toEqual({})
    expect(nextNumbers([entry('a', 'episode: 41\n'), entry('b')])).toEqual({ episode: 42 })
    expect(
      nextNumbers([entry('a', 'season: 1\nepisode: 9\n'), entry('b', 'season: 2\nepisode: 3\n')]),
    ).toEqual({ season: 2, episode: 4 })
  })

  test('files are numbered as those beside them', () => {
    expect(nextStem([], 'x')).toBe('001-x')
    expect(nextStem([entry('009-a'), entry('010-b')], 'x')).toBe('011-x')
    expect(nextStem([entry('9')], 'x')).toBe('10-x')
    expect(nextStem([entry('first'), entry('second')], 'x')).toBe('x')
    expect(nextStem([entry('s1/004-a'), entry('s2/001-b')], 'x')).toBe('s2/002-x')
  })

  test('a name in words', () => {
    expect(titleOf('s1/012_the-ferry', undefined)).toBe('The ferry')
    expect(titleOf('02 – Zweite', undefined)).toBe('Zweite')
    expect(titleOf('04 — Vierte – Teil 2', undefined)).toBe('Vierte – Teil 2')
    expect(titleOf('012', undefined)).toBe('012')
    expect(titleOf('012', { title: ' ' })).toBe('012')
  })

  test('today is a day of the zone; a zone that is none is UTC', () => {
    const now = Date.parse('2026-12-31T23:30:00Z')
    expect(today(now, 'Europe/Brussels')).toBe('2027-01-01')
    expect(today(now, 'America/New_York')).toBe('2026-12-31')
    expect(today(now, 'Nowhere/Land')).toBe('2026-12-31')
  })

  test('property: any title is read back as it was, and makes a safe file name', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 80 }), written => {
        const title = written.replace(/\s+/g, ' ').trim()
        fc.pre(title !== '')
        const { entry: read, problems } = entryOf(
          episodeSchema,
          'a.md',
          'a.md',
          episodeText({ title, date: '2026-01-05' }),
        )
        expect(problems).toEqual([])
        expect(read?.meta.title).toBe(title)
        expect(slugOf(title)).toMatch(/^(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)?$/)
        expect(isCleanName(nextStem([], slugOf(title)))).toBe(true)
      }),
      { numRuns: 500 },
    )
  })
})
