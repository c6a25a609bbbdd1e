/** A site whose audio, guids and links stand only in the feed that is published: `facts: { feed: … }`. */

import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, describe, expect, test } from 'vitest'
import { temporaryFolder, writeFiles } from './support/folder.ts'
import { recipeOf } from './support/recipe.ts'
import { say } from './support/terminal.ts'

const show = `---
title: Joined
link: https://show.example/
baseUrl: https://show.example/feeds/
language: en
categories: Technology
explicit: false
image: cover.jpg
timezone: Europe/Paris
author: Ada Pier
owner: { name: Ada Pier, email: ada@show.example }
content: _posts/*.md
facts: { feed: old-feed.xml }
fields: { date: file.date, title: title }
---
All about piers.
`

const item = (number: number): string => `<item>
<title>Number ${number}</title>
<guid isPermaLink="false">old-${number}</guid>
<link>https://show.example/on-the-web/${number}</link>
<pubDate>Sun, 0${number} Mar 2026 00:00:00 +0000</pubDate>
<itunes:duration>10:0${number}</itunes:duration>
<enclosure url="https://media.example/${number}.mp3" length="111111${number}" type="audio/mpeg"/>
</item>`

const feedOf = (...numbers: number[]): string => `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd"><channel>
<title>Joined</title><link>https://show.example/</link>
${numbers.map(item).join('\n')}
</channel></rss>`

const page = (number: number): string => `---\ntitle: Number ${number}\n---\nHello.\n`

describe('a day without a time', () => {
  const dateOf = async (published: string, more = ''): Promise<string | undefined> => {
    const cwd = temporaryFolder()
    writeFiles(cwd, {
      'site/show.md': show.replace('content:', `${more}content:`),
      'site/cover.jpg': recipeOf('!jpeg 3000'),
      'site/old-feed.xml': feedOf(1).replace('Sun, 01 Mar 2026 00:00:00 +0000', published),
      'site/_posts/2026-03-01-first.md': page(1),
    })
    const dates: (string | undefined)[] = []
    for (const argv of [[], ['--no-cache'], ['--frozen', '--no-cache']]) {
      const said = await say({ cwd }, 'site', ...argv)
      expect(said.code, said.stderr).toBe(0)
      dates.push(
        /<item>[\s\S]*?<pubDate>(.*?)</.exec(readFileSync(join(cwd, 'site/../public/feed.xml'), 'utf8'))?.[1],
      )
    }
    expect(new Set(dates).size).toBe(1)
    return dates[0]
  }

  test('has the time at which the feed says that it appeared, on that day of the show', async () => {
    expect(await dateOf('Sun, 01 Mar 2026 17:45:00 +0000')).toBe('Sun, 01 Mar 2026 17:45:00 +0000')
    // In Paris it is the first of March already.
    expect(await dateOf('Sat, 28 Feb 2026 23:30:00 +0000')).toBe('Sat, 28 Feb 2026 23:30:00 +0000')
  })

  test('is what it is where the feed has another day, or the show says when it publishes', async () => {
    expect(await dateOf('Mon, 02 Mar 2026 17:45:00 +0000')).toBe('Sun, 01 Mar 2026 05:00:00 +0000')
    expect(await dateOf('Sun, 01 Mar 2026 17:45:00 +0000', 'publishAt: "12:00"\n')).toBe(
      'Sun, 01 Mar 2026 11:00:00 +0000',
    )
  })
})

describe('what a build took from the feed', () => {
  let cwd = ''
  const feed = (): string => readFileSync(join(cwd, 'public/feed.xml'), 'utf8')
  const run = (...argv: string[]) => say({ cwd }, 'site', ...argv)

  beforeEach(async () => {
    cwd = temporaryFolder()
    writeFiles(cwd, {
      'site/show.md': show,
      'site/cover.jpg': recipeOf('!jpeg 3000'),
      'site/old-feed.xml': feedOf(1, 2),
      'site/_posts/2026-03-01-first.md': page(1),
      'site/_posts/2026-03-02-second.md': page(2),
    })
    const first = await run()
    expect(first.code, first.stderr).toBe(0)
  })

  test('is the same in the next build, in a frozen one, and when the feed is gone', async () => {
    const before = feed()
    expect(before).toContain('<link>https://show.example/on-the-web/2</link>')
    expect(before).toContain('url="https://media.example/1.mp3" length="1111111"')
    for (const argv of [[], ['--no-cache'], ['--frozen', '--no-cache']]) {
      const again = await run(...argv)
      expect(again.code, again.stderr).toBe(0)
      expect(feed()).toBe(before)
    }
    rmSync(join(cwd, 'site/old-feed.xml'))
    const without = await run('--no-cache')
    expect(without.code, without.stderr).toBe(0)
    expect(feed()).toBe(before)
  })

  test('stays, while what is new comes from the feed of today, which may say otherwise of the old', async () => {
    const moved = feedOf(1, 2, 3).replace('old-1', 'changed-1').replace('length="1111111"', 'length="5"')
    writeFiles(cwd, { 'site/old-feed.xml': moved, 'site/_posts/2026-03-03-third.md': page(3) })
    const again = await run()
    expect(again.code, again.stderr).toBe(0)
    expect(feed()).toContain('old-1</guid>')
    expect(feed()).toContain('length="1111111"')
    expect(feed()).toContain('old-3</guid>')
    expect(again.stderr).toContain('1 of 1 episodes')
  })
})
