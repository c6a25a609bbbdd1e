/** Where the new feed will be served: asked where somebody can answer, and never waited for where nobody can. */

import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { PassThrough } from 'node:stream'
import { describe, expect, test } from 'vitest'
import { ask } from '../../src/cli/terminal.ts'
import { temporaryFolder, writeFiles } from '../support/folder.ts'
import { type Said, say, type World } from '../support/terminal.ts'
import { oldFeed, oldItem } from './old-feed.ts'

const question = /Where will the new feed be served/g

const run = async (
  world: Omit<World, 'cwd'>,
  ...flags: readonly string[]
): Promise<Said & { readonly cwd: string; readonly baseUrl: string | undefined }> => {
  const cwd = temporaryFolder()
  writeFiles(cwd, { 'old.xml': oldFeed({ items: [oldItem(1)] }) })
  const said = await say({ ...world, cwd }, 'import', 'old.xml', ...flags)
  const show = join(cwd, 'episodes/show.md')
  const text = existsSync(show) ? readFileSync(show, 'utf8') : ''
  return { ...said, cwd, baseUrl: /^baseUrl: (.*)$/m.exec(text)?.[1] }
}

describe('import asks for baseUrl', () => {
  test('and takes the answer', async () => {
    const { code, stderr, baseUrl } = await run({ answers: ['https://new.example/salt/'] })
    expect(code).toBe(0)
    expect(stderr.match(question)).toHaveLength(1)
    expect(baseUrl).toBe('https://new.example/salt/')
    expect(stderr).not.toContain('fill in `baseUrl`')
  })

  test('a host alone is enough', async () => {
    expect((await run({ answers: ['new.example/salt/'] })).baseUrl).toBe('https://new.example/salt/')
  })

  test('what is no address is asked for again, and at last left open', async () => {
    const { stderr, baseUrl } = await run({ answers: ['soon', 'my site', 'https://new.example/'] })
    expect(stderr).toContain('"soon" is not a full address.')
    expect(baseUrl).toBe('https://new.example/')
    const open = await run({ answers: ['a', 'b', 'c', 'd'] })
    expect(open.stderr.match(question)).toHaveLength(3)
    expect(open.baseUrl).toBe('https://YOUR-SITE/')
  })

  test('nor is one taken behind which no file can be', async () => {
    const { stderr, baseUrl } = await run({ answers: ['https://new.example/?q=1', 'https://new.example/'] })
    expect(stderr).toContain('"https://new.example/?q=1" ends in "?q=1"')
    expect(baseUrl).toBe('https://new.example/')
  })

  test('Enter leaves it open, and the next step says where to fill it in', async () => {
    const { code, stderr, baseUrl } = await run({ answers: [''] })
    expect(code).toBe(0)
    expect(baseUrl).toBe('https://YOUR-SITE/')
    expect(stderr).toContain('fill in `baseUrl` in episodes/show.md')
  })

  test.each<[string, Omit<World, 'cwd'>, readonly string[]]>([
    ['without a terminal', {}, []],
    ['in CI', { answers: ['https://asked.example/'], env: { CI: 'true' } }, []],
    ['with --base-url', { answers: ['https://asked.example/'] }, ['--base-url', 'https://new.example/']],
    ['with --dry-run', { answers: ['https://asked.example/'] }, ['--dry-run']],
  ])('not %s', async (_, world, flags) => {
    const { code, stderr, baseUrl } = await run(world, ...flags)
    expect(code).toBe(0)
    expect(stderr).not.toMatch(question)
    expect(baseUrl).not.toBe('https://asked.example/')
  })

  test('nor where the show is there already', async () => {
    const { cwd } = await run({}, '--base-url', 'https://new.example/')
    const again = await say({ cwd, answers: ['https://asked.example/'] }, 'import', 'old.xml')
    expect(again.stderr).not.toMatch(question)
    expect(readFileSync(join(cwd, 'episodes/show.md'), 'utf8')).toContain('baseUrl: https://new.example/')
  })
})

describe('what --base-url cannot be is refused at once', () => {
  test.each([
    ['nowhere', '--base-url "nowhere" is not a full address; write https://show.example/'],
    ['ftp://new.example/', 'is not a full address'],
    ['https://ada:secret@new.example/', 'holds a user name or password'],
    ['https://new.example/?q=1', 'ends in "?q=1", and the names of files are put behind it'],
    ['https://new.example/salt#top', 'ends in "#top"'],
    ['https://new.example/salt/feed.xml', 'such as https://new.example/salt/'],
  ])('%s', async (baseUrl, words) => {
    const said = await run({}, '--base-url', baseUrl)
    expect(said.code).toBe(2)
    expect(said.stderr).toContain(words)
    expect(said.stderr).not.toContain('secret')
    expect(existsSync(join(said.cwd, 'episodes'))).toBe(false)
  })

  test('by a build too', async () => {
    const { cwd } = await run({}, '--base-url', 'https://new.example/')
    const said = await say({ cwd }, 'build', '--base-url', 'https://new.example/?q=1')
    expect(said.code).toBe(2)
    expect(said.stderr).toContain('ends in "?q=1"')
  })
})

describe('a question on the terminal', () => {
  const terminal = (signal?: AbortSignal) => {
    const input = new PassThrough()
    const output = new PassThrough()
    const answer = ask('Well? ', { input, output, signal, interrupt: () => {} })
    return { input, output, answer }
  }

  test('gives a line, without the spaces around it', async () => {
    const { input, output, answer } = terminal()
    input.write('  https://new.example/ \n')
    expect(await answer).toBe('https://new.example/')
    expect(String(output.read())).toContain('Well? ')
  })

  test('an empty line, and the end of the input, are no answer', async () => {
    const empty = terminal()
    empty.input.write('\n')
    expect(await empty.answer).toBeUndefined()
    const ended = terminal()
    ended.input.end()
    expect(await ended.answer).toBeUndefined()
  })

  test('who stops the program need not answer', async () => {
    const stop = new AbortController()
    const { answer } = terminal(stop.signal)
    stop.abort(new Error('stopped'))
    await expect(answer).rejects.toThrow('stopped')
  })
})
