/** Whatever a person may write in front matter, field by field, in its short and its long form. */

import type { Written } from '../../src/schema/index.ts'
import { hasCredentials } from '../../src/units/credentials.ts'
import { personGroups, personRoles } from '../../src/vocabulary/person-taxonomy.ts'
import {
  chatProtocols,
  liveStatuses,
  locationRels,
  mediums,
  socialProtocols,
} from '../../src/vocabulary/podcast-words.ts'
import { anyUrl as anyAddress, anyLine } from './any-text.ts'
import fc from './property.ts'

/** Where there may be a user name or a password, it is refused: every subscriber would see it. */
const anyUrl = anyAddress.filter(url => !hasCredentials(url))

type Any = fc.Arbitrary<Written>

const few = (one: Any): Any => fc.oneof(one, fc.array(one, { minLength: 1, maxLength: 3 }))
const map = (parts: Readonly<Record<string, Any>>, required: readonly string[]): Any =>
  fc.record(parts, { requiredKeys: [...required], noNullPrototype: true }) as Any

const flag = fc.constantFrom('true', 'false', 'yes', 'No', 'explicit', 'clean')
const number = fc.nat(9999).map(String)
const share = fc.integer({ min: 1, max: 999 }).map(String)
const seconds = fc.oneof(
  fc.integer({ min: 0, max: 9_999_999 }).map(ms => String(ms / 1000)),
  fc.constantFrom('5:12', '1:02:03', 'PT5M12S', '312.5'),
)
/** In Markdown a date has many forms; here those that a feed can give back. */
const moment = fc.oneof(
  fc.constantFrom('2026-05-09', '2026-05-09 18:30', '2026-05-09T18:30:00+02:00', '2026-05-09T18:30:00.250Z'),
  fc.integer({ min: 631_152_000, max: 4_102_444_800 }).map(s => new Date(s * 1000).toISOString()),
)
/** Nothing that reads as another kind of scalar. */
const words: Any = anyLine.filter(text => !/^(~|null)$/.test(text))

const person = fc.oneof(
  words,
  map(
    {
      name: words,
      role: fc.constantFrom(...personRoles),
      group: fc.constantFrom(...Object.keys(personGroups)),
      img: anyUrl,
      href: anyUrl,
    },
    ['name'],
  ),
)

const social = fc.oneof(
  fc.constantFrom('disabled', 'https://social.example/@ada/111', 'at://did:plc:abc/app.bsky.feed.post/1'),
  map({ protocol: fc.constant('disabled') }, ['protocol']),
  map(
    {
      protocol: fc.constantFrom(...socialProtocols.filter(one => one !== 'disabled')),
      uri: anyUrl,
      accountId: words,
      accountUrl: anyUrl,
      priority: number,
    },
    ['protocol', 'uri'],
  ),
)

const node = `02${'ab'.repeat(32)}`
const address = fc.constantFrom('ada@wallet.example', 'lou@wallet.example', node)
const recipient = fc.oneof(
  address,
  map(
    {
      name: words,
      type: fc.constantFrom('lnaddress', 'node'),
      address,
      split: share,
      fee: flag,
      customKey: words,
      customValue: words,
    },
    ['address', 'split'],
  ),
)
const remoteItem = fc.oneof(
  fc.uuid(),
  map(
    {
      feedGuid: fc.uuid(),
      feedUrl: anyUrl,
      itemGuid: words,
      medium: fc.constantFrom(...mediums),
      title: words,
    },
    ['feedGuid'],
  ),
)
const timing = {
  start: seconds,
  duration: seconds,
  remoteStart: seconds,
  remotePercentage: fc.nat(100).map(String),
}
const timeSplit = fc.oneof(
  map({ ...timing, remoteItem }, ['start', 'duration', 'remoteItem']),
  map({ ...timing, recipients: few(recipient) }, ['start', 'duration', 'recipients']),
)
const value = fc.oneof(
  address,
  map(
    {
      type: fc.constantFrom('lightning', 'bitcoin'),
      method: fc.constantFrom('keysend', 'lnaddress'),
      suggested: fc.constantFrom('0.00000005000', '1'),
      recipients: few(recipient),
      timeSplits: few(timeSplit),
    },
    ['method'],
  ),
)

const chapter = fc.oneof(
  fc.tuple(fc.nat(59), words).map(([minute, title]) => `${minute}:07 ${title}`),
  map(
    {
      start: seconds,
      title: words,
      url: anyUrl,
      image: anyUrl,
      toc: flag.filter(one => /^(true|false)$/.test(one)),
    },
    ['start', 'title'],
  ),
)

// ------------------------------------------------------------------------------ the show itself, and what serves it

const lines = fc
  .array(words as fc.Arbitrary<string>, { minLength: 1, maxLength: 3 })
  .map(all => all.join('\n'))
const txt = fc.oneof(
  words,
  map({ purpose: words, value: words }, ['value']),
  map({ purpose: fc.constant('applepodcastsverify'), value: words }, ['purpose', 'value']),
)
const ofShow: Readonly<Record<string, Any>> = {
  baseUrl: anyUrl,
  audioBaseUrl: anyUrl,
  feedUrl: anyUrl,
  newFeedUrl: anyUrl,
  hub: few(anyUrl),
  pages: map(
    {
      ...{ first: anyUrl, previous: anyUrl, next: anyUrl, last: anyUrl, current: anyUrl },
      ...{ 'prev-archive': anyUrl, 'next-archive': anyUrl },
    },
    [],
  ),
  timezone: fc.constantFrom('Europe/Brussels', 'UTC'),
  publishAt: fc.constantFrom('06:00', '6:30'),
  limit: number,
  author: words,
  subtitle: words,
  managingEditor: words,
  webMaster: words,
  ttl: fc.integer({ min: 1, max: 10_000 }).map(String),
  rssImage: fc.oneof(
    anyUrl,
    map({ url: anyUrl, title: words, link: anyUrl, width: share, height: share, description: words }, [
      'url',
    ]),
  ),
  namespaces: fc.constant({ harbour: 'https://harbour.example/ns' }),
  extra: fc.constant('<harbour:tide>high</harbour:tide>'),
  copyright: words,
  type: fc.constantFrom('episodic', 'Serial'),
  complete: flag,
  block: flag,
  medium: fc.constantFrom(...mediums, 'Podcast'),
  verify: words,
  txt: few(txt),
  description: lines,
  for: few(fc.constantFrom('apple', 'podcastindex', 'psp1', 'apps')),
  allow: few(fc.constantFrom('audio/bit-rate', 'show/block')),
  preset: fc.constantFrom('hugo', 'Jekyll', 'eleventy', 'astro'),
  content: few(fc.constantFrom('*.md', '../_posts/**/*.md', '!**/index.md')),
  where: fc.constantFrom<Written>(
    { type: 'episode' },
    { file: { blank: 'false' }, 'file.name': { matches: '^S\\d+' } },
  ),
  fields: fc.constantFrom<Written>(
    { audio: 'https://cdn.show.example/{file}.mp3' },
    {
      persons: { all: [{ from: 'guests', each: { name: '.', role: { value: 'guest' } } }] },
      date: ['a', 'b.c'],
    },
  ),
  facts: fc.constantFrom<Written>('given', { feed: 'feed.xml' }),
  body: fc.constantFrom<Written>('html', {
    flavour: 'kramdown',
    base: 'https://show.example/',
    drop: ['audio', 'iframe'],
  }),
  updateFrequency: fc.oneof(
    (words as fc.Arbitrary<string>).filter(text => !/^(rrule:)?freq=/i.test(text)),
    map(
      {
        text: words,
        rrule: fc.constantFrom('FREQ=WEEKLY;BYDAY=TU', 'FREQ=DAILY;COUNT=3'),
        dtstart: fc.constantFrom('2026-01-06', '2026-01-06T06:00:00Z'),
        complete: flag,
      },
      ['text'],
    ),
  ),
  podping: flag,
  blocks: few(
    fc.oneof(
      fc.constantFrom('all', 'All', 'amazon', 'Spotify'),
      flag,
      map({ service: fc.constantFrom('amazon', 'podcastindex'), blocked: flag }, ['blocked']),
    ),
  ),
  keywords: few(words),
  countryOfOrigin: few(fc.constantFrom('BE', 'nl', 'GB')),
  spotifyLimit: share,
  website: flag,
  theme: fc.oneof(
    fc.constantFrom('brand.css', 'look', 'look/'),
    map(
      {
        accent: fc.constantFrom('#8a2be2', 'rebeccapurple', 'rgb(1 2 3 / 50%)'),
        font: fc.constantFrom('Georgia, serif', '"Noto Sans", sans-serif'),
        dark: map({ accent: fc.constantFrom('#fff', 'hsl(1 2% 3%)') }, []),
        stylesheet: fc.constantFrom('brand.css'),
        folder: fc.constantFrom('look'),
      },
      [],
    ),
  ),
  themeScripts: flag,
  messages: map(
    {
      recent: words,
      copy: words,
      longDate: fc.constantFrom('D MMMM YYYY', 'D [de] MMMM YYYY'),
      months: fc.array(words, { minLength: 12, maxLength: 12 }),
      categories: map({ 'True Crime': words }, []),
      roles: map({ guest: words }, []),
      languages: map({ de: words }, []),
    },
    [],
  ),
  listings: few(fc.oneof(anyUrl, map({ url: anyUrl, name: words }, ['url']))),
}
const ofEpisode: Readonly<Record<string, Any>> = {
  block: flag,
  draft: flag,
  txt: few(txt),
  keywords: few(words),
  overview: lines,
  allow: few(fc.constantFrom('audio/bit-rate', 'show/block')),
}

// -------------------------------------------------------- people and places, and what other shows are to this one

const funding = fc.oneof(anyUrl, map({ url: anyUrl, text: words }, ['url']))
const location = fc.oneof(
  words,
  map(
    {
      name: words,
      rel: fc.constantFrom(...locationRels, 'Creator'),
      geo: fc.constantFrom('51.2213,4.4051', 'geo:51.2213,4.4051', '-33.9, 18.4'),
      osm: fc.constantFrom('R59518', 'N1'),
      country: fc.constantFrom('BE', 'nl'),
    },
    ['name'],
  ),
)
const licenseName = fc.oneof(
  fc.constantFrom('CC-BY-4.0', 'cc-by-sa-4.0', 'cc0-1.0', 'arr', 'harbour-terms-1'),
  (words as fc.Arbitrary<string>).filter(name => !/^https?:/i.test(name)),
)
const license = fc.oneof(licenseName, map({ name: licenseName, url: anyUrl }, ['name']))
const chat = fc.oneof(
  fc.constantFrom('irc://irc.example/#harbour', 'ircs://irc.example', 'XMPP://talk.example/room@muc'),
  map({ server: words, protocol: fc.constantFrom(...chatProtocols), accountId: words, space: words }, [
    'server',
    'protocol',
  ]),
)
const elsewhere: Readonly<Record<'show' | 'episode', Readonly<Record<string, Any>>>> = {
  show: {
    ...{ funding: few(funding), locations: few(location), license, chat },
    ...{ remoteItems: few(remoteItem), podroll: few(remoteItem), publisher: remoteItem },
  },
  episode: { funding: few(funding), locations: few(location), license, chat },
}

// ------------------------------------------------------------------------------------------------ items and media

/** Neither too long for a clock, nor a fraction that no form of a time can say. */
const stretch = fc.oneof(
  fc.constantFrom('5:12 +45 The storm', '5:12-5:57', '0.5 +2.25 A & B'),
  map(
    {
      start: seconds,
      duration: fc.integer({ min: 1, max: 9_999_999 }).map(ms => String(ms / 1000)),
      title: words,
    },
    ['start', 'duration'],
  ),
)
const picture = fc.oneof(
  anyUrl,
  map(
    {
      href: anyUrl,
      alt: words,
      aspectRatio: fc.constantFrom('16/9', '1.778', '1/1', '4 / 3'),
      width: share,
      height: share,
      type: fc.constantFrom('image/jpeg', 'image/png'),
      purpose: words,
    },
    ['href'],
  ),
)
const uri = fc.oneof(anyUrl, fc.constantFrom('ipfs://QmdwGqd3d2gFPGeJNLLCshdiPert45fMu84552Y4XHTy4y'))
const otherRecording = fc.oneof(
  uri,
  map(
    {
      sources: few(
        fc.oneof(
          uri,
          map({ uri, contentType: fc.constantFrom('application/x-bittorrent', 'audio/opus') }, ['uri']),
        ),
      ),
      type: fc.constantFrom('audio/opus', 'video/mp4'),
      length: number,
      bitrate: fc.constantFrom('64000', '128000.5'),
      height: share,
      lang: fc.constantFrom('nl', 'en-GB'),
      title: words,
      rel: words,
      codecs: fc.constantFrom('mp4a.40.2', 'avc1.42E01E, mp4a.40.2'),
      default: flag,
      integrity: fc.oneof(
        fc.constant('sha384-abc'),
        map({ type: fc.constantFrom('sri', 'pgp-signature'), value: words }, ['type', 'value']),
      ),
    },
    ['sources'],
  ),
)
const trailer = map(
  {
    title: words,
    url: anyUrl,
    date: moment,
    length: number,
    type: fc.constantFrom('audio/mpeg', 'audio/x-m4a'),
    season: share,
  },
  ['title', 'url', 'date'],
)
const elsewhereToo = fc.oneof(anyUrl, map({ href: anyUrl, text: words }, ['href']))
const items: Readonly<Record<'show' | 'episode' | 'live', Readonly<Record<string, Any>>>> = {
  show: { images: few(picture), trailers: few(trailer), chaptersInNotes: flag },
  episode: {
    description: lines,
    summary: words,
    subtitle: words,
    author: words,
    extra: fc.constant('<harbour:tide>low</harbour:tide>'),
    itunesTitle: words,
    episode: fc.oneof(number, fc.constantFrom('12.5', '-3', '007')),
    episodeDisplay: words,
    episodeType: fc.constantFrom('full', 'trailer', 'Bonus'),
    duration: fc.constantFrom('56:10', '1:02:03', '3370.4', 'PT1M', '0.2'),
    soundbites: few(stretch),
    images: few(picture),
    alternateEnclosures: few(otherRecording),
    contentLinks: few(elsewhereToo),
    comments: anyUrl,
    source: map({ url: anyUrl, title: words }, ['url', 'title']),
    chaptersInNotes: flag,
  },
  live: {
    images: few(picture),
    alternateEnclosures: few(otherRecording),
    contentLinks: few(elsewhereToo),
  },
}

const live = map(
  {
    status: fc.constantFrom(...liveStatuses),
    start: moment,
    end: moment,
    title: words,
    guid: words,
    link: anyUrl,
    image: anyUrl,
    explicit: flag,
    persons: few(person),
    personsOnly: flag,
    value: few(value),
    socialInteract: few(social),
    funding: few(funding),
    locations: few(location),
    txt: few(txt),
    chat,
    description: lines,
    ...items.live,
    enclosure: map({ url: anyUrl, type: fc.constant('audio/mpeg'), length: number }, ['url', 'type']),
  },
  ['status', 'start', 'title', 'guid', 'contentLinks'],
)

export const anyWritten: Readonly<Record<'show' | 'episode', Readonly<Record<string, Any>>>> = {
  show: {
    title: words,
    link: anyUrl,
    language: fc.constantFrom('en', 'en-gb', 'pt-BR'),
    categories: few(
      fc.oneof(
        fc.constantFrom('Technology', 'Society & Culture > Places & Travel', 'A > B > C'),
        map({ name: words, sub: words }, ['name']),
      ),
    ),
    explicit: flag,
    image: anyUrl,
    owner: map({ name: words, email: fc.emailAddress().filter(email => !hasCredentials(email)) }, ['email']),
    guid: fc.uuid(),
    enclosurePrefixes: few(fc.constantFrom('https://op3.dev/e/', 'https://dts.podtrac.com/redirect.mp3')),
    locked: fc.oneof(flag, map({ locked: flag, owner: fc.constant('move@show.example') }, ['locked'])),
    persons: few(person),
    value: few(value),
    socialInteract: few(social),
    liveItems: few(live),
    ...ofShow,
    ...elsewhere.show,
    ...items.show,
  },
  episode: {
    title: words,
    date: moment,
    audio: fc.oneof(fc.constant('001.mp3'), anyUrl),
    guid: words,
    link: anyUrl,
    explicit: flag,
    image: anyUrl,
    season: fc.integer({ min: -3, max: 99 }).map(String),
    seasonName: words,
    persons: few(person),
    personsOnly: flag,
    value: few(value),
    socialInteract: few(social),
    chapters: fc.oneof(anyUrl, fc.array(chapter, { minLength: 1, maxLength: 4 })),
    transcripts: few(
      map(
        {
          url: anyUrl,
          type: fc.constantFrom('text/vtt', 'application/srt', 'text/html'),
          language: fc.constantFrom('de', 'en', 'pt-br'),
          rel: fc.constant('captions'),
        },
        ['url', 'type'],
      ),
    ),
    ...ofEpisode,
    ...elsewhere.episode,
    ...items.episode,
  },
}
