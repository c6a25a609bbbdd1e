/** A user name, a password or a token in an address is refused wherever it stands, and nothing that is printed or kept repeats it. */

import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { reporters } from '../src/report/index.ts'
import { type AudioHost, audioHost } from './support/audio-host.ts'
import { episodeExamples, type FieldExample, showExamples } from './support/field-examples.ts'
import { type Files, temporaryFolder, writeFiles } from './support/folder.ts'
import { bodies, documentOf, frontMatter, goodShow } from './support/good-show.ts'
import { lay } from './support/lay.ts'
import { laid } from './support/lay-feed.ts'
import { rebuild, runShow } from './support/run.ts'
import { type Said, say } from './support/terminal.ts'

const secret = 'hunter2'
const addresses = [
  `https://ada:${secret}@media.example/1.mp3`,
  `https://${secret}@media.example/1.mp3`,
  `http://ada@home:${secret}@media.example/1.mp3`,
  `https://ada:a/${secret}@media.example/1.mp3`,
  `https://op3.example/e/ada:${secret}@media.example/1.mp3`,
]
const address = addresses[0]!
const names = reporters.map(({ name }) => name)

const expectNoSecret = (said: Said, cwd: string): void => {
  expect(said.stdout + said.stderr).not.toContain(secret)
  for (const path of readdirSync(cwd, { recursive: true, withFileTypes: true })) {
    const place = `${path.parentPath}/${path.name}`.slice(cwd.length)
    // A transcript is published as it is.
    if (path.isFile() && /cache|summary|public(?!.transcripts)/.test(place))
      expect(readFileSync(join(path.parentPath, path.name), 'latin1'), path.name).not.toContain(secret)
  }
}

/** Built with one reporter after the other, with a cache and the page of a CI run. */
const built = async (files: Files, reporter: string, ...argv: string[]): Promise<Said & { cwd: string }> => {
  const cwd = temporaryFolder()
  writeFiles(join(cwd, 'episodes'), files)
  const env = { XDG_CACHE_HOME: join(cwd, 'cache'), GITHUB_STEP_SUMMARY: join(cwd, 'summary.md') }
  writeFileSync(env.GITHUB_STEP_SUMMARY, '')
  const said = await say({ cwd, env }, '--reporter', reporter, ...argv)
  expectNoSecret(said, cwd)
  return { ...said, cwd }
}

type Data = string | readonly Data[] | { readonly [key: string]: Data }
type Path = readonly (string | number)[]
function* leaves(value: Data, path: Path): Iterable<Path> {
  if (typeof value === 'string') yield path
  else for (const [key, item] of Object.entries(value)) yield* leaves(item as Data, [...path, key])
}
const replaced = (value: Data, [step, ...rest]: Path, text: string): Data => {
  if (step === undefined) return text
  const entries = Object.entries(value).map(([key, item]) => [
    key,
    key === String(step) ? replaced(item as Data, rest, text) : item,
  ])
  return Array.isArray(value) ? entries.map(([, item]) => item as Data) : Object.fromEntries(entries)
}

/** Of every field that there is, every text that its long form holds. */
const all = (
  [
    ['show.md', showExamples],
    ['001.md', episodeExamples],
  ] as const
).flatMap(([file, examples]: readonly ['show.md' | '001.md', Readonly<Record<string, FieldExample>>]) =>
  Object.entries(examples).flatMap(([field, example]) => {
    const [value] = Object.values(
      parse(example.full ?? example.long, { schema: 'failsafe' }) as object,
    ) as Data[]
    return [...leaves(value!, [])].map(path => ({ file, field, example, value: value!, path }))
  }),
)

describe('in any field, and in any part of one', () => {
  test('there are many', () => expect(all.length).toBeGreaterThan(150))

  test.each(all.map((one, i) => ({ ...one, name: `${one.file} ${one.field} ${one.path.join('.')}`, i })))(
    '$name',
    async ({ file, field, example, value, path, i }) => {
      const written = addresses[i % addresses.length]!
      const yaml = JSON.stringify(replaced(value, path, written), null, 1).replaceAll('\n', '\n  ')
      const beside = example.beside ?? {}
      const { files } = lay({ ...beside, [file]: [`${field}: ${yaml}`, beside[file] ?? ''].join('\n') })
      const line = String(files[file])
        .split('\n')
        .findIndex(text => text.includes(secret))
      const said = await built(files, names[i % names.length]!)
      expect(said.code).toBe(1)
      expect(existsSync(join(said.cwd, 'public'))).toBe(false)
      const { diagnostics } = await runShow(files)
      expect(
        diagnostics.filter(one => one.severity === 'error').map(one => `${one.place.file}:${one.place.line}`),
      ).toContain(`episodes/${file}:${line + 1}`)
    },
  )
})

describe('anywhere else', () => {
  const notes = (body: string): Files => ({ '001.md': documentOf(frontMatter['001.md'], `${body}\n`) })
  const refused: Readonly<Record<string, Files>> = {
    'a link in the notes': notes(`[The chart](${address})`),
    'a bare address in the notes': notes(`See ${address} for more.`),
    'a picture in the notes': notes(`![The chart](${address})`),
    'HTML in the notes': notes(`<a href="${address}">The chart</a>`),
    'an entity in HTML': notes(`<a href="https://ada:${secret}&#64;media.example/">The chart</a>`),
    'the description of an episode': {
      '001.md': documentOf(
        { ...frontMatter['001.md'], description: `[The chart](${address}) of the bay.` },
        'Hello.\n',
      ),
    },
    'the description of the show': { 'show.md': documentOf(frontMatter['show.md'], `See ${address}.\n`) },
    'a file of chapters': {
      '001.chapters.json': JSON.stringify({
        version: '1.2.0',
        chapters: [
          { startTime: 0, title: 'A', url: address },
          { startTime: 5, title: 'B' },
        ],
      }),
    },
    'a title in a file of chapters': { '001.chapters.txt': `00:00:00 ${address}\n00:00:05 B\n` },
  }
  test.each(Object.entries(refused))('%s is an error', async (_, files) => {
    for (const reporter of names) {
      const said = await built({ ...goodShow(), ...files }, reporter)
      expect(said.code).toBe(1)
      if (reporter !== 'github') expect(said.stdout + said.stderr).toContain('text/credentials')
    }
  })

  const silent: Readonly<Record<string, Files>> = {
    'an unknown key': { '001.md': documentOf({ ...frontMatter['001.md'], mirror: address }, 'Hello.\n') },
    'YAML that cannot be read': { '001.md': `---\ntitle: [${address}\ndate: 2026-01-05\n---\nHello.\n` },
    'a value that stands in the line above another fault': {
      '001.md': documentOf({ ...frontMatter['001.md'], mirror: address, season: 'one' }, 'Hello.\n'),
    },
    'a transcript': { '001.vtt': `WEBVTT\n\n00:00.000 --> 00:0x.000\n${address}\n` },
    'a lock that cannot be read': { 'feed.lock.json': `{"version": 2, "episodes": {"${address}": {}}}` },
  }
  test.each(Object.entries(silent))('%s is not repeated', async (_, files) => {
    for (const reporter of names) await built({ ...goodShow(), ...files }, reporter)
  })

  test('written as code it is an example, and may be published', async () => {
    const example = notes(`\`${address}\``)
    expect((await runShow({ ...goodShow(), ...example })).ids).toEqual([])
    // In the frame of another finding it is hidden all the same.
    const { diagnostics } = await runShow({ ...goodShow(), ...notes(`\`${address}\` <script>1</script>`) })
    expect(diagnostics.map(one => one.rule)).toEqual(['notes/unsafe-html'])
    const cwd = temporaryFolder()
    writeFiles(join(cwd, 'episodes'), { ...goodShow(), ...notes(`\`${address}\` <script>1</script>`) })
    for (const reporter of names) {
      const said = await say({ cwd }, 'validate', '--reporter', reporter)
      expect(said.stdout + said.stderr).not.toContain(secret)
    }
  })

  test('a lock that an earlier version wrote is read, and its address is not published again', async () => {
    const run = await runShow(goodShow())
    const lock = join(run.root, 'episodes/feed.lock.json')
    const text = readFileSync(lock, 'utf8').replace('https://show.example/feed/001.mp3', address)
    writeFileSync(lock, text)
    const mended = await rebuild(run.root)
    expect(mended.ids).toEqual(['history/enclosure-moved'])
    expect(JSON.stringify(mended.diagnostics)).not.toContain(secret)
    expect(readFileSync(lock, 'utf8')).not.toContain(secret)
    writeFileSync(lock, text)
    for (const reporter of names) {
      const { '001.mp3': _, ...files } = goodShow()
      const said = await built({ ...files, 'feed.lock.json': text }, reporter)
      expect(said.code).toBe(1)
    }
  })

  test('a library that is asked to serve the output there gets an error', async () => {
    const run = await runShow(goodShow(), { baseUrl: `https://ada:${secret}@show.example/` })
    expect(run.ids).toContain('text/credentials')
    expect(run.output).toBeUndefined()
  })
})

describe('in a feed that exists', () => {
  const feed = laid('')
  /** What stands between tags, and the value of every attribute. */
  const places = [...feed.matchAll(/(?<=>)[^<>\s][^<>]*(?=<)|(?<==")[^"]+(?=")/g)]
    .filter(({ 0: value }) => !/^http:\/\/(www\.)?(itunes|w3|purl|podlove)/.test(value))
    .map(({ 0: value, index }) => [value.slice(0, 40), index, value.length] as const)

  test('there are many', () => expect(places.length).toBeGreaterThan(40))

  test.each(places)('in place of %s (at %d)', async (_, index, length) => {
    const cwd = temporaryFolder()
    for (const reporter of names) {
      const text = feed.slice(0, index) + address + feed.slice(index + length)
      writeFiles(cwd, { 'feed.xml': text })
      const said = await say({ cwd }, 'validate', 'feed.xml', '--reporter', reporter)
      expect(said.stdout + said.stderr).not.toContain(secret)
    }
  })

  test.each([
    'enclosure url="ADDRESS" length="1" type="audio/mpeg"',
    'podcast:transcript url="ADDRESS" type="text/vtt"',
  ])('an address of `%s` is an error', async form => {
    const cwd = temporaryFolder()
    writeFiles(cwd, { 'feed.xml': laid(`<item>\n<${form.replace('ADDRESS', address)}/>\n</item>`) })
    const said = await say({ cwd }, 'validate', 'feed.xml')
    expect(said.stderr.replace(/\s+/g, ' ')).toMatch(/holds a user name or (a )?password/)
    expect(said.code).toBe(1)
  })
})

describe('on the command line', () => {
  let host: AudioHost
  const asked: (string | undefined)[] = []
  beforeAll(async () => {
    host = await audioHost((request, response) => {
      asked.push(request.headers.authorization)
      if (request.url === '/gone') response.writeHead(404).end()
      else if (request.url === '/away')
        response
          .writeHead(302, { location: `http://ada:${secret}@${host.origin.replace('http://', '')}/gone` })
          .end()
      else response.end(laid(''))
    })
  })
  afterAll(() => host.close())
  const at = (path: string): string => host.origin.replace('http://', `http://ada:${secret}@`) + path

  test.each(['/feed.xml', '/gone', '/away', '/ nothing'])('validate %s', async path => {
    for (const reporter of names) {
      const said = await say(
        { cwd: temporaryFolder() },
        'validate',
        at(path),
        '--allow-private',
        '--reporter',
        reporter,
      )
      expect(said.stdout + said.stderr).not.toContain(secret)
      expect(said.code).toBe(path === '/feed.xml' ? 0 : path === '/ nothing' ? said.code : 2)
    }
    expect(asked.filter(Boolean)).toEqual([])
  })

  test.each([
    [['validate', `https://ada:${secret}@/`]],
    [['validate', `https://ada:${secret}@no-such-host.invalid/feed.xml`]],
    [['--base-url', address]],
    [['--base-url', `ada:${secret}@media.example/`]],
    [[`--base-urll=${address}`]],
    [['--reporter', address]],
    [['--accept', address]],
    [['--as-of', address]],
    [['--for', address]],
    [['--max-warnings', address]],
    [['schema', address]],
    [['explain', address]],
    [['new', address]],
    [['init', 'a', 'b', address]],
    [['validate', '--fix', address]],
  ])('%j', async argv => {
    const cwd = temporaryFolder()
    writeFiles(join(cwd, 'episodes'), goodShow())
    const said = await say({ cwd }, ...argv)
    expect(said.stdout + said.stderr).not.toContain(secret)
    expect(said.code).not.toBe(0)
  })
})

test('what is underlined stays where it is: a frame hides as many characters as there were', async () => {
  const files = {
    ...goodShow(),
    '001.md': documentOf({ ...frontMatter['001.md'], mirror: address, sesaon: '1' }, bodies['001.md']),
  }
  const { stderr } = await built(files, 'pretty')
  expect(stderr).toContain(`mirror: https://${'*'.repeat(`ada:${secret}`.length)}@media.example/1.mp3`)
})
