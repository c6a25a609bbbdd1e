/** Any value of the podcast namespace and its neighbours, as `check` may hand it to `render`. */

import type { Episode, Show } from '../../src/fields/index.ts'
import type { LiveItem } from '../../src/fields/live-items.ts'
import { personGroups, personRoles } from '../../src/vocabulary/person-taxonomy.ts'
import { chatProtocols, mediums, socialProtocols } from '../../src/vocabulary/podcast-words.ts'
import { services } from '../../src/vocabulary/services.ts'
import { anyHtml, anyInstant, anyLine, anyUrl } from './any-text.ts'
import fc from './property.ts'

/** An optional field is there or is not: never undefined. */
export const model = <T>(
  // biome-ignore lint/suspicious/noExplicitAny: fast-check's own record type loses the optional keys
  fields: any,
  requiredKeys: readonly (keyof T)[],
): fc.Arbitrary<T> =>
  fc.record(fields, {
    requiredKeys: requiredKeys as never[],
    noNullPrototype: true,
  }) as unknown as fc.Arbitrary<T>

const few = <T>(one: fc.Arbitrary<T>) => fc.array(one, { minLength: 1, maxLength: 3 })
/** Seconds, to the millisecond. */
const anySeconds = fc.integer({ min: 0, max: 100_000_000 }).map(ms => ms / 1000)
const anyPixels = fc.integer({ min: 1, max: 9999 })
const anyLanguage = fc.constantFrom('en', 'nl', 'pt-BR')

type Of<Owner, Field extends keyof Owner> = Exclude<Owner[Field], undefined>
type One<Owner, Field extends keyof Owner> = Of<Owner, Field> extends readonly (infer V)[] ? V : never

export const anyLocked = model<Of<Show, 'locked'>>({ locked: fc.boolean(), owner: fc.emailAddress() }, [
  'locked',
])

const anyFunding = model<One<Show, 'funding'>>({ url: anyUrl, text: anyLine }, ['url', 'text'])

const anyPerson = model<One<Show, 'persons'>>(
  {
    name: anyLine,
    role: fc.constantFrom(...personRoles),
    group: fc.constantFrom(...Object.keys(personGroups)),
    img: anyUrl,
    href: anyUrl,
  },
  ['name'],
)

const anyLocation = model<One<Show, 'locations'>>(
  {
    name: anyLine,
    rel: fc.constantFrom('subject', 'creator'),
    geo: fc
      .tuple(fc.integer({ min: -90_000, max: 90_000 }), fc.integer({ min: -180_000, max: 180_000 }))
      .map(([latitude, longitude]) => `geo:${latitude / 1000},${longitude / 1000}`),
    osm: fc.tuple(fc.constantFrom('N', 'W', 'R'), fc.nat()).map(([kind, id]) => kind + id),
    country: fc.constantFrom('BE', 'NL', 'GB'),
  },
  ['name'],
)

const anyLicense = model<Of<Show, 'license'>>({ name: anyLine, url: anyUrl }, ['name'])

const anyRemoteItem = model<Of<Show, 'publisher'>>(
  {
    feedGuid: fc.uuid(),
    feedUrl: anyUrl,
    itemGuid: anyLine,
    medium: fc.constantFrom(...mediums),
    title: anyLine,
  },
  ['feedGuid'],
)

const anyRecipient = model<One<Show, 'value'>['recipients'][number]>(
  {
    name: anyLine,
    type: fc.constantFrom('lnaddress', 'node'),
    address: anyLine,
    split: fc.integer({ min: 1, max: 1000 }),
    customKey: anyLine,
    customValue: anyLine,
    fee: fc.boolean(),
  },
  ['type', 'address', 'split'],
)

const timing = {
  start: anySeconds,
  duration: anySeconds,
  remoteStart: anySeconds,
  remotePercentage: fc.nat(100),
}
const anyTimeSplit = fc.oneof(
  model<unknown>({ ...timing, remoteItem: anyRemoteItem }, ['start', 'duration', 'remoteItem'] as never[]),
  model<unknown>({ ...timing, recipients: few(anyRecipient) }, [
    'start',
    'duration',
    'recipients',
  ] as never[]),
)

const anyValue = model<One<Show, 'value'>>(
  {
    type: fc.constantFrom('lightning', 'bitcoin'),
    method: fc.constantFrom('keysend', 'lnaddress'),
    suggested: fc.constantFrom('0.00000005000', '1', '0.015'),
    recipients: few(anyRecipient),
    timeSplits: few(anyTimeSplit),
  },
  ['type', 'method', 'recipients'],
)

const anyImage = model<One<Show, 'images'>>(
  {
    href: anyUrl,
    alt: anyLine,
    aspectRatio: fc.constantFrom('1/1', '16/9', '1.9'),
    width: anyPixels,
    height: anyPixels,
    type: fc.constantFrom('image/jpeg', 'image/webp'),
    purpose: fc.constantFrom('artwork social', 'banner'),
  },
  ['href'],
)

const anySocial = fc.oneof(
  fc.constant({ protocol: 'disabled' }),
  model<unknown>(
    {
      protocol: fc.constantFrom(...socialProtocols.filter(protocol => protocol !== 'disabled')),
      uri: fc.oneof(anyUrl, fc.constant('at://did:plc:abc/app.bsky.feed.post/1')),
      accountId: anyLine,
      accountUrl: anyUrl,
      priority: fc.nat(9),
    },
    ['protocol', 'uri'] as never[],
  ),
)

const anyChat = model<Of<Show, 'chat'>>(
  { server: fc.domain(), protocol: fc.constantFrom(...chatProtocols), accountId: anyLine, space: anyLine },
  ['server', 'protocol'],
)

export const anyTxt = model<One<Show, 'txt'>>({ purpose: anyLine, value: anyLine }, ['value'])

const anyAlternate = model<One<Episode, 'alternateEnclosures'>>(
  {
    sources: few(
      model<unknown>(
        {
          uri: fc.oneof(anyUrl, fc.constant('ipfs://QmX33FYehk6ckGQ6g1D9D3FqZPix5JpKstKQKbaS8quUFb')),
          contentType: fc.constant('application/x-bittorrent'),
        },
        ['uri'] as never[],
      ),
    ),
    integrity: fc.record(
      { type: fc.constantFrom('sri', 'pgp-signature'), value: anyLine },
      { noNullPrototype: true },
    ),
    type: fc.constantFrom('audio/opus', 'video/mp4'),
    length: fc.nat(),
    bitrate: fc.integer({ min: 1, max: 10_000_000 }).map(hundredths => hundredths / 100),
    height: anyPixels,
    lang: anyLanguage,
    title: anyLine,
    rel: anyLine,
    codecs: fc.constantFrom('mp4a.40.2', 'opus'),
    default: fc.boolean(),
  },
  ['sources', 'type'],
)

const anyContentLink = model<One<Episode, 'contentLinks'>>({ href: anyUrl, text: anyLine }, ['href', 'text'])

/** What items and live items share. */
const shared = {
  persons: few(anyPerson),
  locations: few(anyLocation),
  alternateEnclosures: few(anyAlternate),
  contentLinks: few(anyContentLink),
  funding: few(anyFunding),
  value: few(anyValue),
  socialInteract: few(anySocial),
  txt: few(anyTxt),
  chat: anyChat,
  images: few(anyImage),
}

/** The optional fields of an episode. */
export const anyItemFields = {
  ...shared,
  chapters: model<unknown>(
    {
      url: anyUrl,
      list: few(
        model<unknown>({ start: anySeconds, title: anyLine, url: anyUrl, image: anyUrl }, [
          'start',
          'title',
        ] as never[]),
      ),
    },
    ['url'] as never[],
  ),
  seasonName: anyLine,
  episodeDisplay: anyLine,
  soundbites: few(
    model<unknown>({ start: anySeconds, duration: anySeconds, title: anyLine }, [
      'start',
      'duration',
    ] as never[]),
  ),
  license: anyLicense,
  keywords: few(anyLine),
  comments: anyUrl,
  source: fc.record({ url: anyUrl, title: anyLine }, { noNullPrototype: true }),
}

const anyLiveItem = model<LiveItem>(
  {
    ...shared,
    status: fc.constantFrom('pending', 'live', 'ended'),
    start: anyInstant,
    end: anyInstant,
    title: anyLine,
    guid: anyLine,
    link: anyUrl,
    description: anyHtml,
    enclosure: fc.record(
      { url: anyUrl, length: fc.nat(), type: fc.constant('audio/mpeg') },
      { noNullPrototype: true },
    ),
    image: anyUrl,
    explicit: fc.boolean(),
  },
  ['status', 'start', 'title', 'guid', 'explicit'],
)

/** The optional fields of a show. */
export const anyChannelFields = {
  funding: shared.funding,
  persons: shared.persons,
  locations: shared.locations,
  trailers: few(
    model<One<Show, 'trailers'>>(
      {
        title: anyLine,
        url: anyUrl,
        date: anyInstant,
        length: fc.nat(),
        type: fc.constant('audio/mpeg'),
        season: fc.nat(99),
      },
      ['title', 'url', 'date'],
    ),
  ),
  license: anyLicense,
  remoteItems: few(anyRemoteItem),
  value: shared.value,
  podroll: few(anyRemoteItem),
  publisher: anyRemoteItem,
  updateFrequency: model<Of<Show, 'updateFrequency'>>(
    {
      text: anyLine,
      rrule: fc.constantFrom('FREQ=WEEKLY;BYDAY=TU', 'FREQ=DAILY;COUNT=5'),
      dtstart: fc.constantFrom('2026-01-06T06:00:00Z', '2026-01-06'),
      complete: fc.boolean(),
    },
    ['text'],
  ),
  podping: fc.constant(true),
  blocks: few(
    model<One<Show, 'blocks'>>({ service: fc.constantFrom(...services), blocked: fc.boolean() }, ['blocked']),
  ),
  chat: anyChat,
  socialInteract: shared.socialInteract,
  images: shared.images,
  liveItems: few(anyLiveItem),
  keywords: few(anyLine),
  countryOfOrigin: few(fc.constantFrom('BE', 'NL', 'GB')),
  spotifyLimit: fc.integer({ min: 1, max: 999 }),
  pages: fc
    .record(
      {
        first: anyUrl,
        previous: anyUrl,
        next: anyUrl,
        last: anyUrl,
        current: anyUrl,
        'prev-archive': anyUrl,
        'next-archive': anyUrl,
      },
      { requiredKeys: [], noNullPrototype: true },
    )
    .filter(pages => Object.keys(pages).length > 0),
}
