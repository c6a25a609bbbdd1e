/** A link in a repository in place of the show folder or of a feed: a pull request must not choose what else is read. */

import { existsSync, mkdirSync, readdirSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { strayLinkTo } from '../../src/door/stray-link.ts'
import { temporaryFolder, writeFiles } from '../support/folder.ts'
import { goodShow } from '../support/good-show.ts'
import { say } from '../support/terminal.ts'

/** A repository, and beside it a show and a file that are somebody else's. */
const place = ({ isRepository = true } = {}) => {
  const root = temporaryFolder()
  const [cwd, other] = [join(root, 'repository'), join(root, 'other')]
  mkdirSync(isRepository ? join(cwd, '.git') : cwd, { recursive: true })
  writeFiles(join(other, 'episodes'), goodShow())
  writeFiles(other, { 'secret.txt': 'TOP-SECRET\n' })
  return { cwd, other }
}

describe('a link that leads out of the repository', () => {
  test.each(['episodes', 'sub/deep/episodes'])('is not followed to a show: %s', async path => {
    const { cwd, other } = place()
    mkdirSync(join(cwd, 'sub'))
    symlinkSync(
      path === 'episodes' ? join(other, 'episodes') : other,
      join(cwd, path.replace('/episodes', '')),
    )
    const before = readdirSync(join(other, 'episodes'))
    for (const argv of [[path], ['validate', path], ['new', 'Hello', '--show', path]]) {
      const { code, stdout, stderr } = await say({ cwd }, ...argv)
      expect(code).not.toBe(0)
      expect(stdout + stderr).not.toMatch(/Harbour Notes|lighthouse/)
    }
    expect((await say({ cwd }, path)).stderr.replace(/\s+/g, ' ')).toContain(
      'is a link in the repository that leads out of it',
    )
    expect(existsSync(join(cwd, 'public'))).toBe(false)
    expect(readdirSync(join(other, 'episodes'))).toEqual(before)
  })

  test('is not followed to a feed, and nothing of what it leads to is shown', async () => {
    const { cwd, other } = place()
    symlinkSync(join(other, 'secret.txt'), join(cwd, 'feed.xml'))
    const { code, stdout, stderr } = await say({ cwd }, 'validate', 'feed.xml')
    expect(code).toBe(2)
    expect(stdout + stderr).not.toContain('TOP-SECRET')
  })
})

describe('what is followed', () => {
  test('a link inside the repository', async () => {
    const { cwd } = place()
    writeFiles(join(cwd, 'talks'), goodShow())
    symlinkSync('talks', join(cwd, 'episodes'))
    expect((await say({ cwd })).code).toBe(0)
  })

  test('a link in no repository: the user has made it', async () => {
    const { cwd, other } = place({ isRepository: false })
    symlinkSync(join(other, 'episodes'), join(cwd, 'episodes'))
    expect((await say({ cwd })).code).toBe(0)
  })

  test('a link on the way to the repository', () => {
    const { cwd, other } = place()
    symlinkSync(cwd, join(other, 'work'))
    mkdirSync(join(cwd, 'episodes'))
    expect(strayLinkTo(join(other, 'work/episodes'))).toBeUndefined()
  })

  test('nothing is no link', () => {
    expect(strayLinkTo(join(temporaryFolder(), 'nowhere/else'))).toBeUndefined()
  })
})
