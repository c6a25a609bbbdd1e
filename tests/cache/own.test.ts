/** The cache is the user's own: what a stranger has put into a project, or anybody into the cache, changes no feed. */

import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { keyIn } from '../../src/cache/key.ts'
import { type CacheWorld, cachePlace } from '../../src/cache/place.ts'
import { readSealed, writeSealed } from '../../src/cache/sealed-file.ts'
import { temporaryFolder, writeFiles } from '../support/folder.ts'
import { goodShow } from '../support/good-show.ts'
import { say } from '../support/terminal.ts'

const user = process.geteuid?.()
const hasOwners = user !== undefined
const isRoot = user === 0

describe('where the cache is', () => {
  /** A home with a repository in it, in which there is a show. */
  const home = (): { readonly home: string; readonly cwd: string; readonly show: string } => {
    const home = temporaryFolder()
    const cwd = join(home, 'site')
    mkdirSync(join(cwd, '.git'), { recursive: true })
    const show = join(cwd, 'talks/episodes')
    mkdirSync(show, { recursive: true })
    return { home, cwd, show }
  }
  const placeOf = (world: CacheWorld, show: string): string | undefined =>
    cachePlace(world, 'program', show)?.folder

  test('in the user’s cache folder, whatever there is in the project', () => {
    const { home: HOME, cwd, show } = home()
    mkdirSync(join(cwd, 'node_modules/.cache'), { recursive: true })
    expect(placeOf({ cwd, env: { HOME } }, show)).toContain(join(HOME, '.cache/build-feed/'))
    const XDG_CACHE_HOME = temporaryFolder()
    expect(placeOf({ cwd, env: { HOME, XDG_CACHE_HOME } }, show)).toContain(
      join(XDG_CACHE_HOME, 'build-feed/'),
    )
    mkdirSync(join(HOME, 'Library/Caches'), { recursive: true })
    expect(placeOf({ cwd, env: { HOME } }, show)).toContain(join(HOME, 'Library/Caches/build-feed/'))
    const LOCALAPPDATA = temporaryFolder()
    expect(placeOf({ cwd, env: { LOCALAPPDATA } }, show)).toContain(join(LOCALAPPDATA, 'build-feed/'))
  })

  test.each<[string, (place: ReturnType<typeof home>) => { readonly cache: string; readonly cwd?: string }]>([
    ['in the repository', ({ cwd }) => ({ cache: join(cwd, '.cache') })],
    ['in the repository, which is not worked in', ({ cwd }) => ({ cache: join(cwd, '.cache'), cwd: '/' })],
    ['in the show', ({ show }) => ({ cache: join(show, '.cache') })],
    [
      'in the working folder',
      ({ home }) => ({ cache: join(home, 'other/.cache'), cwd: join(home, 'other') }),
    ],
    [
      'in the repository by a link',
      ({ home, cwd }) => {
        mkdirSync(join(cwd, 'planted'))
        symlinkSync(join(cwd, 'planted'), join(home, 'link'))
        return { cache: join(home, 'link/not/there/yet') }
      },
    ],
    ['no full path', () => ({ cache: 'cache' })],
  ])('a cache folder that is %s is passed over', (_, how) => {
    const place = home()
    const { cache, cwd = place.cwd } = how(place)
    const env = { HOME: place.home, XDG_CACHE_HOME: cache }
    expect(placeOf({ cwd, env }, place.show)).toContain(join(place.home, '.cache/build-feed/'))
    expect(placeOf({ cwd, env: { XDG_CACHE_HOME: cache } }, place.show)).toBeUndefined()
  })

  test('whoever works in the home folder has a cache all the same; where that is a repository, it may be a stranger’s', () => {
    const { home: HOME, show } = home()
    rmSync(join(HOME, 'site/.git'), { recursive: true })
    for (const cwd of [HOME, '/'])
      expect(placeOf({ cwd, env: { HOME } }, show)).toContain(join(HOME, '.cache/build-feed/'))
    mkdirSync(join(HOME, '.git'))
    expect(placeOf({ cwd: HOME, env: { HOME } }, show)).toBeUndefined()
  })

  test('nowhere, where there is no home', () => {
    const { cwd, show } = home()
    expect(placeOf({ cwd, env: {} }, show)).toBeUndefined()
  })
})

describe('the key', () => {
  test('is made once, of 32 random bytes that nobody else may read', () => {
    const [one, other] = [temporaryFolder(), temporaryFolder()].map(folder => join(folder, 'build-feed'))
    const key = keyIn(one!, user)!
    expect(key).toHaveLength(32)
    expect(keyIn(one!, user)).toEqual(key)
    expect(keyIn(other!, user)).not.toEqual(key)
    if (hasOwners) expect(statSync(join(one!, 'key')).mode & 0o777).toBe(0o600)
    if (hasOwners) expect(statSync(one!).mode & 0o777).toBe(0o700)
    expect(readdirSync(one!)).toEqual(['key'])
  })

  test.runIf(hasOwners).each<[string, (path: string) => void]>([
    ['that others may read', path => chmodSync(path, 0o644)],
    ['that others may write', path => chmodSync(path, 0o620)],
    ['of another length', path => writeFileSync(path, 'short')],
    [
      'by a link',
      path => {
        cpSync(path, `${path}-elsewhere`)
        rmSync(path)
        symlinkSync(`${path}-elsewhere`, path)
      },
    ],
    ...(isRoot
      ? [
          ['of somebody else', (path: string) => chownSync(path, 65_534, 65_534)] as [
            string,
            (path: string) => void,
          ],
        ]
      : []),
  ])('one %s is not used: there is a new one', (_, spoil) => {
    const folder = join(temporaryFolder(), 'build-feed')
    const key = keyIn(folder, user)
    spoil(join(folder, 'key'))
    const next = keyIn(folder, user)
    expect(next).toHaveLength(32)
    expect(next).not.toEqual(key)
    expect(keyIn(folder, user)).toEqual(next)
  })

  test('there is none where nothing can be written', () => {
    const file = join(temporaryFolder(), 'file')
    writeFileSync(file, '')
    expect(keyIn(join(file, 'build-feed'), user)).toBeUndefined()
  })
})

describe('a sealed file', () => {
  const sealing = { program: 'program', key: () => new Uint8Array(32).fill(1) }
  const content = Buffer.from('what was worked out')
  const sealed = (): string => {
    const path = join(temporaryFolder(), 'show/memo-all')
    writeSealed(path, sealing, [content])
    return path
  }
  /** The same bytes elsewhere, with the same times. */
  const moved = (from: string, to: string): string => {
    cpSync(from, to, { recursive: true, preserveTimestamps: true })
    return to
  }

  test('is read back as it was written, also when its times are others', () => {
    const path = sealed()
    expect(readSealed(path, sealing)).toEqual(content)
    utimesSync(path, 0, 0)
    expect(readSealed(path, sealing)).toEqual(content)
    if (hasOwners) expect(statSync(path).mode & 0o777).toBe(0o600)
  })

  test.each<[string, (path: string) => Buffer | undefined]>([
    ['with another key', path => readSealed(path, { ...sealing, key: () => new Uint8Array(32).fill(2) })],
    ['without a key', path => readSealed(path, { ...sealing, key: () => undefined })],
    ['by another program', path => readSealed(path, { ...sealing, program: 'other' })],
    ['under another name', path => readSealed(moved(path, path.replace('memo-all', 'memo-since')), sealing)],
    ['for another show', path => readSealed(moved(path, path.replace('/show/', '/other/')), sealing)],
    [
      'through a link',
      path => {
        moved(path, `${path}-elsewhere`)
        rmSync(path)
        symlinkSync(`${path}-elsewhere`, path)
        return readSealed(path, sealing)
      },
    ],
    ...['truncated', 'longer', 'changed', 'empty'].map(
      (how): [string, (path: string) => Buffer | undefined] => [
        how,
        path => {
          const bytes = readFileSync(path)
          if (how === 'changed') bytes[bytes.length - 1]! ^= 1
          writeFileSync(
            path,
            how === 'truncated'
              ? bytes.subarray(0, -1)
              : how === 'longer'
                ? `${bytes}x`
                : how === 'empty'
                  ? ''
                  : bytes,
          )
          return readSealed(path, sealing)
        },
      ],
    ),
  ])('is not read %s', (_, read) => expect(read(sealed())).toBeUndefined())
})

describe('a stranger’s project', () => {
  const feedOf = (cwd: string): string => readFileSync(join(cwd, 'public/feed.xml'), 'utf8')

  /** With all its times, as a tarball is unpacked; the stranger has built it, and then changed the show, so that the cache lies. */
  test.each(['node_modules/.cache', '.cache', 'episodes/.cache'])(
    'with a cache in %s builds what it builds without',
    async folder => {
      const stranger = temporaryFolder()
      writeFiles(
        stranger,
        Object.fromEntries(Object.entries(goodShow()).map(([path, file]) => [`episodes/${path}`, file])),
      )
      const elsewhere = temporaryFolder()
      await say({ cwd: stranger, env: { XDG_CACHE_HOME: elsewhere } })
      cpSync(elsewhere, join(stranger, folder), { recursive: true, preserveTimestamps: true })
      const notes = join(stranger, 'episodes/001.md')
      const { atime, mtime } = statSync(notes)
      writeFileSync(notes, readFileSync(notes, 'utf8').replace('who keeps the light', 'who kept that light'))
      utimesSync(notes, atime, mtime)

      const env = { XDG_CACHE_HOME: join(stranger, folder), HOME: temporaryFolder() }
      const [said, without] = [await say({ cwd: stranger, env }), feedOf(stranger)]
      rmSync(join(stranger, 'public'), { recursive: true })
      expect(said).toMatchObject({ code: 0 })
      expect(await say({ cwd: stranger, env: {} }, '--no-cache')).toMatchObject({ code: 0 })
      expect(feedOf(stranger)).toBe(without)
      expect(without).toContain('who kept that light')
      expect(existsSync(join(env.HOME, '.cache/build-feed/key'))).toBe(true)
    },
  )

  test('that brings a cache with a key of its own, into the user’s own folder, is not believed', async () => {
    const home = temporaryFolder()
    const stranger = temporaryFolder()
    writeFiles(
      stranger,
      Object.fromEntries(Object.entries(goodShow()).map(([path, file]) => [`episodes/${path}`, file])),
    )
    const env = { HOME: home }
    await say({ cwd: stranger, env })
    const own = join(home, '.cache/build-feed')
    const key = readFileSync(join(own, 'key'))
    // All is there, and sealed, but with another key than the user's.
    writeFileSync(join(own, 'key'), Buffer.alloc(32, 7))
    expect(await say({ cwd: stranger, env })).toMatchObject({ code: 0 })
    writeFileSync(join(own, 'key'), key)
    expect(await say({ cwd: stranger, env })).toMatchObject({ code: 0 })
    expect(feedOf(stranger)).toContain('who keeps the light')
  })
})
