/**
 * How each field is written, short and long: for docs/fields.md and for the tests, which build every one of them and hold the
 * short form against the long one.
 */

import type { Example } from '../../src/diagnostic.ts'

export interface FieldExample {
  /** The form that most will want. */
  readonly short?: string
  /** With everything that may be said; with a short form, just what the short form says. */
  readonly long: string
  /** Everything there is to say, where the long form above is only the short one written out. */
  readonly full?: string
  /** What else the example needs, to be built. Not shown. */
  readonly beside?: Example
}

type Examples = Readonly<Record<string, FieldExample>>

const wide: Example = { 'wide.jpg': '!jpeg 1920x1080' }
const guid = '917393e3-1b1e-5cef-ace4-edaa54e1f810'

const image: FieldExample = {
  short: 'images: wide.jpg',
  long: 'images:\n  - href: wide.jpg',
  full: 'images:\n  - href: wide.jpg\n    alt: A pier at dawn\n    purpose: social banner',
  beside: wide,
}
const locations: FieldExample = {
  short: 'locations: Antwerp',
  long: 'locations:\n  - name: Antwerp',
  full: 'locations:\n  - name: Antwerp\n    rel: creator\n    geo: 51.2213,4.4051\n    osm: R59518\n    country: BE',
}
const funding: FieldExample = {
  short: 'funding: https://ko-fi.com/harbour',
  long: 'funding:\n  - url: https://ko-fi.com/harbour\n    text: ko-fi.com/harbour',
  full: 'funding:\n  - url: https://ko-fi.com/harbour\n    text: Buy us a coffee',
}
const license: FieldExample = {
  short: 'license: CC-BY-4.0',
  long: 'license: { name: CC-BY-4.0 }',
  full: 'license: { name: harbour-terms-1, url: "https://show.example/terms" }',
}
const value: FieldExample = {
  short: 'value: ada@wallet.example',
  long: `value:
  type: lightning
  method: lnaddress
  recipients:
    - address: ada@wallet.example
      type: lnaddress
      split: 1`,
  full: `value:
  suggested: 0.00000005000
  recipients:
    - { name: Ada, address: ada@wallet.example, split: 95 }
    - { name: Host, address: host@wallet.example, split: 5, fee: true }`,
}
const social: FieldExample = {
  short: 'socialInteract: https://social.example/@ada/111',
  long: 'socialInteract:\n  - protocol: activitypub\n    uri: https://social.example/@ada/111',
  full: `socialInteract:
  - protocol: activitypub
    uri: https://social.example/@ada/111
    accountId: "@ada"
    accountUrl: https://social.example/@ada
    priority: 1`,
}
const txt: FieldExample = {
  short: 'txt: abcd1234',
  long: 'txt:\n  - value: abcd1234',
  full: 'txt:\n  - { purpose: verify, value: abcd1234 }\n  - { purpose: ai-content, value: false }',
}
const chat: FieldExample = {
  short: 'chat: irc://irc.example/#harbour',
  long: 'chat: { protocol: irc, server: irc.example, space: "#harbour" }',
  full: 'chat: { protocol: irc, server: irc.example, space: "#harbour", accountId: "@ada" }',
}
const remote = (field: string): FieldExample => ({
  short: `${field}: ${guid}`,
  long: `${field}:\n  - feedGuid: ${guid}`,
  full: `${field}:\n  - feedGuid: ${guid}\n    feedUrl: https://friend.example/feed.xml\n    title: A friend's show`,
})
const keywords: FieldExample = { short: 'keywords: harbours', long: 'keywords: [harbours]' }
const noEpisodes: Example = {
  '001.md': '!nothing',
  '002.md': '!nothing',
  '001.mp3': '!nothing',
  '002.mp3': '!nothing',
}

export const showExamples: Examples = {
  title: { long: 'title: Harbour Notes' },
  link: { long: 'link: https://show.example/' },
  baseUrl: { long: 'baseUrl: https://show.example/feed/' },
  language: { long: 'language: en-gb' },
  categories: {
    short: 'categories: Society & Culture > Places & Travel',
    long: 'categories:\n  - Society & Culture > Places & Travel',
  },
  explicit: { long: 'explicit: false' },
  image: { long: 'image: cover.jpg' },
  author: { long: 'author: Ada Pier' },
  owner: { long: 'owner: { name: Ada Pier, email: ada@show.example }' },
  copyright: { long: 'copyright: Harbour Notes Ltd' },
  type: { long: 'type: serial' },
  feedUrl: { long: 'feedUrl: https://feeds.example/harbour.xml' },
  timezone: { long: 'timezone: Europe/Brussels' },
  publishAt: { long: 'publishAt: "06:00"' },
  audioBaseUrl: { long: 'audioBaseUrl: https://audio.example/harbour/' },
  enclosurePrefixes: {
    short: 'enclosurePrefixes: https://op3.dev/e/',
    long: 'enclosurePrefixes: [https://op3.dev/e/]',
  },
  guid: { long: `guid: ${guid}` },
  newFeedUrl: { long: 'newFeedUrl: https://show.example/feed/feed.xml' },
  block: { long: 'block: true' },
  complete: { long: 'complete: true' },
  verify: { long: 'verify: abcd1234' },
  hub: { short: 'hub: https://hub.example/', long: 'hub: [https://hub.example/]' },
  limit: { long: 'limit: 300' },
  description: { long: 'description: Short talks about small ports.' },
  chaptersInNotes: { long: 'chaptersInNotes: true' },
  allow: { short: 'allow: audio/bit-rate', long: 'allow: [audio/bit-rate]' },
  locked: {
    short: 'locked: true',
    long: 'locked: { locked: true }',
    full: 'locked: { locked: true, owner: ada@show.example }',
  },
  funding,
  persons: {
    short: 'persons: Ada Pier',
    long: 'persons:\n  - name: Ada Pier',
    full: `persons:
  - name: Ada Pier
    img: ada.jpg
    href: https://ada.example/
  - { name: Becky Smith, role: cover art designer }`,
    beside: { 'ada.jpg': '!jpeg 400' },
  },
  locations,
  trailers: {
    long: `trailers:
  - title: Season three in a minute
    url: trailer.mp3
    date: 2026-01-05
    season: 3`,
    beside: { 'trailer.mp3': '!mp3 12' },
  },
  license,
  medium: { long: 'medium: podcast' },
  remoteItems: {
    ...remote('remoteItems'),
    beside: { 'show.md': 'medium: musicL', ...noEpisodes },
  },
  value,
  podroll: remote('podroll'),
  publisher: {
    short: 'publisher: 2c1a8b0e-7f53-5d0e-9a41-6d1f0f7b9c22',
    long: 'publisher: { feedGuid: 2c1a8b0e-7f53-5d0e-9a41-6d1f0f7b9c22 }',
    full: `publisher:
  feedGuid: 2c1a8b0e-7f53-5d0e-9a41-6d1f0f7b9c22
  feedUrl: https://pub.example/feed.xml`,
  },
  updateFrequency: {
    short: 'updateFrequency: Every Tuesday',
    long: 'updateFrequency: { text: Every Tuesday }',
    full: `updateFrequency:
  text: Every Tuesday
  rrule: FREQ=WEEKLY;BYDAY=TU
  dtstart: 2026-01-06T06:00:00Z`,
  },
  podping: { long: 'podping: true' },
  txt,
  blocks: {
    short: 'blocks: amazon',
    long: 'blocks:\n  - service: amazon\n    blocked: true',
    full: 'blocks:\n  - all\n  - { service: podcastindex, blocked: false }',
  },
  chat,
  socialInteract: social,
  images: image,
  liveItems: {
    long: `liveItems:
  - status: pending
    start: 2026-12-01 19:00
    end: 2026-12-01 20:00
    title: Live from the quay
    guid: live-2026-12-01
    description: We talk while the **boats** come in.
    enclosure: { url: https://live.example/s.mp3, type: audio/mpeg }
    contentLinks: https://show.example/live
    chat: irc://irc.example/#harbour`,
  },
  keywords,
  countryOfOrigin: { short: 'countryOfOrigin: BE', long: 'countryOfOrigin: [BE]' },
  spotifyLimit: { long: 'spotifyLimit: 50' },
  pages: {
    long: 'pages: { next: https://show.example/feed/2.xml, last: https://show.example/feed/9.xml }',
  },
}

export const episodeExamples: Examples = {
  title: { long: 'title: The lighthouse keeper' },
  date: { long: 'date: 2026-01-05' },
  audio: { long: 'audio: 001.mp3' },
  guid: { long: 'guid: b0a1c2d3-5e4f-4a6b-8c7d-9e0f1a2b3c4d' },
  link: { long: 'link: https://show.example/1' },
  description: { long: 'description: A night on the light.' },
  summary: { long: 'summary: A night on the light.' },
  season: { long: 'season: 1' },
  episode: { long: 'episode: 1' },
  episodeType: { long: 'episodeType: bonus' },
  itunesTitle: { long: 'itunesTitle: The keeper' },
  explicit: { long: 'explicit: true' },
  image: { long: 'image: 001.jpg', beside: { '001.jpg': '!jpeg 3000' } },
  block: { long: 'block: true' },
  draft: { long: 'draft: true' },
  duration: { long: 'duration: "0:10"' },
  allow: { short: 'allow: audio/bit-rate', long: 'allow: [audio/bit-rate]' },
  persons: {
    short: 'persons: Lou Reef',
    long: 'persons:\n  - name: Lou Reef',
    full: 'persons:\n  - name: Lou Reef\n    role: guest\n    href: https://lou.example/\n    img: https://lou.example/lou.jpg',
  },
  personsOnly: { long: 'personsOnly: true', beside: { '001.md': 'persons: Lou Reef' } },
  locations,
  soundbites: {
    short: 'soundbites: 5:12 +45 The storm',
    long: 'soundbites:\n  - start: 312\n    duration: 45\n    title: The storm',
    full: 'soundbites:\n  - 5:12-5:57 The storm\n  - { start: 312.5, end: 357.5 }',
    beside: { '001.mp3': '!mp3 400' },
  },
  alternateEnclosures: {
    short: 'alternateEnclosures: 001.opus',
    long: 'alternateEnclosures:\n  - sources:\n      - uri: 001.opus',
    full: `alternateEnclosures:
  - sources: [001.opus, "ipfs://QmX33FYehk6ckGQ6g1D9D3FqZPix5JpKstKQKbaS8quUFb"]
    title: Small
  - sources: https://video.example/001.mp4
    type: video/mp4
    length: 7924786
    bitrate: 511276.52
    height: 720
    lang: en
    rel: filmed
    codecs: avc1.64001F, mp4a.40.2
    integrity: sha384-ExVqijgYHm15PqQqdXfW95x+Rs6C+d6E/ICxyQOeFevnxNLR/wtJNrNYTjIysUBo`,
    beside: { '001.opus': '!opus 10' },
  },
  license,
  value: {
    ...value,
    full: `value:
  recipients:
    - { name: Ada, address: ada@wallet.example, split: 50 }
    - { name: Lou, address: lou@wallet.example, split: 50 }
  timeSplits:
    - start: 2
      duration: 5
      remotePercentage: 90
      remoteItem: { feedGuid: ${guid}, itemGuid: song-4, medium: music }`,
  },
  socialInteract: social,
  txt,
  funding,
  images: image,
  contentLinks: {
    short: 'contentLinks: https://video.example/w/7',
    long: 'contentLinks:\n  - href: https://video.example/w/7\n    text: video.example/w/7',
    full: 'contentLinks:\n  - href: https://video.example/w/7\n    text: Watch the filmed version',
  },
  chat,
  seasonName: { long: 'seasonName: Winter' },
  episodeDisplay: { long: 'episodeDisplay: Interlude', beside: { '001.md': 'episode: 1.5' } },
  chapters: {
    short: 'chapters:\n  - 00:00 Intro\n  - 0:03 The letter\n  - 0:07 The end',
    long: 'chapters:\n  - { start: 0, title: Intro }\n  - { start: 3, title: The letter }\n  - { start: 7, title: The end }',
    full: `chapters:
  - { start: 0, title: Intro, image: https://show.example/intro.jpg }
  - { start: 3, title: The letter, url: https://show.example/letter }
  - { start: 7, title: The end }`,
  },
  chaptersInNotes: {
    long: 'chaptersInNotes: true',
    beside: { '001.md': 'chapters: [0:00 Intro, 0:03 The letter, 0:07 The end]' },
  },
  transcripts: {
    short: 'transcripts: talk.vtt',
    long: 'transcripts:\n  - file: talk.vtt',
    full: 'transcripts:\n  - file: talk.vtt\n    rel: captions\n  - url: https://show.example/talk.de.html\n    type: text/html\n    language: de',
    beside: { 'talk.vtt': '!text WEBVTT\n\n00:00:00.000 --> 00:00:04.200\n<v Ada>Low water was at six.\n' },
  },
  keywords: { short: 'keywords: lighthouses', long: 'keywords: [lighthouses]' },
  comments: { long: 'comments: https://show.example/1#comments' },
  source: { long: "source: { url: https://friend.example/feed.xml, title: A friend's show }" },
}
