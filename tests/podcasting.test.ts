/** Everything a modern podcast can say: from front matter to the feed, and what readers that are not ours make of it. */

import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { parseRssFeed } from 'feedsmith'
import { parseFeed } from 'podcast-partytime'
import { beforeAll, describe, expect, test } from 'vitest'
import { deadElements } from '../src/feed/known-elements.ts'
import { type Episode, type Show, table } from '../src/fields/index.ts'
import type { Value } from '../src/fields/value.ts'
import { everythingShow } from './support/everything-show.ts'
import { goodShow } from './support/good-show.ts'
import { lay } from './support/lay.ts'
import { readBack } from './support/read-back.ts'
import { readFeed } from './support/read-feed.ts'
import { type Run, rebuild, runShow } from './support/run.ts'

const shown = (run: Run) =>
  run.diagnostics.map(({ rule, place, message }) => `${place.file}:${place.line} ${rule}: ${message}`)

describe('a show that says everything', () => {
  let run: Run
  let show: Show
  let episode: Episode

  beforeAll(async () => {
    run = await runShow(everythingShow())
    show = run.podcast!.show
    episode = run.podcast!.releases.map(release => release.episode).find(one => one.episode === 1)!
  })

  test('has no findings', () => expect(shown(run)).toEqual([]))

  test('fills every element of the field table that a person can fill', () => {
    const deprecated = /^(googleplay|rawvoice):|^itunes:(keywords|applepodcastsverify)$|^podcast:images$/
    // Made from chapters and transcripts, and of shows that end or move.
    const elsewhere = new Set([
      'podcast:chapters',
      'psc:chapters',
      'podcast:transcript',
      'podcast:remoteItem',
      'itunes:new-feed-url',
      'itunes:block',
      'itunes:complete',
      'copyright',
    ])
    const rows = (['show', 'episode'] as const).flatMap(owner => table.of(owner).writing)
    const names = new Set(rows.map(({ element }) => element.name))
    expect(
      [...names].filter(
        name => !deprecated.test(name) && !elsewhere.has(name) && !run.feed!.includes(`<${name}`),
      ),
    ).toEqual([])
  })

  test('is well-formed, and is read back as it was meant', () => {
    expect(readFeed(run.feed!).items).toHaveLength(3)
    const read = readBack(run.feed!)
    expect(read.show).toEqual(show)
    expect(read.episodes).toEqual(run.podcast!.releases.map(release => release.episode))
  })

  test('the files that it names are in the output, each once', () => {
    const written = readdirSync(join(run.root, 'public')).sort()
    expect(written).toEqual(
      expect.arrayContaining(['001-small.m4a', '001.opus', 'ada.jpg', 'trailer.mp3', 'wide.jpg']),
    )
    const paths = run.artefacts.map(({ path }) => path)
    expect(paths.length).toBe(new Set(paths).size)
  })

  test('only the namespaces that it uses are declared', async () => {
    expect(run.feed).toContain('xmlns:spotify=')
    expect(run.feed).not.toContain('xmlns:psc=')
    expect((await runShow(lay({}).files)).feed).not.toMatch(/xmlns:(spotify|media|psc)=/)
  })

  describe('feedsmith reads', () => {
    // biome-ignore lint/suspicious/noExplicitAny: its types are of its own
    let feed: any
    // biome-ignore lint/suspicious/noExplicitAny: its types are of its own
    let item: any
    beforeAll(() => {
      feed = parseRssFeed(run.feed!)
      item = feed.items.find((one: { title: string }) => one.title === 'The lighthouse keeper')
    })

    const display = <T extends object>(from: keyof T & string, value: T) => {
      const { [from]: text, ...rest } = value
      return text === undefined ? rest : { display: text, ...rest }
    }
    const payment = ({ suggested, recipients, timeSplits, ...rest }: Value) => ({
      ...rest,
      ...(suggested === undefined ? {} : { suggested: Number(suggested) }),
      valueRecipients: recipients,
      ...(timeSplits === undefined
        ? {}
        : {
            valueTimeSplits: timeSplits.map(({ start, remoteStart, recipients: people, ...split }) => ({
              startTime: start,
              ...split,
              ...(remoteStart === undefined ? {} : { remoteStartTime: remoteStart }),
              ...(people === undefined ? {} : { valueRecipients: people }),
            })),
          }),
    })

    test('the channel', () => {
      const { podcast } = feed
      expect(podcast.guid).toBe(show.guid)
      expect(podcast.medium).toBe(show.medium)
      expect(podcast.locked).toEqual({ value: true, owner: 'move@show.example' })
      expect(podcast.fundings).toEqual(show.funding!.map(one => display('text', one)))
      expect(podcast.persons).toEqual(show.persons!.map(one => display('name', one)))
      expect(podcast.locations).toEqual(show.locations!.map(one => display('name', one)))
      expect(podcast.license).toEqual(display('name', show.license!))
      expect(podcast.values).toEqual(show.value!.map(payment))
      expect(podcast.images).toEqual(show.images)
      expect(podcast.txts).toEqual(show.txt!.map(one => display('value', one)))
      expect(podcast.blocks).toEqual(
        show.blocks!.map(({ blocked, service }) => ({
          value: blocked,
          ...(service === undefined ? {} : { id: service }),
        })),
      )
      expect(podcast.podroll.remoteItems).toEqual(show.podroll)
      expect(podcast.publisher.remoteItem).toEqual(show.publisher)
      expect(podcast.updateFrequency).toEqual(display('text', show.updateFrequency!))
      expect(podcast.podping).toEqual({ usesPodping: true })
      expect(podcast.chat).toEqual(show.chat)
      expect(
        podcast.trailers.map(({ pubDate, ...rest }: { pubDate: string }) => ({
          ...rest,
          date: Date.parse(pubDate),
        })),
      ).toEqual(show.trailers!.map(one => display('title', one)))
      expect(feed.spotify).toEqual({ limit: { recentCount: 50 }, countryOfOrigin: 'be nl' })
      expect(feed.categories.map(({ name }: { name: string }) => name)).toEqual(show.keywords)
    })

    test('the live item', () => {
      const [live] = show.liveItems!
      const [read] = feed.podcast.liveItems
      expect(read).toMatchObject({ status: live!.status, chat: live!.chat })
      expect([read.start, read.end].map(Date.parse)).toEqual([live!.start, live!.end])
      expect(read.contentLinks).toEqual(live!.contentLinks!.map(one => display('text', one)))
      expect(read.persons).toEqual(live!.persons!.map(one => display('name', one)))
      expect(read.values).toEqual(live!.value!.map(payment))
    })

    test('the item', () => {
      const { podcast } = item
      expect(podcast.persons).toEqual(episode.persons!.map(one => display('name', one)))
      expect(podcast.locations).toEqual(episode.locations!.map(one => display('name', one)))
      expect(podcast.soundbites).toEqual(
        episode.soundbites!.map(({ start, ...rest }) => display('title', { startTime: start, ...rest })),
      )
      expect(podcast.season).toEqual({ number: episode.season, name: episode.seasonName })
      expect(podcast.episode).toEqual({ number: episode.episode, display: episode.episodeDisplay })
      expect(podcast.license).toEqual(display('name', episode.license!))
      expect(podcast.alternateEnclosures).toEqual(episode.alternateEnclosures)
      expect(podcast.values).toEqual(episode.value!.map(payment))
      expect(podcast.images).toEqual(episode.images)
      expect(podcast.socialInteracts).toEqual(episode.socialInteract)
      expect(podcast.txts).toEqual(episode.txt!.map(one => display('value', one)))
      expect(podcast.chat).toEqual(episode.chat)
      expect(item.media.thumbnails).toEqual([{ url: episode.images![0]!.href, width: 1920, height: 1080 }])
      expect(item.comments).toBe(episode.comments)
      expect(item.source).toEqual(episode.source)
    })
  })

  describe('podcast-partytime reads', () => {
    // biome-ignore lint/suspicious/noExplicitAny: its types are of its own
    let feed: any
    // biome-ignore lint/suspicious/noExplicitAny: its types are of its own
    let item: any
    beforeAll(() => {
      feed = parseFeed(run.feed!)
      item = feed.items.find((one: { title: string }) => one.title === 'The lighthouse keeper')
    })

    const lower = (people: { role: string; group: string }[]) =>
      people.map(person => ({
        ...person,
        role: person.role.toLowerCase(),
        group: person.group.toLowerCase(),
      }))
    const people = (from: Show['persons']) =>
      from!.map(person => ({ role: 'host', group: 'cast', ...person }))
    const recipients = (from: Value['recipients']) => from.map(one => ({ fee: false, ...one }))

    test('the channel', () => {
      expect(feed.locked).toBe(true)
      expect(feed.podcastOwner).toBe('move@show.example')
      expect(feed.podcastFunding).toEqual(show.funding!.map(({ url, text }) => ({ url, message: text })))
      expect(lower(feed.podcastPeople)).toEqual(people(show.persons))
      expect(feed.podcastLocation).toEqual({ name: show.locations![0]!.name })
      expect(
        feed.trailers.map(({ pubdate, ...rest }: { pubdate: Date }) => ({
          ...rest,
          date: pubdate.getTime(),
        })),
      ).toEqual(show.trailers)
      expect(feed.license).toEqual({ identifier: show.license!.name, url: show.license!.url })
      expect(feed.guid).toBe(show.guid)
      expect(feed.medium).toBe(show.medium)
      expect(feed.value).toMatchObject({
        method: 'lnaddress',
        recipients: recipients(show.value![0]!.recipients),
      })
      expect(feed.podcastBlocked).toBe('yes')
      expect(feed.podcastBlockedPlatforms).toEqual({ podcastindex: false })
      expect(feed.podroll).toEqual(show.podroll)
      expect(feed.chat).toEqual({ phase: '7', ...show.chat })
      expect(feed.podcastPublisher.feedGuid).toBe(show.publisher!.feedGuid)
      expect(feed.pubsub).toMatchObject({ next: show.pages!.next })
      // It takes the text "false" for a boolean, and loses it.
      expect(feed.podcastTxt.filter((txt: { value: string }) => txt.value !== '')).toEqual(
        show.txt!.filter(txt => txt.value !== 'false'),
      )
    })

    test('the live item', () => {
      const [live] = show.liveItems!
      const [read] = feed.podcastLiveItems
      expect(read).toMatchObject({
        status: live!.status,
        guid: live!.guid,
        title: live!.title,
        enclosure: live!.enclosure,
      })
      expect([read.start.getTime(), read.end.getTime()]).toEqual([live!.start, live!.end])
      expect(read.contentLinks).toEqual(
        live!.contentLinks!.map(({ href, text }) => ({ url: href, title: text })),
      )
      expect(lower(read.podcastPeople)).toEqual(people(live!.persons))
    })

    test('the item', () => {
      expect(lower(item.podcastPeople)).toEqual(people(episode.persons))
      expect(item.podcastLocation).toEqual({ name: 'The lighthouse', geo: 'geo:51.3,3.2;u=35' })
      expect(item.podcastSeason).toEqual({ number: episode.season, name: episode.seasonName })
      expect(item.podcastEpisode).toEqual({ number: episode.episode, display: episode.episodeDisplay })
      expect(item.podcastSoundbites).toEqual(
        episode.soundbites!.map(({ start, duration, title = show.title }) => ({
          startTime: start,
          duration,
          title,
        })),
      )
      expect(item.license).toEqual({ identifier: episode.license!.name, url: episode.license!.url })
      expect(item.alternativeEnclosures).toEqual(
        episode.alternateEnclosures!.map(({ sources, ...rest }) => ({
          default: false,
          ...rest,
          source: sources.map(source => ({ contentType: rest.type, ...source })),
        })),
      )
      expect(item.value.recipients).toEqual(recipients(episode.value![0]!.recipients))
      expect(item.value.valueTimeSplits).toHaveLength(2)
      expect(item.podcastSocialInteraction).toEqual(
        episode.socialInteract!.map(({ protocol, uri, accountId = '', accountUrl, priority }) => ({
          platform: protocol,
          url: uri,
          id: accountId,
          priority,
          ...(accountUrl === undefined ? {} : { profileUrl: accountUrl }),
        })),
      )
      expect(item.chat).toEqual({ phase: '7', ...episode.chat })
    })
  })
})

const episodeOf = async (example: Record<string, string>, path = '001'): Promise<Episode> => {
  const run = await runShow(lay(example).files)
  expect(shown(run).filter(line => /undefined|error/.test(line))).toEqual([])
  return run.podcast!.releases.find(release => release.stem === path)!.episode
}

describe('what a show says holds for its episodes', () => {
  const hosts = 'persons: [Ada Pier, { name: Bob Quay, role: co-host }]'

  test('an episode that names nobody repeats nobody', async () => {
    expect((await episodeOf({ 'show.md': hosts })).persons).toBeUndefined()
  })

  test('a guest stands beside the hosts, because apps take the persons of an item instead of the channel’s', async () => {
    const { persons } = await episodeOf({
      'show.md': hosts,
      '001.md': 'persons: { name: Lou Reef, role: guest }',
    })
    expect(persons).toEqual([
      { name: 'Ada Pier' },
      { name: 'Bob Quay', role: 'co-host' },
      { name: 'Lou Reef', role: 'guest' },
    ])
  })

  test('a host who is named again is what the episode says', async () => {
    const { persons } = await episodeOf({
      'show.md': hosts,
      '001.md': 'persons: { name: ada pier, role: guest }',
    })
    expect(persons).toEqual([
      { name: 'Bob Quay', role: 'co-host' },
      { name: 'ada pier', role: 'guest' },
    ])
  })

  test('personsOnly leaves the hosts out', async () => {
    const { persons } = await episodeOf({
      'show.md': hosts,
      '001.md': 'persons: Lou Reef\npersonsOnly: true',
    })
    expect(persons).toEqual([{ name: 'Lou Reef' }])
  })

  test('licence, location, chat and value are not repeated, since the item inherits them', async () => {
    const episode = await episodeOf({
      'show.md':
        'license: CC-BY-4.0\nlocations: Antwerp\nchat: irc://irc.example/#a\nvalue: ada@wallet.example\nsocialInteract: https://social.example/@ada/1',
    })
    for (const field of ['license', 'locations', 'chat', 'value', 'socialInteract'] as const)
      expect(episode[field]).toBeUndefined()
  })

  test('an episode that only splits the value by time pays the people of the show', async () => {
    const { value: values } = await episodeOf({
      'show.md': 'value: { suggested: 0.001, recipients: [ada@wallet.example, bob@wallet.example] }',
      '001.md': 'value: { timeSplits: { start: 1, duration: 2, recipients: lou@wallet.example } }',
    })
    expect(values).toEqual([
      {
        type: 'lightning',
        method: 'lnaddress',
        suggested: '0.001',
        recipients: ['ada', 'bob'].map(name => ({
          type: 'lnaddress',
          address: `${name}@wallet.example`,
          split: 1,
        })),
        timeSplits: [
          {
            start: 1,
            duration: 2,
            recipients: [{ type: 'lnaddress', address: 'lou@wallet.example', split: 1 }],
          },
        ],
      },
    ])
  })

  test('the owner of the show is asked when it moves, unless another is named', async () => {
    const { podcast } = await runShow(lay({}).files)
    expect(podcast!.show.locked).toEqual({ locked: true, owner: 'ada@show.example' })
    const other = await runShow(lay({ 'show.md': 'locked: false' }).files)
    expect(other.podcast!.show.locked).toEqual({ locked: false, owner: 'ada@show.example' })
  })
})

describe('what can be measured is measured', () => {
  test('an alternate enclosure: length, type, bit rate, codecs, and a hash that is that of the file', async () => {
    const run = await runShow(
      lay({
        '001.md': 'alternateEnclosures: [small/001.m4a, 001.opus]',
        'small/001.m4a': '!m4a 10',
        '001.opus': '!opus 10',
      }).files,
    )
    const { alternateEnclosures } = run.podcast!.releases.find(({ stem }) => stem === '001')!.episode
    const bytes = readFileSync(join(run.root, 'public/small/001.m4a'))
    expect(alternateEnclosures![0]).toEqual({
      sources: [{ uri: 'https://show.example/feed/small/001.m4a' }],
      type: 'audio/x-m4a',
      length: bytes.length,
      bitrate: expect.any(Number),
      codecs: 'mp4a.40.2',
      integrity: { type: 'sri', value: `sha384-${createHash('sha384').update(bytes).digest('base64')}` },
    })
    expect(alternateEnclosures![1]).toMatchObject({ type: 'audio/ogg', codecs: 'opus' })
  })

  test('with audioBaseUrl it is served where the audio is', async () => {
    const { alternateEnclosures } = await episodeOf({
      'show.md': 'audioBaseUrl: https://audio.example/h',
      '001.md': 'alternateEnclosures: 001.opus',
      '001.opus': '!opus 10',
    })
    expect(alternateEnclosures![0]!.sources).toEqual([{ uri: 'https://audio.example/h/001.opus' }])
  })

  test('without the audio in the output, it is left out too', async () => {
    const run = await runShow(
      lay({ '001.md': 'alternateEnclosures: 001.opus', '001.opus': '!opus 10' }).files,
      { audio: false },
    )
    expect(run.artefacts.map(({ path }) => path)).not.toContain('001.opus')
    expect(run.feed).toContain('001.opus')
  })

  test('in a CI without the recordings, what the lock remembers gives the same feed', async () => {
    const run = await runShow(
      lay({
        'show.md': 'trailers: { title: In a minute, url: trailer.mp3, date: 2026-01-04 }',
        '001.md': 'alternateEnclosures: 001.opus',
        '001.opus': '!opus 10',
        'trailer.mp3': '!mp3 12',
      }).files,
    )
    for (const name of ['001.mp3', '002.mp3', '001.opus', 'trailer.mp3'])
      rmSync(join(run.root, 'episodes', name))
    const again = await rebuild(run.root, { audio: false })
    expect(shown(again)).toEqual([])
    expect(again.feed).toBe(run.feed)
    expect(again.podcast!.lock).toEqual(run.podcast!.lock)
  })

  test('the enclosure itself may be offered over another network', async () => {
    const { alternateEnclosures, audio: enclosure } = await episodeOf({
      '001.md': 'alternateEnclosures: { sources: [001.mp3, "ipfs://Qm1"], default: true }',
    })
    expect(alternateEnclosures![0]).toMatchObject({
      sources: [{ uri: enclosure.url }, { uri: 'ipfs://Qm1' }],
      length: enclosure.length,
      type: enclosure.type,
      default: true,
    })
  })

  test('a file that is not there is an error where it is named', async () => {
    const run = await runShow(
      lay({
        '001.md': 'persons:\n  - Ada Pier\n  - name: Lou\n    img: lou.jpg\nalternateEnclosures: 001.opus',
      }).files,
    )
    expect(run.feed).toBeUndefined()
    expect(run.diagnostics.map(({ rule, place }) => [rule, place.line, place.column])).toEqual([
      ['files/missing', 10, 10],
      ['files/missing', 11, 22],
    ])
  })

  test('a file outside of the show is refused', async () => {
    const run = await runShow(lay({ 'show.md': 'images: { href: ../../etc/wide.jpg, alt: x }' }).files)
    expect(run.ids).toEqual(['files/outside-show'])
  })

  test('a picture: size, shape and type', async () => {
    const { images } = await episodeOf({
      '001.md': 'images: [{ href: a.png, alt: A }, { href: wide.jpg, alt: B }]',
      'a.png': '!png 1200x630',
      'wide.jpg': '!jpeg 1920x1080',
    })
    expect(images).toEqual([
      {
        href: 'https://show.example/feed/a.png',
        alt: 'A',
        aspectRatio: '40/21',
        width: 1200,
        height: 630,
        type: 'image/png',
      },
      {
        href: 'https://show.example/feed/wide.jpg',
        alt: 'B',
        aspectRatio: '16/9',
        width: 1920,
        height: 1080,
        type: 'image/jpeg',
      },
    ])
  })
})

describe('trailers', () => {
  const show = async (example: Record<string, string>) => (await runShow(lay(example).files)).podcast!.show

  test('a trailer episode is the podcast:trailer of the show, or of its season', async () => {
    const { trailers } = await show({
      '001.md': 'episodeType: trailer\n- season\n- episode',
      '002.md': 'episodeType: trailer\n- episode',
    })
    expect(trailers).toMatchObject([
      { title: 'Tide tables', season: 1, url: 'https://show.example/feed/002.mp3', type: 'audio/mpeg' },
      { title: 'The lighthouse keeper' },
    ])
    expect(trailers![1]).not.toHaveProperty('season')
  })

  test('with a number it is the teaser of that episode, and no trailer of the show', async () => {
    expect((await show({ '001.md': 'episodeType: trailer' })).trailers).toBeUndefined()
  })

  test('one that is held back is no trailer yet', async () => {
    expect(
      (await show({ '001.md': 'episodeType: trailer\n- season\n- episode\ndraft: true' })).trailers,
    ).toBeUndefined()
  })
})

test('a number between two others goes to podcast:episode alone, which Apple does not read', async () => {
  const { feed } = await runShow(lay({ '001.md': 'episode: 1.5' }).files)
  expect(feed).toContain('<podcast:episode>1.5</podcast:episode>')
  expect(feed).not.toContain('<itunes:episode>1')
})

test('season and episode say nothing twice: the podcast tags stand only when they say more', async () => {
  const { feed } = await runShow(lay({}).files)
  expect(feed).toContain('<itunes:season>1</itunes:season>')
  expect(feed).toContain('<itunes:episode>1</itunes:episode>')
  expect(feed).not.toMatch(/<podcast:(season|episode)/)
})

describe('a key that nobody knows, in a map', () => {
  test('is a warning, and the rest of the map holds', async () => {
    const run = await runShow(
      lay({ 'show.md': 'persons: { name: Ada Pier, hrefs: https://ada.example/ }' }).files,
    )
    expect(run.diagnostics).toMatchObject([
      { rule: 'front-matter/unknown-key', severity: 'warning', help: 'Rename it to `href`.' },
    ])
    expect(run.podcast!.show.persons).toEqual([{ name: 'Ada Pier' }])
  })

  test('that was meant for one that is missing is one error: the misspelling', async () => {
    const run = await runShow(lay({ 'show.md': 'persons:\n  - Bob\n  - { nmae: Ada Pier }' }).files)
    expect(run.diagnostics).toMatchObject([
      {
        rule: 'front-matter/required',
        severity: 'error',
        help: 'Rename it to `name`.',
        place: { line: 14, column: 7 },
      },
    ])
  })
})

describe('deprecated tags', () => {
  const feed = (channel: string, item = '') => `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd" xmlns:podcast="https://podcastindex.org/namespace/1.0"
 xmlns:atom="http://www.w3.org/2005/Atom" xmlns:googleplay="http://www.google.com/schemas/play-podcasts/1.0"
 xmlns:rawvoice="http://www.rawvoice.com/rawvoiceRssModule/">
<channel><title>Ports</title>${channel}<item>${item}</item></channel></rss>`
  const item = `<title>One</title><guid>1</guid><pubDate>Mon, 05 Jan 2026 06:00:00 +0000</pubDate>
<enclosure url="https://a.example/1.mp3" length="1" type="audio/mpeg"/>`

  test('are read when nothing newer says the same', () => {
    const { show, episodes } = readBack(
      feed(
        `<itunes:summary>About ports</itunes:summary><itunes:keywords>ports, boats,</itunes:keywords>
<podcast:images srcset="https://c.example/1.jpg 1500w, https://c.example/2.jpg 300w,https://c.example/3.jpg"/>
<atom:link rel="payment" href="https://pay.example/" title="Give"/><googleplay:author>Ada</googleplay:author>
<itunes:applepodcastsverify>abcd</itunes:applepodcastsverify><rawvoice:location>Antwerp</rawvoice:location>
<rawvoice:frequency>weekly</rawvoice:frequency><googleplay:explicit>yes</googleplay:explicit>`,
        `${item}<itunes:subtitle>A short line</itunes:subtitle>`,
      ),
      { deprecated: true },
    )
    expect(show).toMatchObject({
      description: 'About ports',
      keywords: ['ports', 'boats'],
      images: [
        { href: 'https://c.example/1.jpg', width: 1500 },
        { href: 'https://c.example/2.jpg', width: 300 },
        { href: 'https://c.example/3.jpg' },
      ],
      funding: [{ url: 'https://pay.example/', text: 'Give' }],
      author: 'Ada',
      txt: [{ purpose: 'applepodcastsverify', value: 'abcd' }],
      locations: [{ name: 'Antwerp' }],
      updateFrequency: { text: 'weekly' },
      explicit: true,
    })
    expect(episodes[0]).toMatchObject({ subtitle: 'A short line' })
  })

  test('give way to what is current', () => {
    const { show } = readBack(
      feed(
        `<description>Now</description><itunes:summary>Then</itunes:summary>
<podcast:image href="https://c.example/new.jpg"/><podcast:images srcset="https://c.example/old.jpg 1500w"/>
<podcast:txt purpose="verify">new</podcast:txt><itunes:applepodcastsverify>old</itunes:applepodcastsverify>
<itunes:explicit>false</itunes:explicit><googleplay:explicit>yes</googleplay:explicit>`,
      ),
      { deprecated: true },
    )
    expect(show).toMatchObject({
      description: 'Now',
      images: [{ href: 'https://c.example/new.jpg' }],
      // Two codes for two purposes: neither is lost.
      txt: [
        { purpose: 'applepodcastsverify', value: 'old' },
        { purpose: 'verify', value: 'new' },
      ],
      explicit: false,
    })
  })

  test('are never written for an author who did not ask for them', async () => {
    const rows = (['show', 'episode'] as const).flatMap(owner => table.of(owner).writing)
    const written = rows.map(({ element }) => element.name).filter(name => deadElements.has(name))
    // The one exception, which apps still show: an episode's summary, when its author has written one.
    expect(written).toEqual(['itunes:summary'])
    const plain = await runShow(goodShow())
    for (const name of deadElements) expect(plain.feed).not.toContain(`<${name}`)
  })
})

/** The shapes of the namespace's own example, slips included: other prefixes, odd types, dates of several kinds. */
const likeTheExample = `<?xml version="1.0" encoding="UTF-8"?>
<rss xmlns:p="https://github.com/Podcastindex-org/podcast-namespace/blob/main/docs/1.0.md" version="2.0">
  <channel>
    <title>A show by the book</title>
    <p:license url="https://example.org/license.pdf">my-license-v1</p:license>
    <p:locked owner="owner@example.com">yes</p:locked>
    <p:block>yes</p:block>
    <p:block id="google">no</p:block>
    <p:medium>PODCAST</p:medium>
    <p:trailer pubdate="Thu, 01 Apr 2021 08:00:00 EST" url="https://example.org/teaser" length="12345678" type="audio/mp3">Coming soon</p:trailer>
    <p:image href="https://example.com/s.webp" alt="x" purpose="social" aspect-ratio="1.9" width="1200" height="630" type="image/webp"/>
    <p:liveItem status="LIVE" start="2021-09-26T07:30:00.000-0600" end="2021-09-26T09:30:00.000-0600">
      <title>A live show</title>
      <guid isPermaLink="true">https://example.com/live</guid>
      <p:alternateEnclosure type="audio/mpeg" length="312" default="true"><p:source uri="https://example.com/stream"/></p:alternateEnclosure>
      <enclosure url="https://example.com/stream?format=.mp3" type="audio/mpeg" length="312"/>
      <p:contentLink href="https://www.youtube.com/stream">YouTube!</p:contentLink>
    </p:liveItem>
    <p:podping usesPodping="true"/>
    <item>
      <title>Episode 3</title>
      <p:season name="The first">1</p:season>
      <p:episode>3</p:episode>
      <p:chapters url="https://example.com/ep3.json" type="application/json"/>
      <p:soundbite startTime="33.833" duration="60.0"/>
      <p:transcript url="https://example.com/t.vtt" type="text/vtt" language="es" rel="captions"/>
      <p:person group="visuals" role="Cover Art Designer" href="https://example.com/becky">Becky</p:person>
      <p:location rel="subject" geo="geo:33.5159981,-86.8146098" osm="R6930627" country="US">A museum</p:location>
      <p:value type="lightning" method="keysend" suggested="0.00000005000">
        <p:valueRecipient name="host" type="node" address="036557ea" split="99"/>
      </p:value>
      <p:socialInteract priority="1" uri="https://podcastindex.social/@dave/1" protocol="activitypub" accountId="@dave"/>
    </item>
  </channel>
</rss>`

test('a feed of the shapes of the namespace’s own example is read whole', () => {
  const { show, episodes } = readBack(likeTheExample)
  expect(show).toMatchObject({
    license: { name: 'my-license-v1', url: 'https://example.org/license.pdf' },
    locked: { locked: true, owner: 'owner@example.com' },
    blocks: [{ blocked: true }, { service: 'google', blocked: false }],
    medium: 'podcast',
    trailers: [{ title: 'Coming soon', date: Date.UTC(2021, 3, 1, 13), length: 12345678, type: 'audio/mp3' }],
    images: [{ href: 'https://example.com/s.webp', aspectRatio: '1.9', width: 1200, height: 630 }],
    liveItems: [
      {
        status: 'live',
        start: Date.UTC(2021, 8, 26, 13, 30),
        end: Date.UTC(2021, 8, 26, 15, 30),
        title: 'A live show',
        guid: 'https://example.com/live',
        enclosure: { url: 'https://example.com/stream?format=.mp3', length: 312, type: 'audio/mpeg' },
        alternateEnclosures: [{ sources: [{ uri: 'https://example.com/stream' }], default: true }],
        contentLinks: [{ href: 'https://www.youtube.com/stream', text: 'YouTube!' }],
      },
    ],
    podping: true,
  })
  expect(episodes[0]).toMatchObject({
    season: 1,
    seasonName: 'The first',
    episode: 3,
    chapters: { url: 'https://example.com/ep3.json' },
    soundbites: [{ start: 33.833, duration: 60 }],
    transcripts: [{ url: 'https://example.com/t.vtt', type: 'text/vtt', language: 'es', rel: 'captions' }],
    persons: [
      { name: 'Becky', role: 'cover art designer', group: 'visuals', href: 'https://example.com/becky' },
    ],
    locations: [{ name: 'A museum', rel: 'subject', osm: 'R6930627', country: 'US' }],
    value: [{ suggested: '0.00000005000', recipients: [{ address: '036557ea', split: 99 }] }],
    socialInteract: [{ protocol: 'activitypub', priority: 1 }],
  })
})
