/** A site is cloned, adopted and built, and its feed says what the published one does. */

import { existsSync, mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { adopt } from '../src/adopt/index.ts'
import { type Door, doorOf } from '../src/door/index.ts'
import { adoptedFiles } from '../src/limits.ts'
import { type Files, temporaryFolder, writeFiles } from './support/folder.ts'
import { say } from './support/terminal.ts'

const item = (n: number): string => `<item>
<title>Episode ${n}</title>
<guid isPermaLink="false">published-${n}</guid>
<pubDate>${['Mon', 'Tue', 'Wed'][n - 1]}, 0${n} Jun 2026 09:00:00 +0000</pubDate>
<itunes:duration>10:0${n}</itunes:duration>
<itunes:episode>${n}</itunes:episode>
<enclosure url="https://cdn.show.example/ep${n}.mp3" length="100000${n}" type="audio/mpeg"/>
</item>`

const feed = `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd" xmlns:atom="http://www.w3.org/2005/Atom">
<channel>
<title>A site</title>
<link>https://show.example/</link>
<atom:link rel="self" href="https://show.example/feed.xml"/>
<description>About.</description>
<language>en</language>
<itunes:author>Ada Pier</itunes:author>
<itunes:owner><itunes:name>Ada Pier</itunes:name><itunes:email>ada@show.example</itunes:email></itunes:owner>
<itunes:image href="https://show.example/cover.jpg"/>
<itunes:category text="Technology"/>
<itunes:explicit>false</itunes:explicit>
${[3, 2, 1].map(item).join('\n')}
</channel>
</rss>`

const site = (): Files => ({
  'hugo.toml': 'baseURL = "https://show.example/"\ntitle = "A site"\nlanguageCode = "en"\n',
  'old/feed.xml': feed,
  ...Object.fromEntries(
    [1, 2, 3].map(n => [
      `content/episodes/${n}.md`,
      `+++\ntitle = "Episode ${n}"\ndate = 2026-06-0${n}T09:00:00Z\nepisode = "${n}"\npodcast_file = "ep${n}.mp3"\nlayout = "x"\n+++\nNotes of ${n}.\n`,
    ]),
  ),
  'content/episodes/about.md': '+++\ntitle = "About"\ndate = 2026-05-01T09:00:00Z\n+++\nNo episode.\n',
  'content/_index.md': '+++\ntitle = "Home"\n+++\n',
})

const told = (xml: string): readonly string[] =>
  [...xml.matchAll(/<(?:guid|pubDate|enclosure|itunes:episode)\b[^>]*>(?:[^<]*)/g)].map(([text]) =>
    text.replace(/\/?>/, '>').trim(),
  )

test('clone, adopt, build: the feed says what the published one does', async () => {
  const cwd = temporaryFolder()
  mkdirSync(join(cwd, '.git'))
  writeFiles(cwd, site())
  const adopted = await say({ cwd }, 'adopt', '--feed', 'old/feed.xml')
  expect(adopted).toMatchObject({ code: 0, stdout: 'podcast/show.md\n' })
  expect(adopted.stderr).toContain('3 episodes, in content/episodes/*.md; 1 of 4 files there has no')
  for (const key of ['guid', 'date', 'enclosure', 'duration', 'title'])
    expect(adopted.stderr).toContain(`  ${key}: 3 of 3`)
  const built = await say({ cwd }, 'podcast')
  expect(built.stderr).not.toContain('error')
  expect(built.code).toBe(0)
  const xml = readFileSync(join(cwd, 'public/feed.xml'), 'utf8')
  const items = (text: string): string => text.slice(text.indexOf('<item>'))
  expect(told(items(xml)).toSorted()).toEqual(told(items(feed)).toSorted())
  // No file of the site was touched, and a second build asks the lock alone.
  for (const [path, text] of Object.entries(site())) expect(readFileSync(join(cwd, path), 'utf8')).toBe(text)
  expect((await say({ cwd }, 'podcast', '--frozen')).code).toBe(0)
})

test('writes nothing over, and nothing at all with --dry-run', async () => {
  const cwd = temporaryFolder()
  writeFiles(cwd, site())
  const dry = await say({ cwd }, 'adopt', '--dry-run')
  expect(dry.stdout).toContain('preset: hugo')
  expect(existsSync(join(cwd, 'podcast'))).toBe(false)
  expect((await say({ cwd }, 'adopt')).code).toBe(0)
  expect(await say({ cwd }, 'adopt')).toMatchObject({ code: 2, stdout: '' })
})

test('a folder without anything like an episode is told so', async () => {
  const cwd = temporaryFolder()
  writeFiles(cwd, { 'a.txt': 'x' })
  expect(await say({ cwd }, 'adopt')).toMatchObject({ code: 1, stdout: '' })
})

/** The site, with so many files in all. */
const withFiles = (location: string, count: number): Door => {
  const door = doorOf(location)
  return {
    ...door,
    *walk(isPassedOver) {
      let left = count
      for (const found of door.walk(isPassedOver)) {
        if (found.kind === 'file') left--
        yield found
      }
      for (; left > 0; left--)
        yield { kind: 'file', path: `static/${left}.txt`, stats: () => undefined } as const
    },
  }
}

test('a site with more files than are looked through is said to be', () => {
  const location = temporaryFolder()
  writeFiles(location, site())
  const adopted = (count: number) =>
    adopt({ door: withFiles(location, count), folder: '.', show: 'show.md', facts: {}, now: 0 })
  const words = 'only the first 50,000 files of the site were looked through'
  expect(adopted(adoptedFiles)).toMatchObject({ site: { isWhole: true } })
  expect(adopted(adoptedFiles)).toHaveProperty('text', expect.not.stringContaining(words))
  expect(adopted(adoptedFiles + 1)).toMatchObject({ site: { isWhole: false } })
  expect(adopted(adoptedFiles + 1)).toHaveProperty('text', expect.stringContaining(words))
})

describe('the zone of dates that have none is the one in which they are those of the feed', () => {
  const adoptedFrom = async (dates: readonly string[], published: readonly string[]) => {
    const cwd = temporaryFolder()
    const items = published.map(
      (date, i) =>
        `<item><title>T${i}</title><guid>g${i}</guid><pubDate>${date}</pubDate><enclosure url="https://m.example/${i}.mp3" length="1" type="audio/mpeg"/></item>`,
    )
    writeFiles(cwd, {
      'feed.xml': `<rss version="2.0"><channel><title>A</title>${items.join('')}</channel></rss>`,
      ...Object.fromEntries(
        dates.map((date, i) => [
          `posts/${i}.md`,
          `---\ntitle: T${i}\ndate: ${date}\naudio: https://m.example/${i}.mp3\n---\nNotes.\n`,
        ]),
      ),
    })
    const { stderr } = await say({ cwd }, 'adopt', '--feed', 'feed.xml')
    return { stderr, show: readFileSync(join(cwd, 'podcast/show.md'), 'utf8') }
  }

  test('in winter and in summer', async () => {
    const { stderr, show } = await adoptedFrom(
      ['2026-01-05 19:00', '2026-07-06 19:00:00'],
      ['Mon, 05 Jan 2026 18:00:00 +0000', 'Mon, 06 Jul 2026 17:00:00 +0000'],
    )
    expect(show).toContain('timezone: Europe/Berlin')
    expect(stderr).toContain('timezone: Europe/Berlin; no zone is written in the dates')
    expect(stderr).toContain('date: 2 of 2')
  })

  test('and is not guessed where the dates have one', async () => {
    const { show } = await adoptedFrom(['2026-01-05T19:00:00+01:00'], ['Mon, 05 Jan 2026 18:00:00 +0000'])
    expect(show).not.toContain('timezone')
  })

  test.each([
    ['days alone', ['2026-01-05', '2026-07-06'], ['Mon, 05 Jan 2026 18:07:00 +0000']],
    ['times that no zone makes those of the feed', ['2026-01-05 19:00'], ['Mon, 05 Jan 2026 03:07:00 +0000']],
    ['times of episodes that the feed does not have', ['2026-01-05 19:00'], []],
  ])('and is to be filled in for %s', async (_, dates, published) => {
    const { show } = await adoptedFrom(dates, published)
    expect(show).toContain('# The time zone of dates that name none.\ntimezone: UTC # fill in\n')
  })

  test('and --timezone says it', async () => {
    const cwd = temporaryFolder()
    writeFiles(cwd, {
      'hugo.toml': 'baseURL = "https://show.example/"\ntitle = "A"\n',
      'content/episodes/1.md':
        '---\ntitle: T\ndate: 2026-01-05\naudio: https://m.example/1.mp3\n---\nNotes.\n',
    })
    expect((await say({ cwd }, 'adopt', '--dry-run')).stdout).toContain('timezone: UTC # fill in\n')
    const told = await say({ cwd }, 'adopt', '--dry-run', '--timezone', 'Europe/Oslo')
    expect(told.stdout).toContain('timezone: Europe/Oslo\n')
    expect(told.stdout).not.toContain('The time zone of dates')
  })
})

describe('people who are named by short words are found in another file of the site', () => {
  const built = async (more: Files, guests: string): Promise<string> => {
    const cwd = temporaryFolder()
    mkdirSync(join(cwd, '.git'))
    writeFiles(cwd, {
      ...more,
      ...Object.fromEntries(
        [1, 2].map(n => [
          `posts/${n}.md`,
          `---\ntitle: T${n}\ndate: 2026-01-0${n}T10:00:00Z\naudio: https://m.example/${n}.mp3\nbytes: 1000000\nduration: "10:00"\nguests: ${guests}\n---\nNotes of ${n}.\n`,
        ]),
      ),
    })
    const adopted = await say({ cwd }, 'adopt')
    expect(adopted.code, adopted.stderr).toBe(0)
    await say({ cwd }, 'podcast', '--base-url', 'https://show.example/')
    const said = await say({ cwd }, 'upcoming', 'podcast')
    return `${readFileSync(join(cwd, 'podcast/show.md'), 'utf8')}${said.stderr}`
  }

  test('a file each', async () => {
    const show = await built(
      {
        'content/people/ada-pier.md': '---\ntitle: Ada Pier\nwebsite: https://ada.example/\n---\n',
        'content/people/lou.md': '---\ntitle: Lou Reef\n---\n',
      },
      '[ada-pier, lou]',
    )
    expect(show).toContain('data: "../content/people/{id}.md"')
    expect(show).toContain('2 of 2 stand in content/people/{id}.md')
  })

  test('one file for all, and a list with commas', async () => {
    const show = await built(
      { '_data/people.yml': 'ada: { name: Ada Pier }\nlou: { name: Lou Reef }\n' },
      'ada, lou',
    )
    expect(show).toContain('form: comma list, data: "../_data/people.yml"')
  })

  test('and are left out where nobody knows them', async () => {
    expect(await built({}, '[ada, lou]')).not.toContain('persons')
  })
})

test('a published feed that cannot be had: why, and what to do', async () => {
  const cwd = temporaryFolder()
  writeFiles(cwd, {
    'posts/1.md': '---\ntitle: T\ndate: 2026-01-05\naudio: https://m.example/1.mp3\n---\nN.\n',
  })
  const { code, stderr } = await say({ cwd }, 'adopt', '--feed', 'http://127.0.0.1:9/feed.xml')
  expect(code).toBe(2)
  expect(stderr).toContain('it leads to 127.0.0.1, which is not a public address')
  expect(stderr).toContain('--allow-private')
})
