/** `diff` and `--against` as people run them: files, addresses, standard input, show folders, and what is none of these. */

import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import MarkdownIt from 'markdown-it'
import { afterEach, describe, expect, test } from 'vitest'
import { violations } from './report/schema.ts'
import { audioHost, serve } from './support/audio-host.ts'
import { feedOf } from './support/diff-feeds.ts'
import { temporaryFolder, writeFiles } from './support/folder.ts'
import { documentOf, frontMatter, goodShow } from './support/good-show.ts'
import { laid } from './support/lay-feed.ts'
import { mp3 } from './support/mpeg.ts'
import { say } from './support/terminal.ts'

const ends: (() => void | Promise<void>)[] = []
afterEach(async () => {
  for (const end of ends.splice(0)) await end()
})

const good = laid('')
const renamed = laid('<item>\n<title>High water</title>\n</item>')
const again = laid('<item>\n<guid>new</guid>\n</item>')

const worldWith = (files: Readonly<Record<string, string>>) => ({ cwd: writeFiles(temporaryFolder(), files) })

/** A show that was built, with its feed in `public`. */
const builtShow = async (): Promise<{ readonly cwd: string }> => {
  const cwd = temporaryFolder()
  writeFiles(join(cwd, 'episodes'), goodShow())
  expect(await say({ cwd }, '--quiet')).toMatchObject({ code: 0 })
  return { cwd }
}
const rewrite = (cwd: string, over: Readonly<Record<string, string>>, body = 'Notes.\n'): void =>
  writeFileSync(join(cwd, 'episodes/001.md'), documentOf({ ...frontMatter['001.md'], ...over }, body))

test('a recording that the lock knows is asked for nowhere: what it says is compared', async () => {
  const host = await audioHost(serve(mp3({ seconds: 20 })))
  ends.push(host.close)
  const { cwd } = await builtShow()
  rewrite(cwd, { audio: `${host.origin}/1.mp3` })
  rmSync(join(cwd, 'episodes/001.mp3'))
  expect(await say({ cwd }, '--quiet', '--allow-private', '--accept', 'audio:001')).toMatchObject({ code: 0 })
  host.requests.length = 0
  const { code, stderr } = await say({ cwd }, 'diff', 'public/feed.xml')
  expect([code, stderr, host.requests]).toEqual([0, '', []])
})

describe('two feeds', () => {
  test('that are the same', async () => {
    const said = await say(worldWith({ 'a.xml': good, 'b.xml': good }), 'diff', 'a.xml', 'b.xml')
    expect(said).toEqual({
      code: 0,
      stderr: '',
      stdout:
        'Harbour Notes: a.xml (2 episodes) → b.xml (2 episodes)\n\nNobody notices anything of the 2 episodes that were there.\n',
    })
  })

  test('of which one is packed', async () => {
    const cwd = writeFiles(temporaryFolder(), { 'a.xml.gz': gzipSync(good), 'b.xml': good })
    expect(await say({ cwd }, 'diff', 'a.xml.gz', 'b.xml')).toMatchObject({
      code: 0,
      stdout: expect.stringContaining('Nobody notices anything'),
    })
  })

  test('a change that hurts nobody', async () => {
    const said = await say(worldWith({ 'a.xml': good, 'b.xml': renamed }), 'diff', 'a.xml', 'b.xml')
    expect(said.code).toBe(0)
    expect(said.stdout).toMatch(/title {2,}Tide tables → High water/)
    expect(said.stdout).toContain('Nobody downloads an episode again, and nobody loses one.')
  })

  test('a change that a build refuses, until it is accepted', async () => {
    const world = worldWith({ 'a.xml': good, 'b.xml': again })
    const said = await say(world, 'diff', 'a.xml', 'b.xml')
    expect(said.code).toBe(1)
    expect(said.stdout).toContain('Subscribers download 1 episode again')
    expect(said.stdout).toContain('harbour-2 → new')
    expect(said.stdout).toContain('If all of it is meant: --accept guid:2')
    const accepted = await say(world, 'diff', 'a.xml', 'b.xml', '--accept', 'guid:2')
    expect(accepted).toMatchObject({ code: 0, stderr: '' })
    expect(accepted.stdout).toContain('accepted')
  })

  test('an --accept that nothing needs is told', async () => {
    const world = worldWith({ 'a.xml': good, 'b.xml': good })
    const said = await say(world, 'diff', 'a.xml', 'b.xml', '--accept', 'gone:007')
    expect(said).toMatchObject({
      code: 0,
      stderr: 'build-feed: --accept gone:007 fits no change; leave it out\n',
    })
  })

  test('--quiet prints what a build would refuse, and nothing else', async () => {
    const world = worldWith({ 'a.xml': good, 'b.xml': renamed, 'c.xml': again })
    expect(await say(world, 'diff', '--quiet', 'a.xml', 'b.xml')).toEqual({ code: 0, stdout: '', stderr: '' })
    expect((await say(world, 'diff', '--quiet', 'a.xml', 'c.xml')).stdout).toContain(
      'download 1 episode again',
    )
  })

  test('one of them on standard input', async () => {
    const { cwd } = worldWith({ 'a.xml': good })
    expect((await say({ cwd, stdin: renamed }, 'diff', 'a.xml', '-')).stdout).toContain('→ standard input')
    expect((await say({ cwd, stdin: renamed }, 'diff', '-', 'a.xml')).stdout).toContain(
      'High water → Tide tables',
    )
    expect(await say({ cwd, stdin: good }, 'diff', '-', '-')).toMatchObject({ code: 2 })
  })

  test('no line is wider than the terminal, but for an address', async () => {
    const world = { ...worldWith({ 'a.xml': good, 'b.xml': again }), terminal: true, width: 60 }
    const { stdout } = await say(world, 'diff', 'a.xml', 'b.xml')
    expect(stdout).toContain('\u001b[')
    for (const line of stdout.replace(/\u001b\[[\d;]*m/g, '').split('\n'))
      expect(line.length).toBeLessThanOrEqual(60)
  })
})

const schemaIn = (name: string) =>
  JSON.parse(readFileSync(new URL(`../docs/${name}.schema.json`, import.meta.url), 'utf8'))

describe('what cannot be compared', () => {
  test('a feed that is broken is told with its place', async () => {
    const world = worldWith({ 'a.xml': good.replace('</item>', ''), 'b.xml': good })
    const said = await say(world, 'diff', 'a.xml', 'b.xml')
    expect(said).toMatchObject({ code: 1, stdout: '' })
    expect(said.stderr).toMatch(/error\[document\/well-formed\]/)
    expect(said.stderr).toMatch(/a\.xml:\d+:\d+/)
  })

  test.each<[what: string, broken: string | Buffer, place: string]>([
    ['a name of no character', good.replace('Tide tables', 'Tide &foo; tables'), 'document/well-formed'],
    ['a bare ampersand', good.replace('Tide tables', 'Tide & tables'), 'document/well-formed'],
    ['blank lines before its declaration', `\n\n${good}`, 'document/declaration-first'],
    [
      'bytes of another encoding',
      Buffer.from(good.replace('Tide tables', 'Tide caf\u00e9'), 'latin1'),
      'document/broken-bytes',
    ],
  ])(
    'a feed with %s is refused as validate and import refuse it, and read with --lenient',
    async (_what, broken, rule) => {
      const world = { cwd: writeFiles(temporaryFolder(), { 'a.xml': broken, 'b.xml': good }) }
      const blockOf = ({ stderr }: { stderr: string }) =>
        stderr.split('\n\n').find(block => block.startsWith(`error[${rule}]`))
      const validated = await say(world, 'validate', 'a.xml')
      expect(blockOf(validated)).toContain('a.xml:')
      for (const argv of [
        ['diff', 'a.xml', 'b.xml'],
        ['diff', 'b.xml', 'a.xml'],
        ['import', 'a.xml', 'show'],
      ]) {
        const said = await say(world, ...argv)
        expect(said).toMatchObject({ code: 1, stdout: '', stderr: expect.stringContaining('`--lenient`') })
        expect(blockOf(said)).toBe(blockOf(validated))
      }
      const read = await say(world, 'diff', '--lenient', 'a.xml', 'b.xml')
      expect(read).toMatchObject({ code: 0, stderr: '', stdout: expect.stringContaining('Harbour Notes') })
    },
  )

  test('is told to programs as validate tells it, both feeds in one report', async () => {
    const broken = good.replace('</item>', '')
    const world = worldWith({ 'a.xml': broken, 'b.xml': `\n${good}`, 'c.xml': good })
    const said = async (...argv: string[]) => {
      const { code, stdout, stderr } = await say(world, ...argv, '--reporter', 'json')
      expect([code, stderr]).toEqual([1, ''])
      expect(violations(JSON.parse(stdout), schemaIn('report'))).toEqual([])
      return JSON.parse(stdout)
    }
    const reportOf = async (...argv: string[]) => (await said(...argv)).diagnostics
    const countIn = async (...argv: string[]) => (await said(...argv)).shows[0].episodes
    expect(await countIn('diff', 'a.xml', 'c.xml')).toBe(await countIn('validate', 'a.xml'))
    const validated = await reportOf('validate', 'a.xml')
    expect(await reportOf('diff', 'a.xml', 'c.xml')).toEqual(validated)
    expect(await reportOf('diff', 'c.xml', 'a.xml')).toEqual(validated)
    const both = await reportOf('diff', 'a.xml', 'b.xml')
    expect(both.map(({ rule }: { rule: string }) => rule)).toEqual([
      'document/well-formed',
      'document/declaration-first',
    ])
    writeFiles(join(world.cwd, 'episodes'), goodShow())
    expect(await reportOf('build', '--against', 'a.xml')).toEqual(validated)
  })

  test.each<[argv: readonly string[]]>([
    [['diff', 'a.xml', 'b.xml']],
    [['diff', 'b.xml', 'a.xml']],
    [['build', '--against', 'a.xml']],
    [['preview', '--against', 'a.xml']],
    [['import', 'a.xml', 'show']],
  ])(
    'with --lenient, only what is in the way is listed, and what would be repaired is counted: %j',
    async argv => {
      const broken = good.replace('</item>', '').replace('Tide tables', 'Tide & &foo; tables')
      const { cwd } = worldWith({ 'a.xml': broken, 'b.xml': good })
      writeFiles(join(cwd, 'episodes'), goodShow())
      const { code, stderr } = await say({ cwd }, ...argv, '--lenient')
      expect(code).toBe(1)
      expect(stderr.match(/^error.*$/gm)).toEqual([expect.stringContaining('does not close the tag')])
      expect(stderr).toContain('2 other faults would be repaired once the above is mended.')
    },
  )

  test('a folder with shows below it is told which to name, and no other command than the one that was asked', async () => {
    const { cwd } = worldWith({ 'a.xml': good })
    for (const name of ['one', 'two']) writeFiles(join(cwd, 'shows', name), goodShow())
    const { code, stderr } = await say({ cwd }, 'diff', 'a.xml', 'shows')
    expect(code).toBe(1)
    expect(stderr).toContain('Name the folder of the show instead: `shows/one`, `shows/two`.')
  })

  test.each<[what: string, argv: readonly string[], says: string]>([
    ['a file that is not there', ['none.xml', 'a.xml'], 'none.xml cannot be read: there is no such file'],
    ['a folder that is not there', ['a.xml', 'talks'], 'there is no folder "talks"'],
    ['no address', ['https://', 'a.xml'], 'is not a full address'],
    ['a reporter that is not there', ['a.xml', 'a.xml', '--reporter', 'prety'], 'did you mean pretty?'],
    ['a reporter of findings', ['a.xml', 'a.xml', '--reporter', 'sarif'], 'there are pretty, json, markdown'],
    ['an --accept of nothing', ['a.xml', 'a.xml', '--accept', 'all'], '--accept does not know "all"'],
    ['no first feed', [], "missing required argument 'before'"],
  ])('%s', async (_what, argv, says) => {
    const said = await say(worldWith({ 'a.xml': good }), 'diff', ...argv)
    expect(said).toMatchObject({ code: 2, stdout: '' })
    expect(said.stderr).toContain(says)
  })

  test('a show with an error is told as a build tells it', async () => {
    const { cwd } = await builtShow()
    rewrite(cwd, { date: '30 February 2026' })
    const said = await say({ cwd }, 'diff', 'public/feed.xml')
    expect(said).toMatchObject({ code: 1, stdout: '' })
    expect(said.stderr).toContain('error[date/unreadable]')
  })
})

describe('relative addresses', () => {
  const self = '<atom:link rel="self" type="application/rss+xml" href="https://show.example/feeds/1.xml"/>'
  const item = (n: number, url: string): string =>
    `<title>Talk ${n}</title>${n === 3 ? '' : `<guid isPermaLink="false">talk-${n}</guid>`}<description>x</description><pubDate>Mon, 0${n} Jun 2026 08:30:00 +0200</pubDate><enclosure url="${url}" length="1000" type="audio/mpeg"/>`
  const relative = feedOf(self, [
    item(4, '../4 b.mp3'),
    item(3, '3.mp3'),
    item(2, '/audio/2.mp3'),
    item(1, '//media.example/1.mp3'),
  ])

  test('are those that an import makes of them: nobody loses an episode by moving in', async () => {
    const { cwd } = worldWith({ 'old.xml': relative })
    expect(await say({ cwd }, 'import', 'old.xml', 'show')).toMatchObject({ code: 0 })
    const { code, stdout } = await say({ cwd }, 'diff', 'old.xml', 'show', '--reporter', 'json')
    expect(code).toBe(0)
    const changes: { effect: string; what: string }[] = JSON.parse(stdout).changes
    expect(changes.filter(({ what }) => /^(?:episode|guid|audio)/.test(what))).toEqual([])
  })

  test('are the absolute ones', async () => {
    const absolute = relative
      .replace('"../4 b', '"https://show.example/4%20b')
      .replace('"3.mp3', '"https://show.example/feeds/3.mp3')
      .replace('"/audio', '"https://show.example/audio')
      .replace('"//media', '"https://media')
    const said = await say(worldWith({ 'a.xml': relative, 'b.xml': absolute }), 'diff', 'a.xml', 'b.xml')
    expect(said).toMatchObject({
      code: 0,
      stdout: expect.stringContaining('Nobody notices anything of the 4'),
    })
  })

  test('are meant from where the feed was read, where it does not say where it is', async () => {
    const host = await audioHost((_, response) => void response.end(feedOf('', [item(2, 'a/2.mp3')])))
    ends.push(host.close)
    const { cwd } = worldWith({ 'b.xml': feedOf('', [item(2, `${host.origin}/x/a/2.mp3`)]) })
    const said = await say({ cwd }, 'diff', '--allow-private', `${host.origin}/x/feed.xml`, 'b.xml')
    expect(said.stdout).toContain('Nobody notices anything of the 1 episode that was there.')
  })
})

describe('a show', () => {
  test('is what its feed is, after a build', async () => {
    const { cwd } = await builtShow()
    const said = await say({ cwd }, 'diff', 'public/feed.xml')
    expect(said).toMatchObject({ code: 0, stderr: '' })
    expect(said.stdout).toContain('Nobody notices anything')
  })

  test('is not built by it, and the lock stays', async () => {
    const { cwd } = await builtShow()
    const lock = readFileSync(join(cwd, 'episodes/feed.lock.json'), 'utf8')
    rewrite(cwd, { guid: 'another' })
    const said = await say({ cwd }, 'diff', 'public/feed.xml')
    expect(said.code).toBe(1)
    expect(said.stdout).toContain('refused until --accept guid:001')
    expect(readFileSync(join(cwd, 'episodes/feed.lock.json'), 'utf8')).toBe(lock)
    expect((await say({ cwd }, 'diff', 'public/feed.xml', 'episodes', '--accept', 'guid:001')).code).toBe(0)
  })

  test('with a limit has lost nothing that a build would refuse', async () => {
    const { cwd } = await builtShow()
    const path = join(cwd, 'episodes/show.md')
    writeFileSync(path, readFileSync(path, 'utf8').replace('---\n', '---\nlimit: 1\n'))
    const said = await say({ cwd }, 'diff', 'public/feed.xml')
    expect(said).toMatchObject({ code: 0 })
    expect(said.stdout).toContain('no room any more')
  })

  test('tells the words that were changed in the notes', async () => {
    const { cwd } = await builtShow()
    rewrite(cwd, {}, 'We walk along the quay before dawn.\n')
    expect((await say({ cwd }, '--quiet', '--accept', 'guid:*')).code).toBe(0)
    rewrite(cwd, {}, 'We walk along the old quay before dusk.\n')
    const { stdout } = await say({ cwd }, 'diff', 'public/feed.xml')
    expect(stdout).toContain('along the {+old+} quay before [-dawn.-] {+dusk.+}')
  })

  test('without an address of its own is another show to nobody', async () => {
    const { cwd } = await builtShow()
    rmSync(join(cwd, 'episodes/feed.lock.json'))
    const show = readFileSync(join(cwd, 'episodes/show.md'), 'utf8')
    writeFileSync(
      join(cwd, 'episodes/show.md'),
      show.replace(/^baseUrl: .*$/m, 'baseUrl: https://example.com/'),
    )
    const { stdout } = await say({ cwd }, 'diff', 'public/feed.xml')
    expect(stdout).not.toContain('find the show again')
  })
})

describe('a feed by its address', () => {
  test('is fetched, and named by it', async () => {
    const host = await audioHost((_request, response) => void response.end(good))
    ends.push(host.close)
    const { cwd } = worldWith({ 'b.xml': renamed })
    const said = await say({ cwd }, 'diff', '--allow-private', `${host.origin}/feed.xml`, 'b.xml')
    expect(said.code).toBe(0)
    expect(said.stdout).toContain(`${host.origin}/feed.xml (2 episodes)`)
  })

  test('is not fetched from a private address without being told to', async () => {
    const host = await audioHost((_request, response) => void response.end(good))
    ends.push(host.close)
    const said = await say(worldWith({ 'b.xml': renamed }), 'diff', host.origin, 'b.xml')
    expect(said.code).toBe(2)
    expect(said.stderr).toContain('--allow-private')
    expect(host.requests).toEqual([])
  })
})

describe('for others', () => {
  test('json is what docs/diff.schema.json says', async () => {
    const world = worldWith({ 'a.xml': good, 'b.xml': again, 'c.xml': renamed })
    for (const after of ['b.xml', 'c.xml']) {
      const { stdout } = await say(world, 'diff', 'a.xml', after, '--reporter', 'json')
      expect(violations(JSON.parse(stdout), schemaIn('diff'))).toEqual([])
    }
    const { stdout } = await say(world, 'diff', 'a.xml', 'b.xml', '--reporter', 'json')
    expect(JSON.parse(stdout)).toMatchObject({
      summary: { refused: 1, changes: { 'downloads-again': 1, lost: 0 } },
      changes: [{ what: 'guid', episode: { name: '2' }, accept: 'guid:2', accepted: false }],
    })
  })

  test('markdown is nothing but text, whatever a stranger has written', async () => {
    const evil =
      '&lt;img src=x onerror=alert(1)&gt; [click](https://evil.example) @everyone #1 **bold** `code` ![x](https://evil.example/x.png) www.evil.example https://evil.example | ~~s~~'
    const world = worldWith({
      'a.xml': good,
      'b.xml': laid(
        `<title>${evil}</title>\n<item>\n<title>${evil}</title>\n<guid>${evil}</guid>\n<content:encoded>${evil}</content:encoded>\n</item>`,
      ),
    })
    const { stdout, code } = await say(world, 'diff', 'a.xml', 'b.xml', '--reporter', 'markdown')
    expect(code).toBe(1)
    const html = new MarkdownIt({ html: true, linkify: true })
      .enable(['table', 'strikethrough'])
      .render(stdout)
    expect(html).not.toMatch(/<(?:img|a|code|script)\b/)
    expect(stdout.replaceAll('\\@', '')).not.toContain('@')
    expect(html).toContain('onerror=alert(1)')
  })

  test('markdown fits into a comment, and says what is left out', async () => {
    const item = (n: number, title: string) =>
      `<guid>${n}</guid><title>${title} ${n}</title><description>${`${title} ${n} `.repeat(300)}</description><enclosure url="https://a.example/${n}.mp3" length="1000" type="audio/mpeg"/>`
    const numbers = Array.from({ length: 200 }, (_, i) => i)
    const world = worldWith({
      'a.xml': feedOf(
        '',
        numbers.map(n => item(n, 'one')),
      ),
      'b.xml': feedOf(
        '',
        numbers.map(n => item(n, 'two')),
      ),
    })
    const { stdout } = await say(world, 'diff', 'a.xml', 'b.xml', '--reporter', 'markdown')
    expect(stdout.length).toBeLessThan(65_536)
    expect(stdout).toContain('… and 180 more episodes')
  })

  test('no password of an address is printed', async () => {
    const secret = laid(
      '<item>\n<link>https://jo:hunter2@show.example/2</link>\n<title>https://jo:hunter2@show.example/</title>\n</item>',
    )
    const world = worldWith({ 'a.xml': good, 'b.xml': secret })
    for (const reporter of ['pretty', 'json', 'markdown']) {
      const { stdout } = await say(world, 'diff', 'a.xml', 'b.xml', '--reporter', reporter)
      expect(stdout).not.toContain('hunter2')
    }
  })

  test('no title is a command to GitHub Actions', async () => {
    const world = worldWith({
      'a.xml': good,
      'b.xml': laid(
        '<title>::error::x</title>\n<item>\n<title>::set-output name=a::b ##[error]x</title>\n</item>',
      ),
    })
    const { stdout } = await say({ ...world, env: { GITHUB_ACTIONS: 'true' } }, 'diff', 'a.xml', 'b.xml')
    expect(stdout).toContain('set-output')
    expect(stdout).not.toMatch(/^\s*::|##\[/m)
  })

  test('the page of a job has it', async () => {
    const { cwd } = worldWith({ 'a.xml': good, 'b.xml': again })
    const page = join(cwd, 'summary.md')
    await say({ cwd, env: { GITHUB_STEP_SUMMARY: page } }, 'diff', 'a.xml', 'b.xml')
    expect(readFileSync(page, 'utf8')).toContain('### 🔁 Subscribers download 1 episode again')
  })
})

describe('build --against', () => {
  test.each<[what: string, before: readonly string[], after: readonly string[]]>([
    ['the folder of the show and its options', ['talks', '-o', 'site out', '--no-cache'], []],
    ['the name of the command', ['build', 'talks', '--base-url=https://show.example/feed/'], []],
    ['folders behind --, which stay last', ['--no-audio'], ['--', 'talks']],
    ['what was accepted already', ['talks', '--accept', 'gone:one'], []],
  ])('offers the command that was given, which can be copied: with %s', async (_what, before, after) => {
    const items = [1, 2].map(
      n =>
        `<title>Old ${n}</title><enclosure url="https://a.example/${['one', 'two'][n - 1]}.mp3" length="9" type="audio/mpeg"/>`,
    )
    const { cwd } = worldWith({ 'old.xml': feedOf('', before.includes('gone:one') ? items : items.slice(1)) })
    writeFiles(join(cwd, 'talks'), goodShow())
    const { code, stderr } = await say({ cwd, width: 50 }, ...before, '--against', 'old.xml', ...after)
    expect(code).toBe(1)
    const offered = stderr.split('\n').flatMap(line => line.match(/`(build-feed [^`]*)`/)?.slice(1) ?? [])
    const words = before.map(word => (word.includes(' ') ? `"${word}"` : word))
    expect(offered).toContain(
      ['build-feed', ...words, '--against old.xml --accept gone:two', ...after].join(' '),
    )
    expect(
      await say({ cwd }, ...before, '--against', 'old.xml', '--accept', 'gone:two', ...after),
    ).toMatchObject({
      code: 0,
    })
  })

  test('what a lock refuses is accepted by a command for that show, whoever told of it', async () => {
    const { cwd } = worldWith({})
    for (const name of ['talks', 'build']) writeFiles(join(cwd, name), goodShow())
    const both = ['./build', 'talks', '--quiet', '--out', 'site']
    expect(await say({ cwd }, ...both)).toMatchObject({ code: 0 })
    for (const name of ['talks', 'build'])
      for (const file of ['002.md', '002.mp3']) rmSync(join(cwd, name, file))
    const helpOf = async (...argv: string[]) => {
      const { stdout } = await say({ cwd }, ...argv, '--reporter', 'json')
      const all: { rule: string; help: string }[] = JSON.parse(stdout).diagnostics
      return all.flatMap(({ rule, help }) => (rule === 'history/gone' ? /`(.*)`/.exec(help)!.slice(1) : []))
    }
    expect(await helpOf('validate', './build', 'talks')).toEqual([
      'build-feed --accept gone:002 ./build',
      'build-feed --accept gone:002 talks',
    ])
    expect(await helpOf(...both)).toEqual([
      'build-feed ./build --quiet --out site --reporter json --out site/build --accept gone:002',
      'build-feed talks --quiet --out site --reporter json --out site/talks --accept gone:002',
    ])
    expect(
      await say({ cwd }, 'talks', ...both.slice(2), '--out', 'site/talks', '--accept', 'gone:002'),
    ).toMatchObject({ code: 0 })
  })

  test.each<[what: string, item: string, called: string]>([
    ['Apple’s title', '<itunes:title>Ghost</itunes:title>', '"Ghost"'],
    ['no title', '', '"ghost"'],
  ])('names an episode that is gone and has %s alone', async (_what, title, called) => {
    const { cwd } = worldWith({
      'old.xml': feedOf('', [
        `${title}<enclosure url="https://a.example/ghost.mp3" length="9" type="audio/mpeg"/>`,
      ]),
    })
    writeFiles(join(cwd, 'episodes'), goodShow())
    const { stderr } = await say({ cwd }, '--against', 'old.xml')
    expect(stderr).toContain(`error[history/gone]: ${called} is in old.xml`)
  })

  test('reads a feed that is not well-formed with --lenient, which is about that feed alone', async () => {
    const { cwd } = worldWith({ 'old.xml': feedOf('', []).replace('Ports.', 'Ports & piers.') })
    writeFiles(join(cwd, 'episodes'), goodShow())
    expect(await say({ cwd }, '--against', 'old.xml')).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('run it with `--lenient`'),
    })
    expect(await say({ cwd }, '--against', 'old.xml', '--lenient')).toMatchObject({ code: 0 })
    for (const command of ['build', 'preview'])
      expect(await say({ cwd }, command, '--lenient')).toMatchObject({
        code: 2,
        stderr: expect.stringContaining('--lenient says how the feed of --against is read'),
      })
  })

  test('says what to run, as often as it has to be run, and knows an episode by both of its names', async () => {
    const { cwd } = await builtShow()
    const live = readFileSync(join(cwd, 'public/feed.xml'), 'utf8').replaceAll('/001.mp3', '/talk-one.mp3')
    writeFileSync(join(cwd, 'live.xml'), live)
    for (const ending of ['md', 'mp3', 'srt']) rmSync(join(cwd, `episodes/001.${ending}`), { force: true })
    await say({ cwd }, '--quiet', '--accept', 'gone:001')
    const refused = await say({ cwd }, '--against', 'live.xml', '--reporter', 'json')
    expect(refused.code).toBe(1)
    expect(refused.stdout).toContain(
      'build-feed --against live.xml --reporter json --accept gone:talk-one`, as long as',
    )
    for (const name of ['talk-one', '001'])
      expect((await say({ cwd }, '--against', 'live.xml', '--accept', `gone:${name}`)).code).toBe(0)
    expect((await say({ cwd }, 'diff', 'live.xml', '--accept', 'gone:001')).stderr).not.toContain(
      'fits no change',
    )
  })

  /** The feed that is live: the good show before its lock was lost, so that the lock does not refuse first. */
  const withoutLock = async () => {
    const { cwd } = await builtShow()
    rmSync(join(cwd, 'episodes/feed.lock.json'))
    writeFileSync(join(cwd, 'live.xml'), readFileSync(join(cwd, 'public/feed.xml')))
    return { cwd, before: readFileSync(join(cwd, 'public/feed.xml'), 'utf8') }
  }

  test('writes what hurts nobody', async () => {
    const { cwd } = await withoutLock()
    rewrite(cwd, { title: 'Another light' })
    const said = await say({ cwd }, '--against', 'live.xml')
    expect(said.code).toBe(0)
    expect(said.stderr).toContain('Another light')
    expect(readFileSync(join(cwd, 'public/feed.xml'), 'utf8')).toContain('<title>Another light</title>')
  })

  test('writes nothing of what would, and says how to accept it', async () => {
    const { cwd, before } = await withoutLock()
    rewrite(cwd, { guid: 'another' })
    const said = await say({ cwd }, '--against', 'live.xml')
    expect(said.code).toBe(1)
    expect(said.stderr).toContain('error[history/guid-changed]')
    expect(said.stderr).toContain('episodes/001.md')
    expect(said.stderr).toContain('--accept guid:001')
    expect(readFileSync(join(cwd, 'public/feed.xml'), 'utf8')).toBe(before)
    expect((await say({ cwd }, '--against', 'live.xml', '--strict', '--accept', 'guid:001')).code).toBe(0)
    expect(readFileSync(join(cwd, 'public/feed.xml'), 'utf8')).toContain('another')
  })

  test('an episode that is gone from the live feed', async () => {
    const { cwd } = await withoutLock()
    for (const file of ['002.md', '002.mp3']) rmSync(join(cwd, 'episodes', file))
    const said = await say({ cwd }, '--against', 'live.xml')
    expect(said.code).toBe(1)
    expect(said.stderr).toContain('error[history/gone]')
    expect(said.stderr).toContain('live.xml:')
  })

  test('is asked at every build, also of a show that has not changed', async () => {
    const { cwd } = await builtShow()
    expect((await say({ cwd }, '--against', 'public/feed.xml')).code).toBe(0)
    writeFileSync(join(cwd, 'live.xml'), again)
    expect((await say({ cwd }, '--against', 'live.xml')).code).toBe(1)
    expect(await say({ cwd }, '--quiet')).toEqual({ code: 0, stdout: '', stderr: '' })
  })

  test('is about one show, and takes a feed', async () => {
    const { cwd } = await builtShow()
    writeFiles(join(cwd, 'talks'), goodShow())
    expect(await say({ cwd }, 'episodes', 'talks', '--against', 'public/feed.xml')).toMatchObject({ code: 2 })
    expect(await say({ cwd }, '--against', 'talks')).toMatchObject({ code: 2 })
    expect(await say({ cwd }, '--against', 'none.xml')).toMatchObject({ code: 2 })
  })

  test('in a workflow, the difference stands on the page of the job', async () => {
    const { cwd } = await withoutLock()
    rewrite(cwd, { title: 'Another light' })
    const page = join(cwd, 'summary.md')
    const env = { GITHUB_STEP_SUMMARY: page, GITHUB_ACTIONS: 'true' }
    expect((await say({ cwd, env }, '--against', 'live.xml')).code).toBe(0)
    expect(readFileSync(page, 'utf8')).toContain('what subscribers notice')
  })
})

test.each<[port: string, says: string]>([
  ['65536', '--port "65536" is no port; write a number up to 65535, or 0 for any that is free'],
  ['-1', '--port "-1" is no port'],
  ['http', '--port "http" is no port'],
])('preview listens at no port %s, and says which there are', async (port, says) => {
  const cwd = temporaryFolder()
  writeFiles(join(cwd, 'episodes'), goodShow())
  expect(await say({ cwd }, 'preview', `--port=${port}`)).toMatchObject({
    code: 2,
    stderr: expect.stringContaining(says),
  })
})

describe('a feed that is cut into pages', () => {
  const item = (n: number): string =>
    `<title>Talk ${n}</title><guid isPermaLink="false">talk-${n}</guid><enclosure url="https://media.example/${n}.mp3" length="10" type="audio/mpeg"/>`
  const page = (numbers: readonly number[], next?: string): string =>
    feedOf(next === undefined ? '' : `<atom:link rel="next" href="${next}"/>`, numbers.map(item))
  const run = async (pages: Readonly<Record<string, string>>, whole: string) => {
    const host = await audioHost((request, response) => {
      const found = pages[request.url ?? '']
      if (found === undefined) response.writeHead(404).end()
      else response.end(found)
    })
    const cwd = temporaryFolder()
    writeFiles(cwd, { 'whole.xml': whole })
    const said = await say({ cwd }, 'diff', '--allow-private', `${host.origin}/1`, 'whole.xml')
    await host.close()
    return said
  }

  test('is read to its last page: who has all of it on one page loses nothing', async () => {
    const pages = { '/1': page([4, 3], '/2'), '/2': page([3, 2], '/3'), '/3': page([1]) }
    const said = await run(pages, page([4, 3, 2, 1]))
    expect(said.code).toBe(0)
    expect(said.stdout).toContain('Nobody notices anything of the 4 episodes that were there.')
    const lost = await run(pages, page([4, 3, 2]))
    expect(lost.code).toBe(1)
    expect(lost.stdout).toContain('Talk 1')
  })

  test('one whose next page is gone is not compared, and it is said where it goes on', async () => {
    const said = await run({ '/1': page([4, 3], '/2') }, page([4, 3]))
    expect(said.code).toBe(2)
    expect(said.stderr).toMatch(/goes on at http:\S+\/2, and .*404/)
  })
})
