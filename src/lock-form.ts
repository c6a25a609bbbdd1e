/**
 * What feed.lock.json may hold, and in which order. Its reader, its writer and docs/lock.md go by this alone, and the types see
 * to it that nothing of the model is left out.
 */

import { sep } from 'node:path'
import type { Lock, LockedEpisode, LockedFeed, LockedFile, LockedPicture } from './model.ts'
import { isMap } from './schema/flow.ts'
import { isHttpUrl } from './units/url.ts'
import { isUuid } from './units/uuid.ts'
import { isEtag, isHttpDate } from './units/validator.ts'

/** The version that is written. */
export const lockVersion = 2

export type Part = (Leaf | FixedMap | OpenMap) & { readonly says: string; readonly isOptional?: true }

interface Leaf {
  readonly kind: 'leaf'
  /** Goes on behind "… was expected". */
  readonly expected: string
  readonly fits: (value: unknown) => boolean
}

/** A map of known keys. */
export interface FixedMap {
  readonly kind: 'fixed'
  readonly parts: Readonly<Record<string, Part>>
  /** Which key is missing, where that depends on others. */
  readonly lacks?: (value: Readonly<Record<string, unknown>>) => string | undefined
}

/** A map of any keys. */
export interface OpenMap {
  readonly kind: 'open'
  /** What the keys are, for people: `stem`. */
  readonly keyedBy: string
  readonly fitsKey?: (key: string) => boolean
  readonly of: Part
}

type IsOptional<T, K extends keyof T> = Partial<Pick<T, K>> extends Pick<T, K> ? true : false

/** A part for each key, which says whether the key may be missing as the type does. */
type PartsOf<T> = {
  readonly [K in keyof T]-?: Part &
    (IsOptional<T, K> extends true ? { isOptional: true } : { isOptional?: never })
}

const leaf = (expected: string, fits: Leaf['fits']): Leaf => ({ kind: 'leaf', expected, fits })
const fixed = <T>(parts: PartsOf<T>, lacks?: FixedMap['lacks']): FixedMap => ({
  kind: 'fixed',
  parts,
  ...(lacks && { lacks }),
})

const isText = (value: unknown): value is string => typeof value === 'string' && value !== ''
const isCount = (value: unknown): boolean => Number.isSafeInteger(value) && (value as number) >= 0
const isSeconds = (value: unknown): boolean => Number.isFinite(value) && (value as number) >= 0

/** On Windows a colon makes another file of the rest; elsewhere it stands in names, such as `Ep 1: hello.md`. */
const isForeign = (path: string): boolean => sep === '\\' && path.includes(':')

/** Inside a folder, whatever the system: what a lock says may come from a stranger. */
const isInside = (path: string): boolean =>
  !path.includes('\0') &&
  !isForeign(path) &&
  path.split(/[\\/]/).every(part => part !== '' && !part.startsWith('.'))

const text = leaf('text', isText)
/** What would be taken out of it on its way into the feed would make two of them one. */
const identity = leaf(
  'text without control characters and without white space around it',
  value => isText(value) && value === value.trim() && !/[\p{Cc}\p{Cs}\ufffe\uffff]/u.test(value),
)
const uuid = leaf('a UUID', value => isText(value) && isUuid(value))
const count = leaf('a whole number from 0', isCount)
const address = leaf('an address', value => isText(value) && isHttpUrl(value))
const instant = leaf(
  'a moment such as 2026-05-09T04:00:00Z',
  value => isText(value) && Number.isFinite(Date.parse(value)),
)
const mark = leaf('true', value => value === true)
const digest = leaf('a digest', value => isText(value) && /^[\w+/=-]{8,128}$/.test(value))
const folder = leaf(
  'a folder such as first-light/',
  value => isText(value) && value.endsWith('/') && isInside(value.slice(0, -1)),
)

/** What no player opens as a recording is no recording, whatever a lock says. */
const isMediaType = (value: unknown): boolean =>
  typeof value === 'string' && (value === '' || /^(?:audio|video|application)\/[\w.+-]+$/i.test(value))

/** As much of a chapter as an audio file can say. */
const isChapter = (value: unknown): boolean =>
  isMap(value) &&
  isSeconds(value.start) &&
  (value.end === undefined || isSeconds(value.end)) &&
  (value.title === undefined || typeof value.title === 'string') &&
  (value.url === undefined || typeof value.url === 'string') &&
  (value.toc === undefined || typeof value.toc === 'boolean')

const picture = fixed<LockedPicture>({
  url: { ...address, says: 'Its address.' },
  digest: { ...digest, says: 'Of the whole file.' },
})

const inherited: OpenMap = {
  kind: 'open',
  keyedBy: 'rule',
  of: {
    ...leaf(
      'a list of digests',
      value => Array.isArray(value) && value.length > 0 && value.every(digest.fits),
    ),
    says: 'The digests of what each fault is about.',
  },
}

const episode = fixed<LockedEpisode>(
  {
    guid: { ...identity, says: 'What apps know the episode by.' },
    permalink: {
      ...mark,
      isOptional: true,
      says: 'The guid was published as the address of a page (`isPermaLink`), as an imported feed may have it.',
    },
    title: {
      ...text,
      isOptional: true,
      says: 'When last built: what is told of an episode whose file is gone.',
    },
    url: { ...address, says: 'The address of the audio, without tracking prefixes.' },
    page: { ...folder, isOptional: true, says: 'The folder of its page in the output.' },
    link: {
      ...address,
      isOptional: true,
      says: 'The address of its page on the web, for shows with `facts: { feed: … }`.',
    },
    bytes: { ...count, says: 'The size of the audio.' },
    type: {
      ...leaf('a media type of audio or video', isMediaType),
      says: 'The media type of the audio. Empty only where a feed that was imported gave none.',
    },
    duration: { ...count, isOptional: true, says: 'Whole seconds.' },
    facts: {
      ...leaf('given or estimated', value => value === 'given' || value === 'estimated'),
      isOptional: true,
      says: 'How size, type and duration are known, when they were not measured: `given` by a feed or a site, or `estimated` from a part of the recording.',
    },
    fingerprint: {
      ...text,
      isOptional: true,
      says: 'Of the sound, without the tags around it: by it a renamed episode is recognised. Missing only beside `facts: given`.',
    },
    pubDate: { ...instant, says: 'When it first appeared, or will appear.' },
    scheduled: {
      ...mark,
      isOptional: true,
      says: 'Its day had not come when the lock was last changed. An episode without this mark is out, and stays in the feed whatever the clock says.',
    },
    etag: {
      ...leaf('an ETag', value => isText(value) && isEtag(value)),
      isOptional: true,
      says: 'Of audio that is served elsewhere: how its host names this version of the file.',
    },
    lastModified: {
      ...leaf('a date as HTTP writes it', value => isText(value) && isHttpDate(value)),
      isOptional: true,
      says: 'The same, where the host gives no ETag.',
    },
    artwork: { ...picture, isOptional: true, says: 'Its own artwork, as published.' },
    chapters: {
      ...leaf('a list of chapters', value => Array.isArray(value) && value.every(isChapter)),
      isOptional: true,
      says: 'Those inside the audio, so that a build without the audio gives the same feed.',
    },
    inherited: {
      ...inherited,
      isOptional: true,
      says: 'Faults that were published before they were refused.',
    },
    gone: { ...mark, isOptional: true, says: 'Taken out of the feed on purpose; kept for its guid.' },
  },
  ({ facts, duration, fingerprint }) =>
    facts === 'given'
      ? undefined
      : duration === undefined
        ? 'duration'
        : fingerprint === undefined
          ? 'fingerprint'
          : undefined,
)

const file = fixed<LockedFile>({
  bytes: { ...count, says: 'Its size.' },
  type: { ...text, says: 'Its media type.' },
  bitrate: { ...count, isOptional: true, says: 'Bits per second.' },
  codecs: { ...text, isOptional: true, says: 'Its codecs, as in RFC 6381.' },
  integrity: { ...text, says: 'Its hash, as the feed states it.' },
})

export const lockForm = fixed<Lock>({
  version: { ...leaf('1 or 2', value => value === 1 || value === lockVersion), says: `${lockVersion}.` },
  podcastGuid: {
    ...uuid,
    isOptional: true,
    says: 'The `podcast:guid`, assigned once. Missing only while an imported show has no public address yet.',
  },
  feedUrl: { ...text, isOptional: true, says: 'Where subscribers read the feed.' },
  artwork: { ...picture, isOptional: true, says: "The show's artwork, as published." },
  inherited: {
    ...inherited,
    isOptional: true,
    says: 'Faults of show.md that were published before they were refused.',
  },
  feeds: {
    kind: 'open',
    keyedBy: 'address or file',
    of: {
      ...fixed<LockedFeed>({ digest: { ...digest, says: 'Of what was read.' } }),
      says: 'A feed.',
    },
    isOptional: true,
    says: 'Feeds that episodes were taken over from.',
  },
  episodes: {
    kind: 'open',
    keyedBy: 'name of the Markdown file, without its ending',
    of: { ...episode, says: 'An episode.' },
    says: 'What was published, and what is scheduled.',
  },
  files: {
    kind: 'open',
    keyedBy: 'path in the show folder',
    of: { ...file, says: 'A recording.' },
    isOptional: true,
    says: 'Recordings that fields name beside the episodes’ own, such as an alternate enclosure.',
  },
  imported: {
    kind: 'open',
    keyedBy: 'path in the show folder',
    fitsKey: isInside,
    of: { ...digest, says: 'Of the file.' },
    isOptional: true,
    says: 'Digests of the files as `import` wrote them, so that it can tell which were edited since.',
  },
})

/** What version 1 had, always with all that was measured. What else stands in one was never read. */
export const lockFormOfVersion1: FixedMap = {
  kind: 'fixed',
  parts: {
    ...only(lockForm, ['version', 'feedUrl', 'files']),
    podcastGuid: { ...text, says: '' },
    episodes: {
      kind: 'open',
      keyedBy: '',
      of: {
        kind: 'fixed',
        parts: {
          ...only(episode, ['guid', 'url', 'bytes', 'pubDate', 'etag', 'lastModified', 'chapters', 'gone']),
          type: { ...text, says: '' },
          duration: { ...count, says: '' },
          fingerprint: { ...text, says: '' },
        },
        says: '',
      },
      says: '',
    },
  },
}

function only({ parts }: FixedMap, keys: readonly string[]): FixedMap['parts'] {
  return Object.fromEntries(keys.map(key => [key, parts[key]!]))
}
