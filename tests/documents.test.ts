/** The pages of docs/ and their like: their links lead somewhere, and their commands run. */

import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { parseTOML } from 'toml-eslint-parser'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { type AudioHost, audioHost } from './support/audio-host.ts'
import { temporaryFolder, writeFiles } from './support/folder.ts'
import { goodAudio, goodShow } from './support/good-show.ts'
import { runShow } from './support/run.ts'
import { say } from './support/terminal.ts'

const root = join(import.meta.dirname, '..')
const read = (path: string): string => readFileSync(join(root, path), 'utf8')
const pages = [
  ...['README.md', 'ARCHITECTURE.md', 'CHANGELOG.md', 'CONTRIBUTING.md', 'SECURITY.md', 'examples/README.md'],
  ...readdirSync(join(root, 'docs')).flatMap(name => (name.endsWith('.md') ? `docs/${name}` : [])),
]

/** What is written as code is no link. */
const prose = (text: string): string =>
  text.replace(/^( *)```[\s\S]*?^\1```$/gm, '').replace(/`[^`\n]*`/g, '``')

/** As GitHub makes them of headings. */
const anchorsIn = (text: string): ReadonlySet<string> => {
  const seen = new Map<string, number>()
  return new Set(
    [...text.replace(/^( *)```[\s\S]*?^\1```$/gm, '').matchAll(/^#{1,6} (.+)$/gm)].map(([, heading]) => {
      const slug = heading!
        .replace(/[`*]/g, '')
        .toLowerCase()
        .replace(/[^\p{L}\p{N}_ -]/gu, '')
        .trim()
        .replaceAll(' ', '-')
      const count = seen.get(slug) ?? 0
      seen.set(slug, count + 1)
      return count === 0 ? slug : `${slug}-${count}`
    }),
  )
}

describe('every link', () => {
  test.each(pages)('of %s leads somewhere', path => {
    const text = read(path)
    for (const [, target] of prose(text).matchAll(/\]\(([^)\s]+)\)/g)) {
      if (/^[a-z]+:/.test(target!)) {
        expect(new URL(target!).protocol, target).toBe('https:')
        continue
      }
      const [file, anchor] = target!.split('#')
      const to = file === '' ? path : join(dirname(path), file!)
      expect(existsSync(join(root, to)), `${path}: ${target}`).toBe(true)
      if (anchor !== undefined) expect(anchorsIn(read(to)), `${path}: ${target}`).toContain(anchor)
    }
  })

  test('each page is named by another one', () => {
    const named = pages.flatMap(path =>
      [...read(path).matchAll(/\]\(([^)#\s]+\.md)/g)].map(([, target]) => join(dirname(path), target!)),
    )
    // GitHub itself leads to these.
    const known = ['README.md', 'CONTRIBUTING.md', 'CHANGELOG.md', 'SECURITY.md']
    expect(pages.filter(path => !named.includes(path) && !known.includes(path))).toEqual([])
  })
})

test('what is shown as TOML and YAML can be read', () => {
  // The rules show what cannot be read, too.
  const shown = pages
    .filter(path => path !== 'docs/rules.md')
    .flatMap(path =>
      [...read(path).matchAll(/^```(toml|yaml)\n([\s\S]*?)^```$/gm)].map(([, language, text]) => ({
        language,
        text: text!,
      })),
    )
  expect(shown.filter(({ language }) => language === 'toml').length).toBeGreaterThan(0)
  // Front matter stands between fences of its own.
  for (const { language, text } of shown)
    if (language === 'toml') expect(() => parseTOML(text), text).not.toThrow()
    else for (const part of text.split(/^---$/m)) expect(() => parse(part), text).not.toThrow()
})

describe('every command', () => {
  let host: AudioHost
  beforeAll(async () => {
    const feed = (await runShow(goodShow())).feed!
    host = await audioHost((_request, response) => void response.end(feed))
  })
  afterAll(() => host.close())

  const online = (argv: readonly string[]): string[] => {
    const served = argv.map(one => one.replace(/^https:\/\/(?:show|old|new)\.example/, host.origin))
    return served.some(one => one.startsWith(host.origin)) ? [...served, '--allow-private'] : served
  }

  /** They need a site, another host or a deployment; their own tests run them, and here their options are held to the help. */
  const elsewhere: ReadonlySet<string> = new Set(['adopt', 'import', 'preview', 'publish'])

  // README and docs/moving.md have tests of their own.
  const commands = pages
    .filter(path => path !== 'README.md' && path !== 'docs/moving.md')
    .flatMap(path =>
      [...read(path).matchAll(/^```(\w*)\n([\s\S]*?)^```$/gm)].flatMap(([, , block]) =>
        block!
          .split('\n')
          .flatMap(line =>
            /^(?:\$ )?build-feed\b/.test(line) ? [[path, line.replace(/^\$ /, '')] as const] : [],
          ),
      ),
    )

  test('is found', () => {
    expect(commands.length).toBeGreaterThan(8)
  })

  test.each(commands)('%s: %s', async (_, line) => {
    const argv = [...line.replace(/ > .*$/, '').matchAll(/"([^"]*)"|(\S+)/g)]
      .map(([, quoted, plain]) => quoted ?? plain!)
      .slice(1)
    if (elsewhere.has(argv[0]!)) {
      const { stdout } = await say({ cwd: '.', width: 200 }, argv[0]!, '--help')
      for (const option of argv.filter(one => one.startsWith('--')))
        expect(stdout).toMatch(new RegExp(`${option.replace(/=.*$/, '')}\\b`))
      return
    }
    const cwd = temporaryFolder()
    writeFiles(join(cwd, 'episodes'), goodShow())
    writeFiles(cwd, { 'recording.mp3': goodAudio['001.mp3'] })
    mkdirSync(join(cwd, 'empty'))
    if (argv.includes('--frozen') || argv.includes('--check')) await say({ cwd })
    const { code, stderr } = await say({ cwd }, ...online(argv))
    expect(code, stderr).toBe(0)
  })
})
