/** What was measured, and where to point when it is not as it should be. */

import type { Finding, Place } from '../diagnostic.ts'
import type { WrittenEpisode, WrittenShow } from '../fields/index.ts'
import type { Audio, Picture } from '../measured.ts'
import type { Disagreement, ImageFacts } from '../model.ts'
import type { Entry } from '../project.ts'
import { saysNothing } from '../units/blank.ts'
import {
  audioPlace,
  type Evidence,
  eachEntry,
  type Found,
  type Item,
  type OneEntry,
  oncePerEvidence,
  type ShowEvidence,
  shownPath,
} from './evidence.ts'

export interface MeasuredAudio {
  readonly item: Item
  readonly audio: Audio
  readonly facts: Audio['facts']
  /** What a command takes: the path as a person opens it, or the address. */
  readonly file: string
  /** Asked for when there is something to say: to find it, a file's front matter may have to be read once more. */
  readonly at: () => Place
}

/** The audio that was measured now: what the lock remembers was judged when it was published, and what a feed states was not measured. */
export const audioIn = oncePerEvidence((evidence: Evidence): readonly MeasuredAudio[] =>
  evidence.items.flatMap(item => audioOf(item, evidence) ?? []),
)

const audioOf = (item: Item, evidence: ShowEvidence): MeasuredAudio | undefined => {
  const { audio } = item.recording
  if (audio === undefined || audio.from === 'lock' || audio.from === 'feed' || isAside(item, evidence))
    return undefined
  const file = audio.from === 'web' ? (audio.url ?? audio.path) : shownPath(item.entry, audio.path)
  return { item, audio, facts: audio.facts, file, at: () => audioPlace(item) }
}

/** A finding for the audio file of an episode, if it was measured now. */
export const eachAudio = (find: (measured: MeasuredAudio) => Iterable<Finding>) =>
  function* (item: Item, evidence: ShowEvidence): Iterable<Found> {
    const measured = audioOf(item, evidence)
    if (measured !== undefined) yield* about(measured.file, find(measured))
  }

export interface MeasuredPicture {
  readonly entry: Entry<WrittenEpisode> | Entry<WrittenShow>
  readonly isShow: boolean
  readonly picture: Picture
  readonly facts: ImageFacts
  /** The path as a person opens it. */
  readonly file: string
  readonly place: Place
}

/** A finding for the artwork of the show, and for that of an episode. */
export const eachPicture = (find: (seen: MeasuredPicture) => Iterable<Finding>) =>
  eachPublished(ofPicture(find))

/** A finding for the artwork of the one that is asked about. */
export const ofPicture = (find: (seen: MeasuredPicture) => Iterable<Finding>) =>
  function* ({ entry, item }: OneEntry, evidence: ShowEvidence): Iterable<Found> {
    const picture = item === undefined ? evidence.project.picture : item.recording.picture
    if (picture === undefined) return
    const file = shownPath(entry, picture.path)
    const place = saysNothing(entry.raw.image) ? { file } : entry.at('image')
    yield* about(
      file,
      find({ entry, isShow: item === undefined, picture, facts: picture.facts, file, place }),
    )
  }

function* about(file: string, findings: Iterable<Finding>): Iterable<Found> {
  for (const finding of findings) yield { ...finding, about: file }
}

/** Of an entry that publishes something: the show's, and those of episodes that are in the feed or will be. */
export const eachPublished = (find: (one: OneEntry, evidence: ShowEvidence) => Iterable<Found>) =>
  eachEntry((one, evidence) =>
    one.item !== undefined && isAside(one.item, evidence) ? [] : find(one, evidence),
  )

/** A draft's files are not ready, and those of an episode beyond the limit are in no feed any more. */
export const isAside = (item: Item, evidence: Pick<ShowEvidence, 'drafts'>): boolean =>
  item.held === 'limit' || (item.held === 'draft' && !evidence.drafts)

/** The worst first. One file gets one finding: what repairs the worst repairs, or shows, the others. */
const WORST: readonly Disagreement['kind'][] = [
  'truncated',
  'hole',
  'joined',
  'header-lies',
  'leading-garbage',
  'inner-garbage',
  'trailing-garbage',
]

/** What is most wrong with the bytes of an audio file, if anything that a listener could notice is. */
export const worstOf = ({ disagreements = [] }: Audio['facts']): Disagreement | undefined =>
  WORST.flatMap(kind => disagreements.filter(one => one.kind === kind)).find(isNoticeable)

/** Seconds by which a player may show a wrong length before anybody notices. */
export const NOTICEABLE = 1

const isNoticeable = ({ kind, claimed, found }: Disagreement): boolean =>
  !['truncated', 'header-lies'].includes(kind) ||
  claimed === undefined ||
  found === undefined ||
  Math.abs(claimed - found) >= NOTICEABLE
