import { grouped } from '../units/amount.ts'
import { formatClock } from '../units/duration.ts'
import { acceptOf } from './accept.ts'
import { prefixesOf, type Relation, relationOf, servingHost } from './address.ts'
import type { Change } from './change.ts'
import type { Effect } from './effect.ts'
import { type Comparing, fieldChanges } from './field-changes.ts'
import { audioOf, descriptionOf, durationOf, notesOf, textOf } from './parts.ts'
import { proseChange } from './prose-change.ts'
import type { StateEpisode } from './state.ts'
import { subtitleMissed } from './subtitle-change.ts'
import { summaryChange } from './summary-change.ts'

export const episodeChanges = (before: StateEpisode, after: StateEpisode): readonly Change[] =>
  [
    ...guidChange(before, after),
    ...recordingChanges(before, after),
    ...fieldChanges(before.fields, after.fields, ofEpisode)
      // Of another guid it says nothing, and of none.
      .filter(({ what }) => what !== 'isPermaLink' || haveOneGuid(before, after))
      .map(subtitleMissed(before.fields)),
    ...shownTitle(before, after),
    ...notesChanges(before, after),
  ].map(change => ({ ...change, episode: after }))

const ofEpisode: Comparing = {
  // Compared by themselves; and what nobody reads of an episode in the feed.
  without: new Set(['guid', 'audio', 'duration', 'content', 'description', 'summary', 'itunesTitle']),
  effects: {
    date: 'moved',
    block: 'lost',
    alternateEnclosures: 'replaced',
    ...Object.fromEntries(
      ['keywords', 'txt', 'comments', 'source', 'spotifyLimit', 'isPermaLink'].map(
        key => [key, 'unnoticed'] as const,
      ),
    ),
  },
  // A file of the chapters that were in the feed says the same to more apps.
  quietlyAdded: new Set(['link', 'explicit', 'episodeType', 'author', 'image', 'chapters.url']),
}

/** Both say it: of an item without one, the address of the recording stands for it. */
const haveOneGuid = (before: StateEpisode, after: StateEpisode): boolean =>
  before.guid === after.guid && [before, after].every(({ fields }) => textOf(fields.guid) !== '')

const guidChange = (before: StateEpisode, after: StateEpisode): readonly Change[] =>
  before.guid === after.guid
    ? []
    : [
        {
          effect: 'downloads-again',
          what: 'guid',
          before: before.guid,
          after: after.guid,
          accept: acceptOf('guid', after),
        },
      ]

/** Apple shows it instead of the title; many feeds say the title twice. */
const shownTitle = (before: StateEpisode, after: StateEpisode): readonly Change[] => {
  const [was, is] = [before, after].map(({ fields }) => textOf(fields.itunesTitle) || textOf(fields.title))
  return was === is || (was === textOf(before.fields.title) && is === textOf(after.fields.title))
    ? []
    : [{ effect: 'reads', what: 'itunesTitle', before: was!, after: is! }]
}

// ----------------------------------------------------------------------------------------------- the recording

/** Seconds: some hosts cut the fraction off, others round. */
const rounding = 1

const recordingChanges = (before: StateEpisode, after: StateEpisode): readonly Change[] => {
  const [one, other] = [audioOf(before), audioOf(after)]
  if (one === undefined || other === undefined) return []
  const relation = relationOf(one.url, other.url)
  const length = lengthChange(before, after, isOneAddress[relation])
  return [
    ...addressChange(one.url, other.url, relation),
    ...length,
    ...typeChange(one.type, other.type),
    ...durationChange(before, after),
  ]
}

/** Whether an app that knows the old address finds the recording there. */
const isOneAddress: Readonly<Record<Relation, boolean>> = {
  same: true,
  prefix: true,
  scheme: true,
  query: false,
  host: false,
  other: false,
}

const addressChange = (before: string, after: string, relation: Relation): readonly Change[] => {
  if (relation === 'same') return []
  const said = ADDRESS[relation]
  return [
    {
      effect: said.effect,
      what: 'audio.url',
      before,
      after,
      ...(said.remark === undefined ? {} : { remark: said.remark }),
      kind:
        relation === 'prefix'
          ? `prefix\0${prefixesOf(before)}\0${prefixesOf(after)}`
          : `${relation}\0${servingHost(before)}\0${servingHost(after)}`,
    },
  ]
}

const ADDRESS: Readonly<Record<Exclude<Relation, 'same'>, { effect: Effect; remark?: string }>> = {
  prefix: { effect: 'unnoticed', remark: 'the same address, behind other prefixes that count downloads' },
  scheme: { effect: 'unnoticed', remark: 'the same address by http or https' },
  query: { effect: 'replaced', remark: 'only what follows the question mark differs' },
  host: { effect: 'replaced', remark: 'the same path on another host' },
  other: { effect: 'replaced' },
}

/**
 * Of bytes. Under one address, another recording when its duration does not say that it is the same: tags, and advertisements that
 * a host puts in, change the bytes of a recording that stays what it is.
 */
const lengthChange = (before: StateEpisode, after: StateEpisode, isOne: boolean): readonly Change[] => {
  const [was, is] = [audioOf(before)?.length ?? 0, audioOf(after)?.length ?? 0]
  if (was === is) return []
  const told = { what: 'audio.length', before: bytes(was), after: bytes(is) }
  // Who does not know the length of a file writes 0, or 1.
  if (was < 2 || is < 2)
    return [{ ...told, effect: 'unnoticed', remark: 'one of them does not say it', kind: 'unsaid' }]
  const [one, other] = [durationOf(before), durationOf(after)]
  const isSame = one !== undefined && other !== undefined && Math.abs(one - other) <= rounding
  return [
    {
      ...told,
      effect: 'replaced',
      ...(isSame ? { remark: 'the duration is the same' } : {}),
      ...(isSame ? { kind: 'length' } : {}),
      ...(isOne && !isSame
        ? {
            accept: acceptOf('audio', after),
            remark: 'another recording under a known address: many apps go on playing the old one',
          }
        : {}),
    },
  ]
}

const bytes = (length: number): string => `${grouped(length)} bytes`

/** Names of one thing. */
const mediaType = (type: string): string =>
  type
    .toLowerCase()
    .replace(/^audio\/(?:mp3|x-mp3|mpeg3|x-mpeg)$/, 'audio/mpeg')
    .replace(/^audio\/(?:m4a|mp4|aac|x-aac|mp4a-latm)$/, 'audio/x-m4a')

const typeChange = (before: string, after: string): readonly Change[] =>
  before === after
    ? []
    : [
        {
          effect:
            mediaType(before) === mediaType(after) || before === '' || after === ''
              ? 'unnoticed'
              : 'replaced',
          what: 'audio.type',
          ...(before === '' ? {} : { before }),
          ...(after === '' ? {} : { after }),
          kind: `${before}\0${after}`,
        },
      ]

const durationChange = (before: StateEpisode, after: StateEpisode): readonly Change[] => {
  const [was, is] = [durationOf(before), durationOf(after)]
  if (was === is) return []
  const told = {
    what: 'duration',
    ...(was === undefined ? {} : { before: formatClock(was) }),
    ...(is === undefined ? {} : { after: formatClock(is) }),
  }
  if (was === undefined) return [{ ...told, effect: 'unnoticed', remark: 'added', kind: 'added' }]
  if (is === undefined) return [{ ...told, effect: 'reads', remark: 'no longer said', kind: 'unsaid' }]
  return Math.abs(was - is) <= rounding
    ? [{ ...told, effect: 'unnoticed', remark: 'rounded otherwise', kind: 'rounding' }]
    : [{ ...told, effect: 'replaced' }]
}

// --------------------------------------------------------------------------------------------------- the notes

/** An app shows the notes, or the description where it does not read them: where both are the same text, it is told once. */
const notesChanges = (before: StateEpisode, after: StateEpisode): readonly Change[] => {
  const notes = proseChange('notes', notesOf(before), notesOf(after))
  const [was, is] = [descriptionOf(before), descriptionOf(after)]
  const isTold = was === notesOf(before) && is === notesOf(after)
  return [
    ...notes,
    ...(isTold ? [] : proseChange('description', was, is)),
    ...summaryChange(before.fields, after.fields),
  ]
}
