/** The door opens regular files that are really inside the show, and copies what it has opened. */

import {
  existsSync,
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { type Between, type Door, doorOf, type Hooks, reasonOf } from '../../src/door/index.ts'
import { isIgnored } from '../../src/names.ts'
import { type Files, temporaryFolder, writeFiles } from '../support/folder.ts'
import { canMakeDevices, canMakePipes, makeDevice, makePipe, makeSocket } from '../support/special-file.ts'

const secret = 'not for everybody'

/** A show beside a folder of secrets. */
const place = (files: Files = {}): { readonly root: string; readonly show: string } => {
  const root = temporaryFolder()
  writeFiles(root, {
    'secrets/env.txt': secret,
    'show/001.txt': 'one',
    'show/sub/env.txt': 'inside',
    'show/.env': secret,
    'show/node_modules/x/y.txt': secret,
    'show/_masters/001.txt': 'master',
  })
  const show = join(root, 'show')
  writeFiles(show, files)
  return { root, show }
}

/** What comes of reading: the text, or why there is none. */
const readBy = (door: Door, path: string): string => {
  try {
    return door.read(path).toString()
  } catch (error) {
    return reasonOf(error)
  }
}

describe('a link', () => {
  test.each([
    ['to a file', { l: { link: '001.txt' } }, 'l', 'one'],
    ['to a link', { l: { link: 'm' }, m: { link: '001.txt' } }, 'l', 'one'],
    ['to a folder', { l: { link: 'sub' } }, 'l/env.txt', 'inside'],
    ['into a folder that is not listed', { l: { link: '_masters/001.txt' } }, 'l', 'master'],
    ['up and down again', { l: { link: '../show/001.txt' } }, 'l', 'one'],
    ['out', { l: { link: '../secrets/env.txt' } }, 'l', 'it leads out of the show folder'],
    ['out by a folder', { l: { link: '../secrets' } }, 'l/env.txt', 'it leads out of the show folder'],
    [
      'out by a link',
      { l: { link: 'm' }, m: { link: '../secrets/env.txt' } },
      'l',
      'it leads out of the show folder',
    ],
    ['to the root', { l: { link: '/' } }, 'l/etc/hostname', 'it leads out of the show folder'],
    [
      'to what is hidden',
      { l: { link: '.env' } },
      'l',
      'it leads to .env, and names that begin with a dot and node_modules are never read',
    ],
    [
      'into node_modules',
      { l: { link: 'node_modules/x' } },
      'l/y.txt',
      'it leads to node_modules/x/y.txt, and names that begin with a dot and node_modules are never read',
    ],
    ['to nothing', { l: { link: 'nowhere' } }, 'l', 'it does not exist'],
    ['to itself', { l: { link: 'l' } }, 'l', 'it is a link that leads back to itself'],
    ['to a folder, read as a file', { l: { link: 'sub' } }, 'l', 'it is a folder, not a file'],
  ])('%s', (_, files: Files, path, expected) => {
    expect(readBy(doorOf(place(files).show), path)).toBe(expected)
  })

  /** As text, `_a/…/l/../../secrets` is inside; the kernel follows `l` first, and ends up beside the show. */
  test('whose `..` stands behind another link leads where the kernel ends up', () => {
    const { root, show } = place({
      '_a/b/c/d/e/secrets/env.txt': 'decoy',
      '_a/b/c/d/e/f/l': { link: '../../../../../../sub' },
      out: { link: '_a/b/c/d/e/f/l/../../secrets' },
    })
    expect(readFileSync(join(root, 'show/out/env.txt'), 'utf8')).toBe(secret)
    const door = doorOf(show)
    expect(readBy(door, 'out/env.txt')).toBe('it leads out of the show folder')
    expect([...door.walk(isIgnored)].find(found => found.path === 'out')?.kind).toBe('leads-away')
  })

  test('in place of the show folder itself is followed: the user has named it', () => {
    const { root } = place()
    symlinkSync('show', join(root, 'link'))
    expect(readBy(doorOf(join(root, 'link')), '001.txt')).toBe('one')
  })
})

test('names that begin with a dot, and node_modules, are not read by name either', () => {
  const door = doorOf(place().show)
  for (const path of ['.env', 'node_modules/x/y.txt', 'sub/../.env', './.env'])
    expect(readBy(door, path)).toMatch(/never read$/)
})

describe.runIf(canMakePipes)('what is no regular file is not opened', () => {
  test('a pipe, a socket, and links to them', async () => {
    const { show } = place({ 'to-pipe': { link: 'pipe' }, 'to-socket': { link: 'socket' } })
    makePipe(join(show, 'pipe'))
    await makeSocket(join(show, 'socket'))
    const door = doorOf(show)
    for (const path of ['pipe', 'to-pipe']) expect(readBy(door, path)).toBe('it is a named pipe, not a file')
    for (const path of ['socket', 'to-socket']) expect(readBy(door, path)).toBe('it is a socket, not a file')
    const kinds = [...door.walk(isIgnored)].filter(found => /pipe|socket/.test(found.path))
    expect(kinds.map(({ kind }) => kind)).toEqual(Array(4).fill('unreadable'))
  })

  test.runIf(canMakeDevices)('a device', () => {
    const { show } = place()
    makeDevice(join(show, 'zero'))
    expect(readBy(doorOf(show), 'zero')).toBe('it is a device, not a file')
  })
})

test('a walk gives every name once, and enters no folder twice', () => {
  const { show } = place({ again: { link: 'sub' }, up: { link: '.' }, 'sub/l': { link: '../001.txt' } })
  const found = [...doorOf(show).walk(isIgnored)]
  expect(found.map(({ kind, path }) => `${kind} ${path}`)).toEqual([
    'file 001.txt',
    'folder again',
    'file again/env.txt',
    'link again/l',
    'folder sub',
    'folder up',
  ])
})

test('a folder of folders a thousand deep is walked', () => {
  const { show } = place()
  let deep = show
  for (let i = 0; i < 1000; i++) deep = join(deep, 'd')
  mkdirSync(deep, { recursive: true })
  writeFileSync(join(deep, 'x'), '')
  expect([...doorOf(show).walk(isIgnored)].filter(found => found.path.endsWith('/x'))).toHaveLength(1)
})

describe('a limit', () => {
  test('is no limit up to itself', () =>
    expect(doorOf(place().show).read('001.txt', 3).toString()).toBe('one'))
  test('is said in bytes', () =>
    expect(() => doorOf(place().show).read('001.txt', 2)).toThrow('it has more than 2 bytes'))
})

test.runIf(existsSync('/proc/self/fd'))('no descriptor stays open, whatever becomes of a file', () => {
  const { root, show } = place({ out: { link: '../secrets/env.txt' } })
  const open = (): number => readdirSync('/proc/self/fd').length
  const before = open()
  for (const between of [
    undefined,
    swapTo(show, '001.txt', () => writeFileSync(join(show, '001.txt'), 'new')),
  ])
    for (const path of ['001.txt', 'out', 'sub', 'nowhere']) readBy(doorOf(show, { between }), path)
  const door = doorOf(show)
  door.copyTo('001.txt', join(root, 'copy'))
  expect(() => door.copyTo('001.txt', join(root, 'copy'))).toThrow('EEXIST')
  expect(open()).toBe(before)
})

/** Puts something else in the place of a file, once, when the door is between its two steps. */
const swapTo = (show: string, path: string, put: (at: string) => void, step = 'open'): Between => {
  let isDone = false
  return (now, at) => {
    if (isDone || now !== step || at !== path) return
    isDone = true
    rmSync(join(show, path), { recursive: true })
    put(join(show, path))
  }
}

/** As Linux is, and as a system that does not tell where an open file is. */
const systems: readonly (readonly [string, Pick<Hooks, 'pathOf'>])[] = [
  ...(process.platform === 'linux' ? [['Linux', {}] as const] : []),
  ['another system', { pathOf: () => undefined }],
]

describe.each(systems)('on %s, what is put in the place of a file after the door has looked', (_, system) => {
  const replaced = 'it was replaced while it was being read'

  test.each<[string, (at: string, root: string) => void]>([
    ['a link out', (at, root) => symlinkSync(join(root, 'secrets/env.txt'), at)],
    ['a link inside', at => symlinkSync('sub/env.txt', at)],
    ['a second name of a secret', (at, root) => linkSync(join(root, 'secrets/env.txt'), at)],
    ['the secret itself', (at, root) => renameSync(join(root, 'secrets/env.txt'), at)],
    ...(canMakePipes ? [['a pipe', makePipe] as [string, (at: string) => void]] : []),
  ])('%s is not read', (_, put) => {
    const { root, show } = place()
    const between = swapTo(show, '001.txt', at => put(at, root))
    expect(readBy(doorOf(show, { ...system, between }), '001.txt')).toBe(replaced)
  })

  test('a link out in the place of its folder is not followed', () => {
    const { root, show } = place()
    const between: Between = step => {
      if (step !== 'open') return
      rmSync(join(show, 'sub'), { recursive: true })
      symlinkSync('../secrets', join(show, 'sub'))
    }
    expect(readBy(doorOf(show, { ...system, between }), 'sub/env.txt')).toBe(replaced)
    expect(readFileSync(join(root, 'show/sub/env.txt'), 'utf8')).toBe(secret)
  })

  test('nor is one that was put there before the door looked, and after it had found the folder', () => {
    const { show } = place()
    const door = doorOf(show, system)
    expect(readBy(door, 'sub/env.txt')).toBe('inside')
    rmSync(join(show, 'sub'), { recursive: true })
    symlinkSync('../secrets', join(show, 'sub'))
    expect(readBy(door, 'sub/env.txt')).toBe(replaced)
  })

  test('a folder is not listed when a link has come into its place', () => {
    const { show } = place()
    const between: Between = (step, path) => {
      if (step !== 'list' || path !== 'sub') return
      rmSync(join(show, 'sub'), { recursive: true })
      symlinkSync('../secrets', join(show, 'sub'))
    }
    const found = [...doorOf(show, { ...system, between }).walk(isIgnored)]
    expect(found.filter(({ path }) => path.startsWith('sub'))).toMatchObject([
      { kind: 'folder', path: 'sub' },
      { kind: 'unreadable', path: 'sub', reason: replaced },
    ])
  })

  describe('when it is copied', () => {
    test.each([
      ['a link out', (at: string, root: string) => symlinkSync(join(root, 'secrets/env.txt'), at)],
      [
        'a second name of a secret',
        (at: string, root: string) => linkSync(join(root, 'secrets/env.txt'), at),
      ],
    ])('%s is not: there is a copy of what was looked at, or none', (_, put) => {
      const { root, show } = place()
      const between = swapTo(show, '001.txt', at => put(at, root), 'copy')
      const to = join(root, 'copy')
      try {
        doorOf(show, { ...system, between }).copyTo('001.txt', to)
      } catch (error) {
        expect(reasonOf(error)).toBe(replaced)
      }
      expect(existsSync(to) ? readFileSync(to, 'utf8') : 'one').toBe('one')
    })

    test('a file that somebody writes to meanwhile is not', () => {
      const { root, show } = place()
      const between: Between = step => {
        if (step === 'copy') writeFileSync(join(show, '001.txt'), 'longer than it was')
      }
      const to = join(root, 'copy')
      expect(() => doorOf(show, { ...system, between }).copyTo('001.txt', to)).toThrow(replaced)
      expect(existsSync(to)).toBe(false)
    })
  })

  test('it gets no second name', () => {
    const { root, show } = place()
    const put = (at: string): void => symlinkSync(join(root, 'secrets/env.txt'), at)
    const to = join(root, 'name')
    const between = swapTo(show, '001.txt', put, 'copy')
    expect(() => doorOf(show, { ...system, between }).linkTo('001.txt', to)).toThrow(replaced)
    expect(existsSync(to)).toBe(false)
  })
})

describe('a copy', () => {
  test.each(systems)('has the bytes of the file that a link leads to, on %s', (_, system) => {
    const { root, show } = place({ l: { link: 'm' }, m: { link: 'big' }, big: 'x'.repeat(3_000_000) })
    const door = doorOf(show, system)
    const to = join(root, 'copy')
    expect(door.copyTo('l', to).size).toBe(3_000_000)
    expect(readFileSync(to).equals(readFileSync(join(show, 'big')))).toBe(true)
    expect(() => readlinkSync(to)).toThrow('EINVAL')
  })

  test('is never written through a link', () => {
    const { root, show } = place()
    symlinkSync(join(root, 'secrets/env.txt'), join(root, 'copy'))
    expect(() => doorOf(show).copyTo('001.txt', join(root, 'copy'))).toThrow('EEXIST')
    expect(readFileSync(join(root, 'secrets/env.txt'), 'utf8')).toBe(secret)
  })
})
