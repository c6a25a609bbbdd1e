/**
 * The cache is invisible: whatever is done to a show, its output, its cache, the options or the clock,
 * the next build gives and says what a build from nothing would.
 */

import { createHash } from 'node:crypto'
import {
  cpSync,
  existsSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { expect, test } from 'vitest'
import { type Files, temporaryFolder, writeFiles } from '../support/folder.ts'
import { documentOf, frontMatter, goodShow } from '../support/good-show.ts'
import { jpeg } from '../support/image.ts'
import { mp3 } from '../support/mpeg.ts'
import fc from '../support/property.ts'
import { say } from '../support/terminal.ts'

interface World {
  readonly root: string
  readonly cache: string
  now: string
  argv: readonly string[]
}

/** What is done between two builds. On a file that is gone it does nothing. */
interface Step {
  readonly does: string
  readonly act: (world: World) => void
}
const step = (does: string, act: Step['act']): Step => ({ does, act })

const inShow = (world: World, path: string): string => join(world.root, 'episodes', path)

/** Changes a file's bytes, and perhaps sets its time back to what it was, as `cp -p` and `git checkout` of old hands do. */
const change = (path: string, edit: (bytes: Buffer) => Uint8Array, restored: string): void => {
  if (!existsSync(path)) return
  const { atime, mtime } = statSync(path)
  writeFileSync(path, edit(readFileSync(path)))
  if (restored === 'time restored') utimesSync(path, atime, mtime)
}

/** Whole seconds: what is set back to them cannot be told from what it was, as it can when the disk counts in fractions. */
const age = (folder: string): void => {
  for (const file of readdirSync(folder, { recursive: true, withFileTypes: true }))
    if (file.isFile()) utimesSync(join(file.parentPath, file.name), 1_700_000_000, 1_700_000_000)
}

/** The same size, other content: the last letter of the notes, or a byte in the middle of a recording. */
const flip = (bytes: Buffer, at: number): Buffer => {
  const other = Buffer.from(bytes)
  other[at] = other[at] === 0x61 ? 0x62 : 0x61
  return other
}

/** Another recording of the same length: a byte in each frame where silence has nothing to say. */
const seeded = (bytes: Uint8Array, seed: number): Uint8Array => {
  const other = Uint8Array.from(bytes)
  for (let at = 600; at + 60 < other.length; at += 418) other[at + 50] = seed
  return other
}
const recording = (seconds: number, seed: number): Uint8Array => seeded(mp3({ seconds }), seed)

/** Or most histories would end with the first episode that is deleted. */
const acceptAll = ['guid:*', 'gone:*', 'audio:*', 'back-dated:*'].flatMap(change => ['--accept', change])

const name = fc.constantFrom('001', '002', '003', '012', '015')
const restored = fc.constantFrom('time restored', 'time as it is')
const note = fc.string({ unit: fc.constantFrom('a', 'b', '*', '[', ']', '<', '&', '\n', ' '), maxLength: 30 })

const rename = (world: World, from: string, to: string): void => {
  if (existsSync(inShow(world, from))) renameSync(inShow(world, from), inShow(world, to))
}

const plainSteps: fc.Arbitrary<Step> = fc.oneof(
  fc.tuple(name, note).map(([name, note]) =>
    step(`write ${name}.md`, world => {
      const fields = {
        ...frontMatter['001.md'],
        title: `Episode ${name}`,
        date: `2026-0${name.at(-1)}-05`,
        episode: name,
        link: `https://show.example/${name}`,
      }
      writeFiles(inShow(world, ''), {
        [`${name}.md`]: documentOf(fields, `${note}\na\n`),
        [`${name}.mp3`]: recording(10, name.charCodeAt(2)),
      })
    }),
  ),
  fc
    .tuple(name, fc.constantFrom('md', 'mdx'), fc.constantFrom('markdown', 'mdx', 'md'))
    .map(([name, from, to]) =>
      step(`${name}.${from} ends in ${to}`, world => rename(world, `${name}.${from}`, `${name}.${to}`)),
    ),
  name.map(name =>
    step(`code of a page in ${name}.mdx`, world => {
      const path = inShow(world, `${name}.mdx`)
      if (existsSync(path))
        change(path, bytes => Buffer.concat([bytes, Buffer.from('\n<A />\n\n*b* {c}\n')]), 'time as it is')
    }),
  ),
  fc
    .constantFrom('1.mp3', '07.mp3', 'a/001.mp3', '001.MD.txt', '1.vtt', 'Cover.JPG')
    .map(path =>
      step(`put ${path} there`, world => writeFiles(inShow(world, ''), { [path]: recording(1, 3) })),
    ),
  // More than a few of them are one finding, which stands at the newest.
  fc.tuple(fc.subarray([1, 2, 3, 4, 5, 6]), fc.constantFrom('011.mp3', 'a b.mp3')).map(([numbered, audio]) =>
    step(`numbers in the titles of ${numbered.join(', ')}, and ${audio} is shared`, world => {
      const titleOf = (i: number): string => (numbered.includes(i) ? `"Ep. ${i}: Tides"` : `Tides ${i}`)
      for (const i of [1, 2, 3, 4, 5, 6])
        writeFiles(inShow(world, ''), {
          [`01${i}.md`]: documentOf(
            {
              title: titleOf(i),
              date: `2026-03-0${i}`,
              link: `https://show.example/1${i}`,
              ...(i > 4 && { audio }),
            },
            `${i}\na\n`,
          ),
          [`01${i}.mp3`]: recording(2, i),
          'a b.mp3': recording(2, 9),
        })
    }),
  ),
  fc
    .tuple(name, restored)
    .map(([name, restored]) =>
      step(`same size: ${name}.md, ${restored}`, world =>
        change(inShow(world, `${name}.md`), bytes => flip(bytes, bytes.length - 2), restored),
      ),
    ),
  fc
    .tuple(name, restored, fc.nat(250))
    .map(([name, restored, seed]) =>
      step(`same size: ${name}.mp3 ${seed}, ${restored}`, world =>
        change(inShow(world, `${name}.mp3`), bytes => seeded(bytes, seed), restored),
      ),
    ),
  fc.tuple(name, fc.integer({ min: 2, max: 14 })).map(([name, seconds]) =>
    step(`another file: ${name}.mp3 of ${seconds} s`, world => {
      if (!existsSync(inShow(world, `${name}.mp3`))) return
      writeFileSync(inShow(world, '_new'), recording(seconds, seconds))
      rename(world, '_new', `${name}.mp3`)
    }),
  ),
  name.map(name =>
    step(`touch ${name}`, world => {
      for (const path of [`${name}.md`, `${name}.mp3`])
        if (existsSync(inShow(world, path))) utimesSync(inShow(world, path), 1, 1_700_000_000)
    }),
  ),
  name.map(name =>
    step(`delete ${name}`, world => {
      for (const path of [`${name}.md`, `${name}.mp3`]) rmSync(inShow(world, path), { force: true })
    }),
  ),
  fc
    .tuple(name, name)
    .map(([from, to]) =>
      step(`move ${from}.mp3 to ${to}.mp3`, world => rename(world, `${from}.mp3`, `${to}.mp3`)),
    ),
  fc
    .constantFrom(3000, 1400, 20)
    .map(width =>
      step(`cover ${width}`, world => writeFileSync(inShow(world, 'cover.jpg'), jpeg({ width }))),
    ),
  fc.constantFrom('Sea', 'Land').map(title =>
    step(`show ${title}`, world => {
      const fields = { ...frontMatter['show.md'], title }
      writeFileSync(inShow(world, 'show.md'), documentOf(fields, 'Talks.\n'))
    }),
  ),
  fc.constant(step('lose the lock', world => rmSync(inShow(world, 'feed.lock.json'), { force: true }))),
  fc.tuple(fc.constantFrom('feed.xml', '001.mp3', 'cover.jpg'), restored).map(([path, restored]) =>
    step(`spoil public/${path}, ${restored}`, world => {
      const file = join(world.root, 'public', path)
      if (!existsSync(file)) return
      const bytes = readFileSync(file)
      const { atime, mtime } = statSync(file)
      // The output's recordings are links of the sources, which shall stay as they are.
      rmSync(file)
      writeFileSync(file, path === 'feed.xml' ? flip(bytes, 40) : 'spoilt')
      if (restored === 'time restored') utimesSync(file, atime, mtime)
    }),
  ),
  fc
    .constantFrom('feed.xml', '002.mp3')
    .map(path =>
      step(`lose public/${path}`, world => rmSync(join(world.root, 'public', path), { force: true })),
    ),
  fc.constantFrom('2026-01-10T00:00:00Z', '2026-02-20T00:00:00Z', '2026-11-24T12:00:00Z').map(now =>
    step(`it is ${now}`, world => {
      world.now = now
    }),
  ),
  fc
    .tuple(fc.subarray(['--drafts', '--no-audio', '--strict', '--frozen', '--check']), fc.boolean())
    .map(([flags, accepts]) =>
      step(`options: ${flags.join(' ')}${accepts ? ', everything accepted' : ''}`, world => {
        world.argv = accepts ? [...flags, ...acceptAll] : flags
      }),
    ),
  fc
    .constantFrom('truncate', 'flip', 'garbage', 'delete')
    .map(how => step(`${how} the cache`, world => spoilCache(world, how))),
  fc.constant(step('nothing', () => {})),
)

const vtt = (...lines: readonly string[]): string => ['WEBVTT', ...lines].join('\n\n').concat('\n')
const srt = (...lines: readonly string[]): string => lines.map((line, i) => `${i + 1}\n${line}\n`).join('\n')

/** With and without something to be said of them; the last letter can be changed. */
const texts: Readonly<Record<string, readonly string[]>> = {
  '001.vtt': [
    vtt('00:00.000 --> 00:09.000\n<v Ada>Hello'),
    vtt('00:00.000 --> 00:09.000\n<v Bob>Hello', '01:00.000 --> 01:09.000\nLate'),
    vtt('Stray', '00:00.000 --> 00:09.000\nHello'),
    '',
  ],
  '002.srt': [
    srt('00:00:00,000 --> 00:00:04,000\nLow water'),
    srt('00:00:00.000 --> 00:00:04.000\nLow water'),
    'Nothing but words',
  ],
  '001.de.srt': [srt('00:00:00,000 --> 00:00:04,000\nHallo')],
  'talk.vtt': [vtt('00:00.000 --> 00:04.000\nWe both'), vtt('00:00.000 --> 02:04.000\nWe both')],
  '001.chapters.json': [
    '{ "version": "1.2.0", "chapters": [{ "startTime": 0, "title": "In" }, { "startTime": 5, "title": "Out", "img": "mark.jpg" }] }',
    '{ "version": "1.2.0", "chapters": [{ "startTime": 0, "title": "In" }, { "startTime": 50, "title": "Out" }] }',
    '{ "chapters": ',
  ],
  '002.chapters.txt': ['00:00 In\n00:05 On\n00:07 Out\n', '00:05 Late\n00:03 Early\n'],
  'marks.txt': ['00:00 Both\n00:04 Of us\n', '00:00 Both\n00:40 Of us\n'],
}

/** What an episode can say of its files. */
const said: readonly Readonly<Record<string, string>>[] = [
  {},
  { transcripts: '[talk.vtt]' },
  { transcripts: '[{ file: 001.vtt, rel: captions, language: de }, talk.vtt]' },
  { chapters: 'marks.txt' },
  { chapters: 'notes' },
  { chapters: '["00:00 In", { start: 5, title: Out, image: mark.jpg }]' },
  { chapters: '["00:00 In", "00:50 Out"]', chaptersInNotes: 'true' },
  { chapters: 'https://show.example/c.json', transcripts: 'https://show.example/t.vtt' },
  { alternateEnclosures: 'small.mp3' },
  { alternateEnclosures: '[small.mp3, gone.mp3]', persons: '[{ name: Ada Pier, img: mark.jpg }]' },
  { audio: '001.mp3', images: '[{ href: mark.jpg, width: 20 }]' },
]

const text = fc.constantFrom(...Object.keys(texts))
const media = fc.constantFrom(...Object.keys(texts), 'small.mp3', 'mark.jpg')
const made = fc.constantFrom(
  'transcripts/001.txt',
  'transcripts/001.json',
  'transcripts/002.vtt',
  'transcripts/talk.txt',
  'chapters/001.json',
  'chapters/002.json',
)

const mediaSteps: fc.Arbitrary<Step> = fc.oneof(
  text.chain(path =>
    fc
      .constantFrom(...texts[path]!)
      .map(content =>
        step(`write ${path}: ${JSON.stringify(content)}`, world =>
          writeFileSync(inShow(world, path), content),
        ),
      ),
  ),
  fc
    .tuple(fc.constantFrom('001', '002'), fc.constantFrom(...said), fc.boolean())
    .map(([name, fields, hasTimes]) =>
      step(`${name}.md says ${JSON.stringify(fields)}${hasTimes ? ', and times in its notes' : ''}`, world =>
        writeFiles(inShow(world, ''), {
          [`${name}.md`]: documentOf(
            { ...frontMatter[`${name as '001' | '002'}.md`], ...fields },
            hasTimes ? '0:00 In\n0:05 On\n0:07 Out\n' : 'a\n',
          ),
        }),
      ),
    ),
  fc.constantFrom({}, { trailers: '[{ title: Soon, url: small.mp3, date: 2026-01-05 }]' }).map(fields =>
    step(`show.md says ${JSON.stringify(fields)}`, world => {
      const all = { ...frontMatter['show.md'], persons: '[Ada Pier]', ...fields }
      writeFileSync(inShow(world, 'show.md'), documentOf(all, 'Talks.\n'))
    }),
  ),
  fc
    .tuple(media, restored, fc.integer({ min: 2, max: 30 }))
    .map(([path, restored, back]) =>
      step(`same size: ${path}, ${back} from its end, ${restored}`, world =>
        change(
          inShow(world, path),
          bytes => flip(bytes, Math.max(0, bytes.length - (path === 'small.mp3' ? 40 * back : back))),
          restored,
        ),
      ),
    ),
  fc
    .integer({ min: 1, max: 3 })
    .map(seconds =>
      step(`small.mp3 of ${seconds} s`, world =>
        writeFileSync(inShow(world, 'small.mp3'), recording(seconds, 1)),
      ),
    ),
  fc
    .constantFrom(20, 1400)
    .map(width =>
      step(`mark.jpg of ${width}`, world => writeFileSync(inShow(world, 'mark.jpg'), jpeg({ width }))),
    ),
  media.map(path =>
    step(`touch ${path}`, world => {
      if (existsSync(inShow(world, path))) utimesSync(inShow(world, path), 1, 1_700_000_000)
    }),
  ),
  media.map(path => step(`delete ${path}`, world => rmSync(inShow(world, path), { force: true }))),
  fc.tuple(text, text).map(([from, to]) => step(`move ${from} to ${to}`, world => rename(world, from, to))),
  fc
    .tuple(made, restored)
    .map(([path, restored]) =>
      step(`same size: public/${path}, ${restored}`, world =>
        change(join(world.root, 'public', path), bytes => flip(bytes, bytes.length - 2), restored),
      ),
    ),
  fc.tuple(made, made).map(([from, to]) =>
    step(`copy public/${from} over public/${to}`, ({ root }) => {
      const [source, place] = [join(root, 'public', from), join(root, 'public', to)]
      if (from !== to && existsSync(source) && existsSync(place))
        cpSync(source, place, { preserveTimestamps: true })
    }),
  ),
  made.map(path =>
    step(`lose public/${path}`, world => rmSync(join(world.root, 'public', path), { force: true })),
  ),
)

const steps: fc.Arbitrary<Step> = fc.oneof(plainSteps, mediaSteps)

/** A show that has some of everything. */
const richShow = (): Files => ({
  ...goodShow(),
  ...Object.fromEntries(Object.entries(texts).map(([path, [content = '']]) => [path, content])),
  '002.md': documentOf(
    { ...frontMatter['002.md'], alternateEnclosures: 'small.mp3' },
    '0:00 In\n0:05 On\na\n',
  ),
  'small.mp3': recording(1, 1),
  'mark.jpg': jpeg({ width: 1400 }),
})

const spoilCache = (world: World, how: string): void => {
  if (!existsSync(world.cache)) return
  for (const file of readdirSync(world.cache, { recursive: true, withFileTypes: true }).filter(one =>
    one.isFile(),
  )) {
    const path = join(file.parentPath, file.name)
    if (how === 'truncate') truncateSync(path, Math.floor(statSync(path).size / 2))
    else if (how === 'flip') change(path, bytes => flip(bytes, bytes.length - 20), 'time restored')
    else if (how === 'garbage') change(path, () => Buffer.from('garbage'), 'time restored')
    else rmSync(path)
  }
}

/** Text as it is, so that a difference can be read; of bytes their digest. */
const contentOf = (path: string): string =>
  path.endsWith('.xml')
    ? readFileSync(path, 'utf8')
    : createHash('sha256').update(readFileSync(path)).digest('hex')

const filesIn = (folder: string): Record<string, string> =>
  Object.fromEntries(
    existsSync(folder)
      ? readdirSync(folder, { recursive: true, withFileTypes: true })
          .filter(entry => entry.isFile())
          .map(entry => join(entry.parentPath, entry.name))
          .map(path => [path.slice(folder.length), contentOf(path)])
      : [],
  )

/**
 * What a build says, without what it counts and how long it took; and without what earlier builds have left in the output, of which
 * one from nothing has nothing.
 */
const words = (text: string): string =>
  text
    .replace(/ {2}[^ ]* (files? written|changed).*$/gm, '')
    .replace(/^(?:warning\[output\/withheld|note\[output\/pages-left)\].*\n(?:(?: .*)?\n)*/gm, '')
    .replace(/^(?:\d+ (?:errors?|warnings?|notes?)|No (?:errors|problems)|Run `build-feed explain).*$/gm, '')
    .trim()

const buildAndCompare = async (world: World): Promise<void> => {
  const { root, now, argv } = world
  const fresh = join(dirname(root), 'fresh')
  rmSync(fresh, { recursive: true, force: true })
  cpSync(join(root, 'episodes'), join(fresh, 'episodes'), { recursive: true, preserveTimestamps: true })
  // With --check the output is what is looked at; else only the recordings in it that are to be had nowhere else.
  const isLookedAt = (path: string): boolean =>
    argv.includes('--check') ||
    (path.endsWith('.mp3') && !existsSync(join(root, 'episodes', relative(join(root, 'public'), path))))
  if (existsSync(join(root, 'public')))
    cpSync(join(root, 'public'), join(fresh, 'public'), {
      recursive: true,
      filter: path => statSync(path).isDirectory() || isLookedAt(path),
    })
  const forgotten = join(dirname(root), 'forgotten')
  rmSync(forgotten, { recursive: true, force: true })
  const wanted = await say({ cwd: fresh, now, env: { XDG_CACHE_HOME: forgotten } }, ...argv)
  const got = await say({ cwd: root, now, env: { XDG_CACHE_HOME: world.cache } }, ...argv)
  const told = ({ code, stdout, stderr }: typeof got) => ({
    code,
    stdout: words(stdout),
    stderr: words(stderr),
  })
  expect(told(got)).toEqual(told(wanted))
  if (wanted.code !== 0) return
  expect(filesIn(join(root, 'public'))).toMatchObject(filesIn(join(fresh, 'public')))
  expect(readFileSync(join(root, 'episodes/feed.lock.json'), 'utf8')).toBe(
    readFileSync(join(fresh, 'episodes/feed.lock.json'), 'utf8'),
  )
}

test('a build is what a build from nothing would be, whatever has been done in between', async () => {
  const history = fc.array(fc.record({ step: steps, builds: fc.integer({ min: 1, max: 3 }) }), {
    minLength: 3,
    maxLength: 7,
  })
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(goodShow, richShow), history, async (show, history) => {
      const folder = temporaryFolder()
      const world: World = {
        root: join(folder, 'work'),
        cache: join(folder, 'cache'),
        now: '2026-11-24T12:00:00Z',
        argv: acceptAll,
      }
      writeFiles(join(world.root, 'episodes'), show())
      age(join(world.root, 'episodes'))
      await buildAndCompare(world)
      age(join(world.root, 'public'))
      await buildAndCompare(world)
      for (const { step, builds } of history) {
        step.act(world)
        for (let i = 0; i < builds; i++) await buildAndCompare(world)
      }
    }),
    { numRuns: Number(process.env.HISTORIES ?? 8) },
  )
}, 600_000)
