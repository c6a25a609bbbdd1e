/** What a preview says that subscribers would notice, and why it says nothing. */

import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { previewChanges } from '../src/cli/preview-changes.ts'
import { temporaryFolder, writeFiles } from './support/folder.ts'
import { documentOf, goodShow } from './support/good-show.ts'
import { say } from './support/terminal.ts'

const output = { write: () => {}, isTerminal: false, width: 100 }

const changesIn = (cwd: string): Promise<string> =>
  previewChanges(
    { location: join(cwd, 'episodes'), folder: 'episodes', name: 'episodes' },
    { against: undefined, allowPrivate: false },
    {
      cwd,
      env: {},
      stdout: output,
      stderr: output,
      now: () => Date.parse('2026-11-24T12:00:00Z'),
      stdin: async () => new Uint8Array(),
      process: { id: 1, isRunning: () => false },
    },
  )

/** A show that was built. */
const builtShow = async (): Promise<string> => {
  const cwd = temporaryFolder()
  writeFiles(join(cwd, 'episodes'), goodShow())
  expect(await say({ cwd }, '--quiet')).toMatchObject({ code: 0 })
  return cwd
}

describe('of a show with errors, nothing is shown', () => {
  test('but what is in the way, with its place', async () => {
    const cwd = await builtShow()
    writeFiles(join(cwd, 'episodes'), { '001.md': documentOf({ title: 'One', date: 'yesterday' }, 'x\n') })
    const said = await changesIn(cwd)
    expect(said).toContain('nothing of it is published')
    expect(said).toMatch(/In the way is:\n\nepisodes\/001\.md:3:7\n {2}error\[date\/unreadable\]: /)
  })

  test('of many errors, the first ones', async () => {
    const cwd = await builtShow()
    const broken = documentOf({ title: 'One', date: 'yesterday' }, 'x\n')
    writeFiles(
      join(cwd, 'episodes'),
      Object.fromEntries([3, 4, 5, 6, 7, 8, 9].map(n => [`00${n}.md`, broken])),
    )
    const said = await changesIn(cwd)
    expect(said.match(/^ {2}error\[/gm)).toHaveLength(5)
    expect(said).toMatch(/and \d+ more errors: Problems has all of them\.$/)
  })
})
