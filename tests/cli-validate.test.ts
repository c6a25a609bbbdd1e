/** `validate`, `explain` and `schema` on the command line. */

import { spawnSync } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { reporters } from '../src/report/index.ts'
import { rules } from '../src/rules.ts'
import { type Case, program, runCases, spawnIn } from './support/cases.ts'
import { type Files, temporaryFolder, writeFiles } from './support/folder.ts'
import { goodShow } from './support/good-show.ts'
import { lay } from './support/lay.ts'
import { say } from './support/terminal.ts'

const folderWith = (shows: Readonly<Record<string, Files>>): string => {
  const root = temporaryFolder()
  for (const [name, files] of Object.entries(shows)) writeFiles(join(root, name), files)
  return root
}
const good = (): string => folderWith({ episodes: goodShow() })
const laid = (example: Readonly<Record<string, string>>) => (): string =>
  folderWith({ episodes: lay(example).files })
/** Two warnings that everybody is told: a date would be another one. */
const warned = laid({ 'show.md': '- timezone' })
/** A warning that is about Podcast Index alone. */
const warnedOfIndex = laid({ '001.md': 'persons: { name: Lou Reef, role: sound wizard }' })
/** An error that Apple, Spotify, PSP-1 and W3C refuse. */
const guidTwice = laid({ '001.md': 'guid: a-guid', '002.md': 'guid: a-guid' })

const cases: readonly Case[] = [
  {
    does: 'says that a good show is ready everywhere',
    argv: ['validate'],
    in: good,
    code: 0,
    stderr:
      /No problems[\s\S]*Apple Podcasts: ready\nSpotify: ready\nYouTube: ready\nAmazon Music: ready\nPodcast Index: ready\n$/,
    silent: ['stdout'],
  },
  {
    does: 'counts per directory what is in the way there',
    argv: ['validate'],
    in: guidTwice,
    code: 1,
    stderr:
      /Apple Podcasts: 1 thing in the way \(episode\/guid-unique\)\nSpotify: 1 thing in the way \(episode\/guid-unique\)\nYouTube: 1 thing in the way \(episode\/guid-unique\)\n/,
  },
  {
    does: 'is ready nowhere when nothing can be built',
    argv: ['validate', '--for', 'youtube,amazon'],
    in: laid({ '001.md': '!text ---\ntitle: [\n---\n' }),
    code: 1,
    stderr:
      /front-matter\/syntax[\s\S]*YouTube: \d+ things? in the way \(.*front-matter\/syntax\)\nAmazon Music: \d+ things? in the way \(.*front-matter\/syntax\)\n/,
  },
  {
    does: 'tells everybody what is about Podcast Index, where --for names nobody',
    argv: ['validate', '--strict'],
    in: warnedOfIndex,
    code: 1,
    stderr: /^warning\[podcast\/person-role\]/,
  },
  {
    does: 'leaves out what the directories of --for do not ask',
    argv: ['validate', '--for', 'apple,spotify'],
    in: warnedOfIndex,
    code: 0,
    stderr: /^No problems.*\nApple Podcasts: ready\nSpotify: ready\n$/,
  },
  {
    does: 'keeps what a listener would notice, whoever --for names',
    argv: ['validate', '--for', 'apple,spotify'],
    in: warned,
    code: 0,
    stderr: /^warning\[date\/no-zone\][\s\S]*\nApple Podcasts: ready\nSpotify: ready\n/,
  },
  {
    does: 'keeps every error, whoever --for names',
    argv: ['validate', '--for=youtube'],
    in: guidTwice,
    code: 1,
    stderr: /episode\/guid-unique[\s\S]*YouTube: 1 thing in the way \(episode\/guid-unique\)\n/,
  },
  {
    does: 'reads --for in any case, with spaces',
    argv: ['validate', '--for', 'Apple, PSP1'],
    in: good,
    code: 0,
    stderr: /Apple Podcasts: ready\nPSP-1: ready\n$/,
  },
  {
    does: 'names the nearest directory',
    argv: ['validate', '--for', 'aple'],
    in: good,
    code: 2,
    stderr: /^build-feed: --for does not know "aple"; did you mean apple\?\n$/,
  },
  {
    does: 'names the directories there are',
    argv: ['validate', '--for', 'stitcher'],
    in: good,
    code: 2,
    stderr: /choose from apple, spotify, youtube, amazon, podcastindex, psp1, w3c, apps\n$/,
  },
  {
    does: 'refuses an empty --for',
    argv: ['validate', '--for', ','],
    in: good,
    code: 2,
    stderr: /--for needs a name/,
  },
  {
    does: 'fails at a warning with --strict',
    argv: ['validate', '--strict'],
    in: warned,
    code: 1,
    stderr: /date\/no-zone/,
  },
  {
    does: 'builds with --strict and --for what no warning of those is about',
    argv: ['--strict', '--for', 'apple'],
    in: warnedOfIndex,
    code: 0,
    writes: ['public/feed.xml'],
  },
  {
    does: 'lets as many warnings pass as --max-warnings says',
    argv: ['validate', '--max-warnings', '2'],
    in: warned,
    code: 0,
  },
  {
    does: 'fails at more warnings than --max-warnings says, and says so',
    argv: ['validate', '--max-warnings', '1'],
    in: warned,
    code: 1,
    stderr: /build-feed: episodes has 2 warnings, and --max-warnings lets 1 pass\n$/,
  },
  {
    does: 'shows the warnings that fail the run, even when quiet',
    argv: ['validate', '--quiet', '--max-warnings', '1'],
    in: warned,
    code: 1,
    stderr: /date\/no-zone/,
  },
  {
    does: 'says nothing of warnings that may pass, when quiet',
    argv: ['validate', '--quiet', '--max-warnings', '5'],
    in: warned,
    code: 0,
    stderr: /^$/,
  },
  {
    does: 'stops a build at too many warnings',
    argv: ['--max-warnings', '1'],
    in: warned,
    code: 1,
    leaves: ['public'],
  },
  {
    does: 'builds with as many warnings as may pass',
    argv: ['--max-warnings', '2'],
    in: warned,
    code: 0,
    writes: ['public/feed.xml'],
  },
  {
    does: 'refuses a --max-warnings that is no number',
    argv: ['validate', '--max-warnings', 'some'],
    in: good,
    code: 2,
    stderr: /--max-warnings "some" is not a number; write how many may pass, such as 10/,
  },
  {
    does: 'refuses a negative --max-warnings',
    argv: ['validate', '--max-warnings=-1'],
    in: good,
    code: 2,
    stderr: /--max-warnings "-1" is not a number/,
  },
  {
    does: 'validates several shows at once and writes nothing',
    argv: ['validate', 'one', 'two'],
    in: () => folderWith({ one: goodShow(), two: lay({ '001.md': '- title' }).files }),
    code: 1,
    stderr: /two\/001\.md:1:1[\s\S]*Harbour Notes\n {2}Apple Podcasts: ready[\s\S]*1 thing in the way/,
    leaves: ['public', 'one/feed.lock.json', 'two/feed.lock.json'],
  },
  {
    does: 'holds the future back with --as-of',
    argv: ['validate', '--as-of', '2026-01-01'],
    in: good,
    code: 1,
    stderr: /show\/has-episode/,
  },
  {
    does: 'repairs with --fix and is content',
    argv: ['validate', '--fix'],
    in: laid({ '001.md': 'epsiode: 1\n- episode' }),
    code: 0,
    stderr: /^fixed episodes\/001\.md:\d+:1: Rename the key to "episode"[\s\S]*No problems/,
  },
  {
    does: 'has nothing to fix in a good show',
    argv: ['validate', '--fix', '--quiet'],
    in: good,
    code: 0,
  },
  {
    does: 'names the nearest reporter',
    argv: ['validate', '--reporter', 'jsn'],
    in: good,
    code: 2,
    stderr: /there is no reporter "jsn"; did you mean json\?/,
  },
  {
    does: 'explains a rule',
    argv: ['explain', 'episode/guid-unique'],
    in: temporaryFolder,
    code: 0,
    stdout:
      /^error\[episode\/guid-unique\] No two episodes share a guid\n\nAn app[\s\S]*Apple and Spotify refuse this · PSP-1 and the W3C validator do not allow this \(as of \d{4}-\d\d-\d\d\)\.\n {2}https:\/\/[\s\S]*\nBad:\n {2}001\.md\n {4}---\n {4}guid: harbour-1\n {4}---\n[\s\S]*\nGood:\n {2}001\.md\n/,
    silent: ['stderr'],
  },
  {
    does: 'lists every rule',
    argv: ['explain'],
    in: temporaryFolder,
    code: 0,
    stdout: new RegExp(`\\n${rules.length} rules\\. `),
    silent: ['stderr'],
  },
  {
    does: 'lists the rules of a family',
    argv: ['explain', 'allow'],
    in: temporaryFolder,
    code: 0,
    stdout: /^allow\n {2}allow\/unknown-rule {2}warning {2}Every rule that is allowed exists\n/,
  },
  {
    does: 'names the nearest rule',
    argv: ['explain', 'episode/guid-uniqe'],
    in: temporaryFolder,
    code: 2,
    stderr: /^build-feed: there is no rule "episode\/guid-uniqe"; did you mean episode\/guid-unique\?\n$/,
    silent: ['stdout'],
  },
  {
    does: 'says where the rules are',
    argv: ['explain', 'constructor'],
    in: temporaryFolder,
    code: 2,
    stderr: /run `build-feed explain` for all of them/,
  },
  {
    does: 'prints a schema',
    argv: ['schema', 'episode'],
    in: temporaryFolder,
    code: 0,
    stdout: /^\{\n {2}"\$schema": "http:\/\/json-schema\.org\/draft-07\/schema#"/,
    silent: ['stderr'],
  },
  {
    does: 'says which schemas there are',
    argv: ['schema', 'shwo'],
    in: temporaryFolder,
    code: 2,
    stderr: /there is no schema "shwo"; there are show and episode/,
  },
  {
    does: 'asks for the kind of schema',
    argv: ['schema'],
    in: temporaryFolder,
    code: 2,
    stderr: /missing required argument 'kind'/,
  },
]

runCases(cases)

test.each(rules)('explain $id: every example is readable, line by line', async ({ id }) => {
  const { stdout, stderr, code } = await say(
    { cwd: '/', width: 80, terminal: true, env: { NO_COLOR: '1' } },
    'explain',
    id,
  )
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
  expect(stdout).toMatch(/\nBad:\n {2}\S[\s\S]*\nGood:\n {2}\S/)
  expect(stdout).not.toMatch(/[\u0000-\u0009\u000b-\u001f]|undefined|^ *`?!(?:text|mp3|jpeg|nothing)/m)
})

describe('reports for programs', () => {
  test('stdout belongs to the report alone, in a build too', async () => {
    for (const reporter of ['json', 'sarif']) {
      const { stdout, code } = await say({ cwd: good() }, '--reporter', reporter)
      expect(code).toBe(0)
      expect(() => JSON.parse(stdout)).not.toThrow()
    }
  })

  const wrong: readonly (readonly string[])[] = [
    ['nonesuch'],
    ['--nope'],
    ['episodes', 'nonesuch'],
    ['--frozen', '--refresh'],
    ['--max-warnings', 'few'],
    ['validate', 'episodes', 'nonesuch'],
    ['validate', 'nonesuch.xml'],
  ]
  test.each(reporters.filter(({ goesTo }) => goesTo === 'stdout').map(({ name }) => name))(
    '%s prints nothing at all where the command is wrong: the reason is on stderr',
    async name => {
      for (const argv of wrong) {
        const { stdout, stderr, code } = await say({ cwd: good() }, ...argv, '--reporter', name)
        expect([code, stdout]).toEqual([2, ''])
        expect(stderr).not.toBe('')
      }
    },
  )

  test('the counts per directory are in the JSON report', async () => {
    const { stdout } = await say({ cwd: guidTwice() }, 'validate', '--reporter', 'json')
    const inTheWay = { inTheWay: 1, rules: { 'episode/guid-unique': 1 } }
    expect(JSON.parse(stdout).shows[0].ready).toEqual({
      apple: inTheWay,
      spotify: inTheWay,
      youtube: inTheWay,
      amazon: inTheWay,
      podcastindex: inTheWay,
    })
    const asked = await say({ cwd: guidTwice() }, 'validate', '--for', 'psp1,apple', '--reporter', 'json')
    expect(JSON.parse(asked.stdout).shows[0].ready).toEqual({ apple: inTheWay, psp1: inTheWay })
  })
})

describe('in a workflow of GitHub', () => {
  const env = (summary: string) => ({ GITHUB_ACTIONS: 'true', GITHUB_STEP_SUMMARY: summary, CI: 'true' })

  test('annotations are printed and the job summary is added to', () => {
    const cwd = guidTwice()
    const summary = join(cwd, 'summary.md')
    writeFileSync(summary, 'Before.\n')
    const said = spawnIn(cwd, ['validate'], env(summary))
    expect(said.stderr).toContain('::error file=episodes/002.md,line=')
    expect(readFileSync(summary, 'utf8')).toMatch(
      /^Before\.\n## build-feed[\s\S]*\| Harbour Notes \| 2 \| ❌ 1 thing/,
    )
  })

  test('a good build has a summary too, and one that cannot be written fails nothing', () => {
    const cwd = good()
    expect(spawnIn(cwd, [], env(join(cwd, 'summary.md'))).status).toBe(0)
    expect(readFileSync(join(cwd, 'summary.md'), 'utf8')).toContain('✅ ready')
    const lost = spawnIn(cwd, [], env(join(cwd, 'no/such/folder')))
    expect(lost.status).toBe(0)
    expect(lost.stderr).toContain('the job summary cannot be written')
  })

  test('a reporter that was asked for is used there too', () => {
    const { GITHUB_STEP_SUMMARY: _, ...rest } = env('')
    expect(spawnIn(good(), ['validate', '--reporter', 'compact'], rest).stderr).toMatch(
      /^episodes\/feed\.lock\.json: note lock\/missing .*\n$/,
    )
  })
})

describe('listings', () => {
  test('have colours only where they are wanted', () => {
    const explain = (env: Readonly<Record<string, string>>) =>
      spawnIn('/', ['explain', 'date/no-zone'], env).stdout
    expect(explain({})).not.toContain('\u001b[')
    expect(explain({ FORCE_COLOR: '1' })).toContain('\u001b[')
    expect(explain({ NO_COLOR: '1' })).not.toContain('\u001b[')
  })

  test('a reader that has seen enough is no failure', () => {
    for (const argv of ['explain', 'schema show', '--help']) {
      const cut = spawnSync(
        'bash',
        ['-c', `set -o pipefail; "${process.execPath}" "${program}" ${argv} | head -n 1; echo $?`],
        { encoding: 'utf8' },
      )
      expect(cut.stderr).toBe('')
      expect(cut.stdout).toMatch(/\n0\n$/)
    }
  })
})

test('a folder is named as annotations need it, however it was written', async () => {
  for (const written of ['./episodes/', 'episodes//', './x/../episodes']) {
    const { stderr } = await say({ cwd: guidTwice() }, 'validate', written, '--reporter', 'compact')
    expect(stderr).toMatch(/^episodes\/002\.md:/m)
  }
})

test('a folder without a show hides no other; one that is not there is wrong usage', async () => {
  const cwd = folderWith({ good: goodShow(), empty: {} })
  mkdirSync(join(cwd, 'empty'))
  const said = await say({ cwd }, 'validate', 'empty', 'good', '--reporter', 'compact')
  expect(said.code).toBe(1)
  expect(said.stderr).toContain('files/no-show')
  expect((await say({ cwd }, 'validate', 'nowhere', 'good')).code).toBe(2)
})

describe('validating again', () => {
  test('remembers what has not changed, and sees what has', async () => {
    const cwd = good()
    const cache = temporaryFolder()
    const world = { cwd, env: { XDG_CACHE_HOME: cache } }
    const fresh = await say(world, 'validate')
    expect(await say(world, 'validate')).toEqual(fresh)
    expect(readdirSync(cache).length).toBeGreaterThan(0)
    writeFiles(join(cwd, 'episodes'), { '001.md': '---\ntitle: First\ndate: 2026-02-30\n---\n' })
    const broken = await say(world, 'validate')
    expect(broken.code).toBe(1)
    expect(broken).toEqual(await say(world, 'validate', '--no-cache'))
  })
})
