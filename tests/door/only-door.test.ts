/** Nobody but the door opens, lists or asks about a file of a show. Which part may import `node:fs` is held by the architecture test. */

import fs, { writeFileSync } from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'
import { join, sep } from 'node:path'
import { expect, test, vi } from 'vitest'
import { lockName, temporaryMark } from '../../src/names.ts'
import { temporaryFolder, writeFiles } from '../support/folder.ts'
import { documentOf, frontMatter, goodShow } from '../support/good-show.ts'
import { jpeg } from '../support/image.ts'
import { say } from '../support/terminal.ts'

const looking = ['openSync', 'readFileSync', 'statSync', 'lstatSync', 'readdirSync'] as const
const taking = ['existsSync', 'readlinkSync', 'copyFileSync', 'linkSync', 'opendirSync'] as const

/** Who has asked for what of a folder, while something is done: `write/index.ts statSync 001.mp3`. */
const askedOf = async (folder: string, act: () => Promise<unknown>): Promise<readonly string[]> => {
  const asked = new Set<string>()
  const spies = [...looking, ...taking].map(name => {
    const real = fs[name] as (...args: unknown[]) => unknown
    return vi.spyOn(fs, name).mockImplementation(((...args: unknown[]) => {
      const path = String(args[0])
      if (path.startsWith(folder + sep)) asked.add(`${callerOf()} ${name} ${path.slice(folder.length + 1)}`)
      return real(...args)
    }) as never)
  })
  syncBuiltinESMExports()
  try {
    await act()
  } finally {
    for (const spy of spies) spy.mockRestore()
    syncBuiltinESMExports()
  }
  return [...asked]
}

/** The file of ours that is nearest. */
const callerOf = (): string => /\/src\/([\w./-]+?\.ts)/.exec(new Error().stack ?? '')?.[1] ?? '?'

/** What is written there, and whether it is a repository, is not the door's affair. */
const isOther = (asked: string): boolean => {
  const path = asked.slice(asked.lastIndexOf(' ') + 1)
  return [lockName, '003-another.md', '.git'].includes(path) || path.startsWith(temporaryMark)
}

test('nobody but the door looks into a show', async () => {
  const root = temporaryFolder()
  const show = join(root, 'episodes')
  writeFiles(show, {
    ...goodShow(),
    '001.vtt': 'WEBVTT\n\n00:00.000 --> 00:09.000\nLow water.\n',
    '001.chapters.txt': '0:00 In\n0:04 On\n0:08 Out\n',
    '002.jpg': jpeg({ width: 3000 }),
    '002.md': documentOf({ ...frontMatter['002.md'], alternateEnclosures: 'sub/small.mp3' }, 'Notes.\n'),
    'sub/small.mp3': goodShow()['001.mp3']!,
    'linked.mp3': { link: 'sub/small.mp3' },
  })
  const world = { cwd: root, env: { XDG_CACHE_HOME: temporaryFolder() } }
  const asked = await askedOf(show, async () => {
    expect(await say(world)).toMatchObject({ code: 0 })
    expect(await say(world)).toMatchObject({ code: 0 })
    expect(await say(world, '--check')).toMatchObject({ code: 0 })
    expect(await say(world, 'validate')).toMatchObject({ code: 0 })
    writeFileSync(join(show, '001.md'), '---\ntitle: First\nbad\n---\n')
    writeFileSync(join(show, '001.vtt'), 'WEBVTT\n\n00:00 -->\n')
    expect((await say(world)).stderr).toContain('bad')
    expect(await say(world, 'new', 'Another')).toMatchObject({ code: 0 })
  })
  expect(asked.some(one => one.startsWith('door/'))).toBe(true)
  expect(asked.filter(one => !one.startsWith('door/') && !isOther(one))).toEqual([])
})
