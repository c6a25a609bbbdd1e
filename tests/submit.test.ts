/** `submit`: where a show is listed, where it can be handed in, what is in the way; and what is written into show.md of that. */

import { spawnSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { directories, directoryOf, editShow } from '../src/submit/index.ts'
import { directories as withRules } from '../src/targets.ts'
import { listingName } from '../src/vocabulary/listing-names.ts'
import { temporaryFolder, writeFiles } from './support/folder.ts'
import { documentOf, frontMatter, goodShow } from './support/good-show.ts'
import { jpeg } from './support/image.ts'
import { say } from './support/terminal.ts'

const feedUrl = 'https://show.example/feed/feed.xml'

const showWith = (fields: Readonly<Record<string, string | undefined>> = {}, others = {}): string => {
  const cwd = temporaryFolder()
  const all = Object.entries({ ...frontMatter['show.md'], ...fields }).filter(
    ([, value]) => value !== undefined,
  )
  writeFiles(join(cwd, 'episodes'), {
    ...goodShow(),
    'show.md': documentOf(Object.fromEntries(all) as Record<string, string>, 'Short talks.\n'),
    ...others,
  })
  return cwd
}

const showText = (cwd: string): string => readFileSync(join(cwd, 'episodes/show.md'), 'utf8')

interface Json {
  readonly feed: string | null
  readonly public: boolean
  readonly directories: readonly {
    readonly id: string
    readonly group: string
    readonly listed: string | null
    readonly submit: string | null
    readonly ready: boolean
    readonly lacksOwner: boolean
    readonly inTheWay: readonly { readonly rule: string; readonly file: string; readonly line: number }[]
    readonly readOn: string
  }[]
}

const jsonOf = async (cwd: string): Promise<Json> =>
  JSON.parse((await say({ cwd }, 'submit', '--json')).stdout)
const oneOf = async (cwd: string, id: string) =>
  (await jsonOf(cwd)).directories.find(directory => directory.id === id)!

describe('the list', () => {
  test('says of each where it was read and when, how it is reached, and what its pages are', () => {
    expect(new Set(directories.map(({ id }) => id)).size).toBe(directories.length)
    for (const { id, submit, from = [], asks, hosts, sources, readOn, name } of directories) {
      expect(Date.parse(readOn), id).toBeGreaterThan(0)
      expect(sources.length, id).toBeGreaterThan(0)
      for (const source of sources) expect(new URL(source).protocol, id).toBe('https:')
      expect(submit === undefined, id).toBe(from.length > 0)
      if (submit !== undefined) {
        expect(new URL(submit(feedUrl)).protocol, id).toBe('https:')
        expect(asks.length, id).toBeGreaterThan(0)
      }
      for (const other of from)
        expect(
          directories.some(one => one.id === other),
          id,
        ).toBe(true)
      for (const host of hosts) expect(directoryOf(`https://www.${host}/x`)?.id, host).toBe(id)
      // The pages of a show call it so too.
      expect(listingName(`https://${hosts[0]}/x`), id).toBe(name)
    }
  })

  test('has every directory whose rules are known', () => {
    expect(directories.flatMap(({ rulesOf }) => rulesOf ?? []).sort()).toEqual([...withRules].sort())
  })

  test('fills in the address of the feed where a page takes it', () => {
    const apple = directories.find(({ id }) => id === 'apple')!
    expect(apple.submit!('https://show.example/a b.xml?x=1&y=2')).toBe(
      'https://podcastsconnect.apple.com/my-podcasts/new-feed?submitfeed=https%3A%2F%2Fshow.example%2Fa+b.xml%3Fx%3D1%26y%3D2',
    )
  })
})

describe('where a show can be handed in', () => {
  test('is told in two groups, with what each asks', async () => {
    const { code, stdout, stderr } = await say({ cwd: showWith() }, 'submit')
    expect([code, stderr]).toEqual([0, ''])
    expect(stdout).toContain(`Harbour Notes: ${feedUrl}`)
    expect(stdout).toContain(`new-feed?submitfeed=${encodeURIComponent(feedUrl)}`)
    expect(stdout).toContain('the code goes to ada@show.example')
    const [byHand, automatic] = stdout.split('\nAutomatic\n')
    expect(byHand).toContain('By hand\n  Apple Podcasts (apple)')
    expect(automatic).toContain('Overcast, once it is at Apple Podcasts')
    expect(byHand).not.toContain('in the way')
    for (const { name } of directories) expect(stdout).toContain(`  ${name}`)
  })

  test('and as JSON', async () => {
    const { feed, public: isPublic, directories: all } = await jsonOf(showWith())
    expect([feed, isPublic, all.length]).toEqual([feedUrl, true, directories.length])
    expect(all.every(one => one.ready && one.listed === null)).toBe(true)
    expect(all.filter(({ group }) => group === 'automatic').every(({ submit }) => submit === null)).toBe(true)
  })

  test('what is in the way is judged for each by its own rules', async () => {
    const cwd = showWith({ for: 'podcastindex' }, { 'cover.jpg': jpeg({ width: 500, height: 500 }) })
    const apple = await oneOf(cwd, 'apple')
    expect(apple.ready).toBe(false)
    expect(apple.inTheWay.map(({ rule, file }) => [rule, file])).toEqual([
      ['artwork/size', 'episodes/show.md'],
    ])
    expect((await oneOf(cwd, 'podcastindex')).ready).toBe(true)
    // No rules of its own: it takes what any of the others takes.
    expect((await oneOf(cwd, 'pocketcasts')).ready).toBe(true)
    const { code, stdout } = await say({ cwd }, 'submit')
    expect(code).toBe(0)
    expect(stdout).toMatch(/Apple Podcasts \(apple\)\n(?: {4}.*\n)* {4}in the way: episodes\/show\.md:\d+/)
  })

  test('what stops a build is in the way of all, since there is nothing to hand in', async () => {
    const cwd = showWith({}, { '001.md': '---\ntitle: One\ndate: 2026-02-30\n---\n' })
    const { directories: all } = await jsonOf(cwd)
    const byHand = all.filter(({ group }) => group === 'by hand')
    expect(byHand.filter(({ ready }) => ready)).toEqual([])
    expect((await say({ cwd }, 'submit')).code).toBe(1)
  })

  test('an episode that is held back is in nobody’s way', async () => {
    const cwd = showWith({}, { '003.md': '---\ntitle: Three\ndraft: true\ndate: 2026-02-30\n---\n' })
    expect((await oneOf(cwd, 'apple')).ready).toBe(true)
  })

  test('without an address of the owner, those are named that send a code there', async () => {
    const cwd = showWith({ owner: undefined })
    expect((await oneOf(cwd, 'spotify')).lacksOwner).toBe(true)
    expect((await oneOf(cwd, 'spotify')).ready).toBe(false)
    expect((await oneOf(cwd, 'apple')).lacksOwner).toBe(false)
    expect((await say({ cwd }, 'submit')).stdout).toContain('the feed has no e-mail address')
  })

  test('no page is named for a feed that nobody can reach', async () => {
    for (const baseUrl of ['https://YOUR-SITE/', 'http://localhost/']) {
      const cwd = showWith({ baseUrl })
      const { code, stdout } = await say({ cwd }, 'submit')
      expect(code).toBe(1)
      expect(stdout).toContain('Nothing can be submitted yet')
      // Once, and not for each of them again.
      expect(stdout).not.toContain('show/provisional')
      expect((await oneOf(cwd, 'apple')).submit).toBe(null)
    }
  })

  test('no host is asked about audio that is served elsewhere', async () => {
    const audio = 'audio: https://media.show.example/003.mp3'
    const cwd = showWith({}, { '003.md': `---\ntitle: Three\ndate: 2026-01-19\n${audio}\n---\nThree.\n` })
    expect((await oneOf(cwd, 'apple')).ready).toBe(true)
  })
})

describe('where it is listed', () => {
  const page = 'https://podcasts.apple.com/gb/podcast/harbour-notes/id1500000000'

  test('is known from `listings`, and what comes of it by itself', async () => {
    const cwd = showWith({ listings: `[${page}]` })
    const { stdout } = await say({ cwd }, 'submit')
    expect(stdout).toContain(`Listed\n  Apple Podcasts  ${page}`)
    expect(stdout).toContain('Overcast: from Apple Podcasts, where it is')
    expect(stdout).not.toContain('submitfeed')
    expect((await oneOf(cwd, 'apple')).listed).toBe(page)
  })

  test('is written into show.md, and nothing else in it changes', async () => {
    const cwd = showWith()
    const before = showText(cwd)
    const { code, stdout } = await say({ cwd }, 'submit', '--listed', `apple=${page}`)
    expect([code, stdout]).toEqual([0, 'episodes/show.md\n'])
    expect(showText(cwd)).toBe(before.replace('\n---\nShort', `\nlistings: ${page}\n---\nShort`))
    const spotify = 'https://open.spotify.com/show/4rOoJ6Egrf8K2IrywzwOMk'
    await say({ cwd }, 'submit', '--listed', spotify)
    expect(showText(cwd)).toContain(`listings:\n  - ${page}\n  - ${spotify}\n---`)
    const [apple, other] = [await oneOf(cwd, 'apple'), await oneOf(cwd, 'spotify')]
    expect([apple.listed, other.listed]).toEqual([page, spotify])
    expect((await say({ cwd }, 'submit', '--listed', spotify)).stderr).toContain('says so already')
  })

  test('as a patch with --dry-run, which git applies to what it would have written', async () => {
    const cwd = showWith()
    const before = showText(cwd)
    const { code, stdout } = await say({ cwd }, 'submit', '--listed', page, '--dry-run')
    expect(code).toBe(0)
    expect(stdout).toContain(`--- a/episodes/show.md\n+++ b/episodes/show.md\n@@`)
    expect(showText(cwd)).toBe(before)
    const git = spawnSync('git', ['apply', '-'], { cwd, input: stdout, encoding: 'utf8' })
    expect(git.stderr).toBe('')
    const patched = showText(cwd)
    writeFileSync(join(cwd, 'episodes/show.md'), before)
    await say({ cwd }, 'submit', '--listed', page)
    expect(showText(cwd)).toBe(patched)
  })

  test.each([
    ['a page of another directory', `spotify=${page}`, 'is not a page of Spotify'],
    ['a directory that there is not', `aple=${page}`, '"aple" is no directory'],
    ['no address', 'apple=id1500000000', 'is not the address of a page'],
  ])('%s is refused', async (_, written, words) => {
    const cwd = showWith()
    const before = showText(cwd)
    const { code, stderr } = await say({ cwd }, 'submit', '--listed', written)
    expect(code).toBe(2)
    expect(stderr).toContain(words)
    expect(showText(cwd)).toBe(before)
  })

  const toml = `+++\ntitle = "Harbour Notes"\nbaseUrl = "https://show.example/"\n+++\nShort talks.\n`

  test('in TOML it is said what to write', async () => {
    const cwd = showWith({}, { 'show.md': toml })
    const { code, stderr } = await say({ cwd }, 'submit', '--listed', page)
    expect(code).toBe(2)
    expect(stderr).toContain(`add \`${page}\` to \`listings\` yourself`)
    expect(showText(cwd)).toBe(toml)
  })
})

describe('one more in a list', () => {
  const [one, two] = ['https://overcast.fm/itunes1', 'https://castro.fm/itunes/1']
  test.each([
    ['none', 'title: A\n', `title: A\nlistings: ${two}\n`],
    ['nothing behind the colon', 'listings:\ntitle: A\n', `listings: ${two}\ntitle: A\n`],
    ['one', `listings: ${one} # mine\n`, `listings:\n  - ${one}\n  - ${two} # mine\n`],
    ['one in quotes', `listings: "${one}"\n`, `listings:\n  - "${one}"\n  - ${two}\n`],
    ['a list', `listings:\n- ${one} # mine\n# end\n`, `listings:\n- ${one} # mine\n- ${two}\n# end\n`],
    ['a list in brackets', `listings: [${one}]\n`, `listings: [${one}, ${two}]\n`],
    ['empty brackets', 'listings: []\n', `listings: [${two}]\n`],
    [
      'maps',
      `listings:\n  - url: ${one}\n    name: O\nz: 1\n`,
      `listings:\n  - url: ${one}\n    name: O\n  - ${two}\nz: 1\n`,
    ],
    ['one map', `listings: { url: ${one} }\n`, `listings:\n  - { url: ${one} }\n  - ${two}\n`],
    [
      'its own page, which moved',
      `listings: [${one}, https://castro.fm/itunes/0]\n`,
      `listings: [${one}, ${two}]\n`,
    ],
    [
      'a map with its page',
      `listings:\n  - url: https://castro.fm/itunes/0\n    name: C\n`,
      `listings:\n  - url: ${two}\n    name: C\n`,
    ],
  ])('%s', (_, before, after) => {
    const edited = editShow(`---\n${before}---\nBody\n`, [{ kind: 'listed', url: two }])
    expect(edited).toEqual({ text: `---\n${after}---\nBody\n` })
  })

  test('line breaks stay those of the file', () => {
    const edited = editShow(`---\r\nlistings: ${one}\r\n---\r\n`, [{ kind: 'listed', url: two }])
    expect(edited).toEqual({ text: `---\r\nlistings:\r\n  - ${one}\r\n  - ${two}\r\n---\r\n` })
  })

  test.each([
    ['a value that has a name', `x: &a ${one}\nlistings: &b ${one}\n`],
    ['a value from elsewhere', `x: &a ${one}\nlistings: *a\n`],
    ['a map without braces', `listings:\n  url: ${one}\n  name: O\n`],
  ])('%s is left to a person', (_, before) => {
    const change = { kind: 'listed', url: two } as const
    expect(editShow(`---\n${before}---\n`, [change])).toEqual({ byHand: change })
  })
})

describe('proof of whose the show is', () => {
  test('goes in, is in the feed, and comes out again without a trace', async () => {
    const cwd = showWith({ owner: undefined })
    const before = showText(cwd)
    const put = await say(
      { cwd },
      ...[
        'submit',
        '--verify',
        'apple=abcd1234',
        '--verify',
        'podcastindex=00-77',
        '--owner',
        'ada@show.example',
      ],
    )
    expect(put).toEqual({ code: 0, stdout: 'episodes/show.md\n', stderr: '' })
    expect(showText(cwd)).toContain(
      'verify: abcd1234\ntxt: { purpose: verify, value: "00-77" }\nowner: { email: ada@show.example }\n---',
    )
    expect((await say({ cwd })).code).toBe(0)
    const feed = readFileSync(join(cwd, 'public/feed.xml'), 'utf8')
    expect(feed).toContain('<podcast:txt purpose="applepodcastsverify">abcd1234</podcast:txt>')
    expect(feed).toContain('<podcast:txt purpose="verify">00-77</podcast:txt>')
    expect(feed).toContain('<itunes:email>ada@show.example</itunes:email>')
    const { stdout } = await say({ cwd }, 'submit')
    expect(stdout).toContain('its code is in the feed: abcd1234')
    expect(stdout).toContain('--without owner --without codes')

    await say({ cwd }, 'submit', '--without', 'codes', '--without', 'owner')
    expect(showText(cwd)).toBe(before)
  })

  test('other texts for machines stay', () => {
    const txt =
      'txt:\n  - { purpose: verify, value: x }\n  - { purpose: ai-content, value: no }\n  - { purpose: verify, value: y }\n'
    expect(editShow(`---\n${txt}verify: z\n---\n`, [{ kind: 'without', what: 'codes' }])).toEqual({
      text: '---\ntxt:\n  - { purpose: ai-content, value: no }\n---\n',
    })
  })

  test('an owner who is there gets the other address, and keeps the name', () => {
    const edited = editShow('---\nowner: { name: Ada, email: a@b.example }\n---\n', [
      { kind: 'owner', email: 'c@d.example' },
    ])
    expect(edited).toEqual({ text: '---\nowner: { name: Ada, email: c@d.example }\n---\n' })
  })

  test.each([
    [['--verify', 'spotify=123'], 'has no place in the feed'],
    [['--verify', 'apple='], 'has no code'],
    [['--verify', 'nobody=1'], '"nobody" is no directory'],
    [['--owner', 'Ada'], 'is not an e-mail address'],
    [['--without', 'everything'], 'is neither owner nor codes'],
    [['--dry-run'], 'say what'],
  ])('%j is refused', async (argv, words) => {
    const cwd = showWith()
    const { code, stderr } = await say({ cwd }, 'submit', ...argv)
    expect([code, stderr]).toEqual([2, expect.stringContaining(words)])
  })
})
