/** Pictures that were replaced under their names, and recordings that are in the show twice. */

import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { Lock } from '../src/model.ts'
import { saidOnce } from '../src/report/said-once.ts'
import { concat } from './support/bytes.ts'
import { type Files, temporaryFolder, writeFiles } from './support/folder.ts'
import { documentOf, frontMatter, goodShow } from './support/good-show.ts'
import { jpeg } from './support/image.ts'
import { recipe } from './support/recipe.ts'
import { asVersion1, type Run, rebuild, runShow } from './support/run.ts'
import { say } from './support/terminal.ts'

const inShow = ({ root }: Pick<Run, 'root'>, path: string): string => join(root, 'episodes', path)
const lockOf = (run: Pick<Run, 'root'>): Lock =>
  JSON.parse(readFileSync(inShow(run, 'feed.lock.json'), 'utf8'))
const picture = (width: number): Uint8Array => jpeg({ width, height: width })
/** Of the same size, with a comment in it. */
const another = (width: number): Uint8Array => {
  const bytes = picture(width)
  return concat(bytes.subarray(0, 2), [0xff, 0xfe, 0, 3, 0x61], bytes.subarray(2))
}
const replaced = 'history/artwork-replaced'

describe('artwork', () => {
  const withPictures = (files: Files = {}): Promise<Run> =>
    runShow({ ...goodShow(), '001.jpg': picture(3000), '002.jpg': picture(2000), ...files })

  test('is in the lock with its address, the show’s and that of an episode', async () => {
    const { artwork, episodes } = lockOf(await withPictures())
    expect(artwork?.url).toBe('https://show.example/feed/cover.jpg')
    expect(episodes['001']?.artwork?.url).toBe('https://show.example/feed/001.jpg')
    expect(artwork?.digest).toBe(episodes['001']?.artwork?.digest)
    expect(artwork?.digest).not.toBe(episodes['002']?.artwork?.digest)
  })

  test.each(['cover.jpg', '001.jpg'])(
    '%s replaced under its name is a warning, once: the lock has the new one',
    async path => {
      const run = await withPictures()
      writeFileSync(inShow(run, path), another(3000))
      const seen = await rebuild(run.root)
      expect(seen.ids).toEqual([replaced])
      expect(seen.diagnostics[0]).toMatchObject({ severity: 'warning' })
      expect(seen.diagnostics[0]?.message).toContain(`https://show.example/feed/${path}`)
      expect(seen.diagnostics[0]?.help).toContain(`episodes/${path.replace('.jpg', '-v2.jpg')}`)
      expect(seen.output).toBeDefined()
      expect((await rebuild(run.root)).ids).toEqual([])
    },
  )

  test('--frozen fails, --check finds it, and --strict stops it until it is accepted', async () => {
    const run = await withPictures()
    writeFileSync(inShow(run, 'cover.jpg'), another(3000))
    const before = lockOf(run)
    const frozen = await rebuild(run.root, { frozen: true })
    expect(frozen.ids).toContain('lock/frozen')
    expect(frozen.diagnostics.map(one => one.message).join()).toContain('artwork differs')
    expect((await rebuild(run.root, { check: true })).ids).toContain('output/stale')
    expect((await rebuild(run.root, { strict: true })).output).toBeUndefined()
    expect(lockOf(run)).toEqual(before)
    const accepted = await rebuild(run.root, { strict: true, accept: ['artwork:cover.jpg'] })
    expect(accepted.ids).toEqual([])
    expect((await rebuild(run.root, { strict: true, accept: ['artwork:cover.jpg'] })).ids).toEqual([
      'history/accept-unused',
    ])
  })

  test('under another name, or the same bytes anew, it is none', async () => {
    const run = await withPictures()
    renameSync(inShow(run, 'cover.jpg'), inShow(run, 'cover-v2.jpg'))
    writeFileSync(inShow(run, 'cover-v2.jpg'), another(3000))
    writeFileSync(inShow(run, '001.jpg'), picture(3000))
    writeFiles(inShow(run, ''), {
      'show.md': documentOf(
        { ...frontMatter['show.md'], image: 'cover-v2.jpg' },
        'Short talks about small ports.\n',
      ),
    })
    expect((await rebuild(run.root)).ids).toEqual([])
  })

  test('that changed places with another is two', async () => {
    const run = await withPictures()
    renameSync(inShow(run, '001.jpg'), inShow(run, 'x.jpg'))
    renameSync(inShow(run, '002.jpg'), inShow(run, '001.jpg'))
    renameSync(inShow(run, 'x.jpg'), inShow(run, '002.jpg'))
    expect((await rebuild(run.root)).ids).toEqual([replaced, replaced])
  })

  test('that several episodes share is said of once; many are one finding, which one flag accepts', async () => {
    const shared = (number: number): Files => ({
      [`00${number}.md`]: documentOf(
        {
          ...frontMatter['002.md'],
          title: `Part ${number}`,
          date: `2026-02-0${number}`,
          episode: `${number}`,
          image: 'guest.jpg',
        },
        'Notes.\n',
      ),
      [`00${number}.mp3`]: recipe('mp3', String(10 + number)),
    })
    const run = await withPictures({ ...shared(3), ...shared(4), 'guest.jpg': picture(1500) })
    writeFileSync(inShow(run, 'guest.jpg'), picture(1501))
    expect((await rebuild(run.root)).ids).toEqual([replaced])
    for (const path of ['cover.jpg', '001.jpg', '002.jpg', 'guest.jpg'])
      writeFileSync(inShow(run, path), another(3000))
    const { diagnostics } = await rebuild(run.root, { check: true })
    const all = diagnostics.filter(one => one.rule === replaced)
    expect(new Set(all.map(({ place }) => place.file)).size).toBe(4)
    const told = saidOnce(all)
    expect(told).toHaveLength(1)
    expect(told[0]?.message).toMatch(/^4 pictures are not those/)
    expect(told[0]?.help).toContain('--accept "artwork:*"')
    expect((await rebuild(run.root, { accept: ['artwork:*'] })).ids).toEqual([])
  })

  test('of an episode that is not out yet, or under a lock of version 1, nobody has seen it', async () => {
    const later = await withPictures({
      '001.md': documentOf({ ...frontMatter['001.md'], date: '2026-12-24' }, 'Hello.\n'),
    })
    writeFileSync(inShow(later, '001.jpg'), another(3000))
    expect((await rebuild(later.root)).ids).not.toContain(replaced)
    const old = await withPictures()
    asVersion1(inShow(old, 'feed.lock.json'))
    writeFileSync(inShow(old, 'cover.jpg'), another(3000))
    expect((await rebuild(old.root)).ids).toEqual([])
  })

  test('the command line takes the path of the file, and remembers what it has seen', async () => {
    const cwd = temporaryFolder()
    const env = { XDG_CACHE_HOME: join(cwd, 'cache') }
    writeFiles(join(cwd, 'episodes'), goodShow())
    await say({ cwd, env })
    rmSync(join(cwd, 'episodes/cover.jpg'))
    writeFileSync(join(cwd, 'episodes/cover.jpg'), another(3000))
    expect((await say({ cwd, env }, 'validate')).stderr.replace(/\s+/g, ' ')).toContain(
      'build-feed --accept artwork:cover.jpg',
    )
    expect(await say({ cwd, env }, '--accept', 'artwork:cover.jpg')).toMatchObject({ code: 0, stderr: '' })
    expect(await say({ cwd, env }, '--frozen')).toMatchObject({ code: 0, stderr: '' })
    expect((await say({ cwd, env }, '--accept', 'artwork:')).code).toBe(2)
  })
})

describe('the same recording in two episodes', () => {
  const same = 'audio/same-recording'
  const mp3 = recipe('mp3', '10')

  test('is a warning that names both', async () => {
    const { diagnostics, output } = await runShow({ ...goodShow(), '001.mp3': mp3, '002.mp3': mp3 })
    expect(diagnostics.map(one => one.rule)).toEqual([same])
    expect(diagnostics[0]).toMatchObject({
      place: { file: 'episodes/002.mp3' },
      related: [{ place: { file: 'episodes/001.mp3' } }],
    })
    expect(diagnostics[0]?.message).toMatch(
      /^002\.mp3 is the same recording as 001\.mp3, of "The lighthouse keeper"/,
    )
    expect(output).toBeDefined()
  })

  test('also with other tags, and of three it is said of two', async () => {
    const three: Files = {
      ...goodShow(),
      '001.mp3': mp3,
      '002.mp3': recipe('mp3', '10 titled "Tide tables"'),
      '003.md': documentOf(
        { ...frontMatter['002.md'], title: 'Fog', date: '2026-02-01', episode: '3' },
        'Fog.\n',
      ),
      '003.mp3': mp3,
    }
    expect((await runShow(three)).ids.filter(id => id === same)).toHaveLength(2)
  })

  test('all of it is compared: a fingerprint is of samples', async () => {
    // Frames whose bytes between the samples differ: 16 KB of a recording are looked at.
    const long = recipe('mp3', '600')
    const other = Uint8Array.from(long)
    const middle = Math.floor(long.length / 2) + 20_000
    // Within a frame, behind its header, so that it is a recording still.
    let at = middle
    while (!(other[at] === 0xff && (other[at + 1]! & 0xe0) === 0xe0)) at++
    other[at + 100] = (other[at + 100]! + 1) & 0xff
    const run = await runShow({ ...goodShow(), '001.mp3': long, '002.mp3': other })
    const { episodes } = lockOf(run)
    expect(episodes['001']?.fingerprint).toBe(episodes['002']?.fingerprint)
    expect(run.ids).not.toContain(same)
    expect((await runShow({ ...goodShow(), '001.mp3': long, '002.mp3': long })).ids).toContain(same)
  })

  test('is found without the recordings too, where the lock knows both', async () => {
    const run = await runShow({ ...goodShow(), '001.mp3': mp3, '002.mp3': mp3 })
    rmSync(inShow(run, '001.mp3'))
    expect((await rebuild(run.root)).ids).toEqual([same])
    rmSync(inShow(run, '002.mp3'))
    expect((await rebuild(run.root)).ids).toEqual([same])
  })

  test('that is meant can be allowed; a draft’s is none', async () => {
    const files: Files = { ...goodShow(), '001.mp3': mp3, '002.mp3': mp3 }
    const allowed = documentOf({ ...frontMatter['002.md'], allow: '[audio/same-recording]' }, 'Again.\n')
    expect((await runShow({ ...files, '002.md': allowed })).ids).toEqual([])
    const draft = documentOf({ ...frontMatter['002.md'], draft: 'true' }, 'Again.\n')
    expect((await runShow({ ...files, '002.md': draft })).ids).not.toContain(same)
  })

  test('one file that two episodes name is a fault of its own', async () => {
    const both = documentOf({ ...frontMatter['002.md'], audio: '001.mp3' }, 'Again.\n')
    const { ids } = await runShow({ ...goodShow(), '002.md': both })
    expect(ids).toContain('episode/enclosure-unique')
    expect(ids).not.toContain(same)
  })
})
