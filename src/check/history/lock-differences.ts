import { compareText } from '../../diagnostic.ts'
import type { Lock, LockedEpisode } from '../../model.ts'

type Fields = Readonly<Record<string, unknown>>
type Block = Readonly<Record<string, object>>

/**
 * What a newer lock says otherwise than the one that was read, each in a few words; episodes that are told of elsewhere left out.
 * What changes by itself, or is kept for people only, is no difference: a title, that a scheduled episode's day has come, a fault
 * that was put right. Nor is what the version that was read did not have.
 */
export const lockDifferences = (
  before: Lock,
  after: Lock,
  isTold: (stem: string) => boolean = () => false,
): readonly string[] => {
  const counts = before.version === 1 ? inVersion1 : inVersion2
  return [
    ...(before.podcastGuid === after.podcastGuid || isTold('podcast-guid') ? [] : ['podcastGuid differs']),
    ...(before.feedUrl === after.feedUrl || isTold('feed-url') ? [] : ['feedUrl differs']),
    ...(counts('artwork') && !isSame(before.artwork, after.artwork) ? ['artwork differs'] : []),
    ...inBlock(before.episodes, after.episodes, counts, isTold),
    ...inBlock(before.files ?? {}, after.files ?? {}, everything),
  ]
}

type Counts = (field: string) => boolean

const everything: Counts = () => true

/** Whether a field of an entry is one that subscribers, or a build without the recordings, depend on. */
const dependedOn: Readonly<Record<keyof LockedEpisode, boolean>> = {
  guid: true,
  permalink: true,
  title: false,
  url: true,
  page: true,
  link: true,
  bytes: true,
  type: true,
  duration: true,
  facts: true,
  fingerprint: true,
  pubDate: true,
  scheduled: false,
  etag: true,
  lastModified: true,
  artwork: true,
  chapters: true,
  inherited: false,
  gone: true,
}
const newInVersion2: ReadonlySet<string> = new Set<keyof LockedEpisode>([
  'permalink',
  'page',
  'link',
  'facts',
  'artwork',
])

const inVersion2: Counts = field => dependedOn[field as keyof LockedEpisode] ?? true
const inVersion1: Counts = field => inVersion2(field) && !newInVersion2.has(field)

const inBlock = (
  before: Block,
  after: Block,
  counts: Counts,
  isTold: (key: string) => boolean = () => false,
): string[] => {
  const differences: string[] = []
  const keys = new Set([...Object.keys(before), ...Object.keys(after)])
  for (const key of [...keys].sort(compareText)) {
    if (isTold(key)) continue
    const [one, other] = [own(before, key), own(after, key)]
    if (one === undefined) differences.push(`"${key}" is new`)
    else if (other === undefined) differences.push(`"${key}" is gone`)
    else {
      const fields = differing(one as Fields, other as Fields).filter(counts)
      if (fields.length > 0) differences.push(`"${key}" differs in ${fields.join(', ')}`)
    }
  }
  return differences
}

const own = (block: Block, key: string): object | undefined =>
  Object.hasOwn(block, key) ? block[key] : undefined

const differing = (one: Fields, other: Fields): readonly string[] =>
  [...new Set([...Object.keys(one), ...Object.keys(other)])].filter(
    field => !isSame(one[field], other[field]),
  )

export const isSame = (one: unknown, other: unknown): boolean => spelled(one) === spelled(other)

/** A map is the same whatever the order of its keys. */
const spelled = (value: unknown): string | undefined =>
  JSON.stringify(value, (_key, part) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => compareText(a, b)))
      : part,
  )
