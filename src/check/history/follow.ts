/** Which entry of the lock is which episode's, when files were renamed or moved: told by the recording. Pure. */

import type { Instant, Lock, LockedEpisode } from '../../model.ts'
import type { Recording } from '../../project.ts'

export interface Followed {
  /** By the stems of today. Undefined when there is no lock. */
  readonly lock: Lock | undefined
  /** The stem of today, and the one that the file has. */
  readonly moves: ReadonlyMap<string, string>
  /** Episodes whose recording the lock knows from several names, or that share it with another one: nothing was decided. */
  readonly unclear: readonly { readonly recording: Recording; readonly stems: readonly string[] }[]
  /** Entries without a file, whose name another episode has taken. */
  readonly displaced: readonly (readonly [string, LockedEpisode])[]
}

export interface Following {
  readonly lock: Lock | undefined
  readonly recordings: readonly Recording[]
  readonly dateOf: (recording: Recording) => Instant | undefined
  /** The enclosure URL without prefixes. */
  readonly urlOf: (recording: Recording) => string | undefined
}

type Locked = readonly [string, LockedEpisode]
type Key<T> = (one: T) => string | undefined

/** What tells an episode, the surest first. */
const keysOf = ({ dateOf, urlOf }: Following): readonly [Key<Recording>, Key<Locked>][] => {
  const mark: Key<Recording> = ({ audio }) => audio?.fingerprint
  const withMark = (
    one: (recording: Recording) => string | number | undefined,
    other: (locked: LockedEpisode) => string | number | undefined,
  ): [Key<Recording>, Key<Locked>] => [
    recording => together(mark(recording), one(recording)),
    ([, locked]) => together(locked.fingerprint, other(locked)),
  ]
  return [
    [({ entry }) => entry.meta.guid, ([, { guid }]) => guid],
    withMark(urlOf, ({ url }) => url),
    // Of what was imported and never heard, the address is all that there is.
    [
      recording => (recording.audio?.from === 'disk' ? undefined : urlOf(recording)),
      ([, { fingerprint, url }]) => (fingerprint === undefined ? url : undefined),
    ],
    withMark(
      ({ audio }) => audio?.facts.bytes,
      ({ bytes }) => bytes,
    ),
    withMark(dateOf, ({ pubDate }) => Date.parse(pubDate)),
    [mark, ([, { fingerprint }]) => fingerprint],
  ]
}

const together = (mark: string | undefined, other: string | number | undefined): string | undefined =>
  mark === undefined || mark === '' || other === undefined ? undefined : `${mark} ${other}`

/** An episode stays with the entry of its name, unless both its recording and its date are another's. */
export const follow = (following: Following): Followed => {
  const { lock, recordings } = following
  const still: Followed = { lock, moves: new Map(), unclear: [], displaced: [] }
  if (lock === undefined) return still
  const loose = recordings.filter(recording => !stays(recording, lock, following))
  if (loose.length === 0) return still

  const looseStems = new Set(loose.map(({ entry }) => entry.stem))
  const stems = new Set(recordings.map(({ entry }) => entry.stem))
  let free = Object.entries(lock.episodes).filter(([stem]) => looseStems.has(stem) || !stems.has(stem))
  let seeking = loose.filter(mayBePublished)
  const found = new Map<string, Locked>()
  for (const [keyOf, lockedKey] of keysOf(following)) {
    const candidates = groupBy(free, lockedKey)
    for (const [key, [recording, other]] of groupBy(seeking, keyOf)) {
      const [locked, another] = candidates.get(key) ?? []
      if (recording && locked && !other && !another) found.set(recording.entry.stem, locked)
    }
    const taken = new Set([...found.values()].map(([stem]) => stem))
    free = free.filter(([stem]) => !taken.has(stem))
    seeking = seeking.filter(({ entry }) => !found.has(entry.stem))
  }
  return { ...moved(lock, stems, found), unclear: unclear(seeking, free) }
}

/** A draft has another name, and the recording of an episode that is gone: nobody gets it, so that the episode is gone all the same. */
const mayBePublished = ({ entry: { meta } }: Recording): boolean => !meta.draft || meta.guid !== undefined

const stays = (recording: Recording, lock: Lock, { dateOf }: Following): boolean => {
  const { entry, audio } = recording
  const locked = lock.episodes[entry.stem]
  if (locked === undefined) return false
  return (
    audio === undefined ||
    audio.from === 'lock' ||
    audio.fingerprint === locked.fingerprint ||
    entry.meta.guid === locked.guid ||
    dateOf(recording) === Date.parse(locked.pubDate)
  )
}

const moved = (
  lock: Lock,
  stems: ReadonlySet<string>,
  found: ReadonlyMap<string, Locked>,
): Pick<Followed, 'lock' | 'moves' | 'displaced'> => {
  const episodes: Record<string, LockedEpisode> = Object.create(null)
  const displaced: Locked[] = []
  const taken = new Set([...found.values()].map(([stem]) => stem))
  for (const [stem, [, locked]] of found) episodes[stem] = locked
  for (const [stem, locked] of Object.entries(lock.episodes)) {
    if (taken.has(stem)) continue
    if (found.has(stem)) displaced.push([stem, locked])
    else episodes[stem] = locked
  }
  const moves = [...found].flatMap(([to, [from]]) =>
    from === to || !stems.has(to) ? [] : [[to, from] as const],
  )
  return { lock: { ...lock, episodes }, moves: new Map(moves), displaced }
}

/** An episode that has an entry of its own name is no riddle: it got another recording. */
const unclear = (seeking: readonly Recording[], free: readonly Locked[]): Followed['unclear'] => {
  const known = groupBy(free, ([, { fingerprint }]) => fingerprint)
  const own = new Set(free.map(([stem]) => stem))
  return seeking.flatMap(recording => {
    const stems = (known.get(recording.audio?.fingerprint ?? '') ?? []).map(([stem]) => stem)
    return stems.length === 0 || own.has(recording.entry.stem) ? [] : [{ recording, stems }]
  })
}

const groupBy = <T>(all: readonly T[], keyOf: Key<T>): Map<string, T[]> => {
  const groups = new Map<string, T[]>()
  for (const one of all) {
    const key = keyOf(one)
    if (key === undefined) continue
    const group = groups.get(key)
    if (group) group.push(one)
    else groups.set(key, [one])
  }
  return groups
}
