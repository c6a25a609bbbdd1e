/** A show that says everything that can be said, and has no findings. */

import type { Example } from '../../src/diagnostic.ts'
import type { Files } from './folder.ts'
import { lay } from './lay.ts'
import { m4a } from './mp4.ts'

const show = `
locked: { locked: true, owner: move@show.example }
funding:
  - https://ko-fi.com/harbour
  - { url: https://show.example/give, text: Buy us a coffee }
persons:
  - { name: Ada Pier, img: ada.jpg, href: https://ada.example/ }
  - { name: Becky Smith, role: Cover Art Designer }
locations:
  - Antwerp
  - { name: The coast, rel: creator, geo: "51.2213,4.4051", osm: R59518, country: be }
trailers: { title: Season three in a minute, url: trailer.mp3, date: 2026-01-04, season: 3 }
license: cc-by-sa-4.0
medium: podcast
value:
  - suggested: 0.00000005000
    recipients:
      - { name: Ada, address: ada@wallet.example, split: 95 }
      - { name: Host, address: host@wallet.example, split: 5, fee: true, customKey: "7629169", customValue: p-1 }
podroll:
  - 917393e3-1b1e-5cef-ace4-edaa54e1f810
  - { feedGuid: 9b024349-ccf0-5f69-a609-6b82873eab3c, feedUrl: https://friend.example/feed.xml, title: A friend's show }
publisher: { feedGuid: 2c1a8b0e-7f53-5d0e-9a41-6d1f0f7b9c22, feedUrl: https://pub.example/feed.xml }
updateFrequency: { text: Every Tuesday, rrule: FREQ=WEEKLY;BYDAY=TU, dtstart: 2026-01-06T06:00:00Z }
podping: true
txt:
  - { purpose: verify, value: abcd1234 }
  - { purpose: ai-content, value: false }
verify: efgh5678
blocks:
  - all
  - { service: podcastindex, blocked: false }
chat: irc://irc.example/#harbour
socialInteract: https://social.example/@ada/110
images:
  - { href: wide.jpg, alt: A pier at dawn, purpose: social banner }
  - { href: https://cdn.example/square.webp, alt: The light, width: 512, height: 512, aspectRatio: 1/1, type: image/webp, purpose: artwork }
liveItems:
  status: pending
  start: 2026-12-01 19:00
  end: 2026-12-01 20:00
  title: Live from the quay
  guid: live-2026-12-01
  description: We talk while the **boats** come in.
  link: https://show.example/live/1
  image: https://show.example/live.jpg
  explicit: false
  enclosure: { url: https://live.example/s.mp3, type: audio/mpeg }
  contentLinks: { href: https://show.example/live, text: Listen in the browser }
  alternateEnclosures: { sources: "https://live.example/low.mp3", type: audio/mpeg, length: 0 }
  persons: { name: Lou Reef, role: guest }
  locations: The quay
  funding: https://ko-fi.com/harbour
  value: { recipients: lou@wallet.example }
  socialInteract: https://social.example/@ada/112
  txt: live
  images: { href: wide.jpg, alt: A pier at dawn }
  chat: { protocol: matrix, server: matrix.example, accountId: "@ada:matrix.example", space: "#quay:matrix.example" }
keywords: [harbours, ports]
countryOfOrigin: [be, nl]
spotifyLimit: 50
pages: { next: https://show.example/feed/2.xml, last: https://show.example/feed/9.xml }
subtitle: Talks at the quay
managingEditor: ada@show.example (Ada Pier)
webMaster: jo@show.example (Jo Sail)
ttl: 60
rssImage: { url: https://show.example/button.png, width: 88, height: 31, description: Short talks }
`

const first = `
season: 1
seasonName: Winter
episode: 1
episodeDisplay: One
persons:
  - { name: Lou Reef, role: guest, href: https://lou.example/ }
  - { name: Kim Sand, role: Editor, group: Writing }
locations: { name: The lighthouse, geo: "geo:51.3,3.2;u=35", country: BE }
soundbites:
  - 5:12 +45 The storm
  - { start: 100.5, end: 120.5 }
alternateEnclosures:
  - { sources: [001.opus, "ipfs://QmX33FYehk6ckGQ6g1D9D3FqZPix5JpKstKQKbaS8quUFb"], title: Small, lang: en, rel: small }
  - sources: [001-small.m4a]
    default: true
  - sources: { uri: "https://video.example/001.torrent", contentType: application/x-bittorrent }
    type: video/mp4
    length: 7924786
    bitrate: 511276.52
    height: 720
    codecs: avc1.64001F, mp4a.40.2
    integrity: sha384-ExVqijgYHm15PqQqdXfW95x+Rs6C+d6E/ICxyQOeFevnxNLR/wtJNrNYTjIysUBo
license: { name: harbour-terms-1, url: https://show.example/terms }
value:
  recipients:
    - { name: Ada, address: ada@wallet.example, split: 50 }
    - { name: Lou, address: 02e12fea95f576a680ec1938b7ed98ef0855eadeced493566877d404e404bfbf52, type: node, split: 50 }
  method: keysend
  timeSplits:
    - { start: 60, duration: 180, remoteStart: 12.5, remotePercentage: 90, remoteItem: { feedGuid: 917393e3-1b1e-5cef-ace4-edaa54e1f810, itemGuid: song-4, medium: music } }
    - { start: 300, duration: 30, recipients: lou@wallet.example }
socialInteract:
  - { uri: "https://social.example/@ada/111", accountId: "@ada", accountUrl: "https://social.example/@ada", priority: 1 }
  - { uri: "https://bsky.app/profile/ada.example/post/3k", priority: 2 }
txt: [{ purpose: release, value: "1" }]
funding: { url: https://show.example/give/1, text: For this one }
images: { href: wide.jpg, alt: A pier at dawn }
contentLinks: [https://video.example/w/7, { href: https://video.example/w/8, text: With captions }]
chat: xmpp://chat.example/harbour
keywords: lighthouses
comments: https://show.example/1#comments
source: { url: https://friend.example/feed.xml, title: A friend's show }
summary: A night on the light.
subtitle: At the top of the stairs
`

/** Between two others, so without a number at Apple. */
const second = `
episode: 1.5
episodeType: bonus
socialInteract: disabled
license: ARR
`

const example: Example = {
  'show.md': show.trim(),
  '001.md': first.trim(),
  '002.md': second.trim(),
  '000.md':
    '!text ---\ntitle: What this is about\ndate: 2026-01-02\nepisodeType: trailer\nlink: https://show.example/0\n---\nTwo minutes of what is to come.\n',
  '000.mp3': '!mp3 12',
  '001.mp3': '!mp3 400',
  '001.opus': '!opus 10',
  'trailer.mp3': '!mp3 15',
  'ada.jpg': '!jpeg 400',
  'wide.jpg': '!jpeg 1920x1080',
}

export const everythingShow = (): Files => ({ ...lay(example).files, '001-small.m4a': m4a({ seconds: 10 }) })
