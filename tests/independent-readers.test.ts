/** Three parsers that we do not ship read the sample's feed and a hostile one, and agree with the Podcast. */

import { cpSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { parseRssFeed } from 'feedsmith'
import { parseFeed } from 'podcast-partytime'
import RssParser from 'rss-parser'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Podcast } from '../src/podcast.ts'
import { temporaryFolder } from './support/folder.ts'
import { hostileShow } from './support/hostile-show.ts'
import { rebuild, runShow } from './support/run.ts'

interface Told {
  readonly title: string | undefined
  readonly guid: string | undefined
  readonly instant: number | undefined
  readonly seconds: number | undefined
  readonly enclosure: {
    readonly url: string | undefined
    readonly length: number
    readonly type: string | undefined
  }
}

const toSeconds = (text: string | number | undefined): number | undefined =>
  text === undefined
    ? undefined
    : String(text)
        .split(':')
        .map(Number)
        .reduce((sum, part) => sum * 60 + part, 0)

/** Each reader, in its own words, about the items of a feed. */
const readers: Readonly<Record<string, (xml: string) => Promise<Told[]> | Told[]>> = {
  'podcast-partytime': xml =>
    (parseFeed(xml)?.items ?? []).map(item => ({
      title: item.title,
      guid: item.guid,
      instant: item.pubDate?.getTime(),
      seconds: item.duration,
      enclosure: { url: item.enclosure.url, length: item.enclosure.length, type: item.enclosure.type },
    })),
  feedsmith: xml =>
    (parseRssFeed(xml).items ?? []).map(item => ({
      title: item.title,
      guid: item.guid?.value,
      instant: item.pubDate === undefined ? undefined : Date.parse(item.pubDate),
      seconds: item.itunes?.duration,
      enclosure: {
        url: item.enclosures?.[0]?.url,
        length: Number(item.enclosures?.[0]?.length),
        type: item.enclosures?.[0]?.type,
      },
    })),
  'rss-parser': async xml =>
    (await new RssParser().parseString(xml)).items.map(item => ({
      title: item.title,
      guid: item.guid,
      instant: item.isoDate === undefined ? undefined : Date.parse(item.isoDate),
      seconds: toSeconds(item.itunes?.duration),
      enclosure: {
        url: item.enclosure?.url,
        length: Number(item.enclosure?.length),
        type: item.enclosure?.type,
      },
    })),
}

const told = (podcast: Podcast): Told[] =>
  podcast.releases.map(({ episode }) => ({
    title: episode.title,
    guid: episode.guid,
    instant: episode.date,
    seconds: episode.duration,
    enclosure: episode.audio,
  }))

describe.each(['sample', 'hostile'])('the %s feed', name => {
  let podcast: Podcast
  let feed: string
  beforeAll(async () => {
    const run = name === 'sample' ? await sample() : await runShow(hostileShow())
    expect(run.diagnostics.filter(one => one.severity === 'error')).toEqual([])
    podcast = run.podcast!
    feed = run.feed!
  })

  test.each(Object.entries(readers))('is read by %s as it was meant', async (_, read) => {
    const items = await read(feed)
    expect(items.length).toBeGreaterThan(2)
    expect(items).toEqual(told(podcast))
  })
})

const sample = async () => {
  const root = temporaryFolder()
  mkdirSync(join(root, 'episodes'))
  cpSync(join(import.meta.dirname, '../episodes'), join(root, 'episodes'), { recursive: true })
  return rebuild(root)
}
