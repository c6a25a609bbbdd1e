/** A difference as people are told it: by effect, then by episode; what is the same in many episodes, once. */

import { diffEpisodes } from '../../limits.ts'
import { counted } from '../../report/counts.ts'
import type { Change } from '../change.ts'
import type { Difference } from '../difference.ts'
import { type Effect, effects } from '../effect.ts'
import type { StateEpisode } from '../state.ts'

export interface Section {
  readonly effect: Effect
  readonly heading: string
  /** No more than there is room for. */
  readonly entries: readonly Entry[]
  /** How many episodes are not among them. */
  readonly left: number
}

export interface Entry {
  /** Undefined: the show. Several: the changes are the same in all of them. */
  readonly episodes: readonly StateEpisode[] | undefined
  readonly changes: readonly Change[]
}

export const sectionsOf = ({ changes }: Difference): readonly Section[] =>
  effects.flatMap(effect => {
    const found = changes.filter(change => change.effect === effect)
    if (found.length === 0) return []
    const entries = entriesOf(found)
    const shown = entries.slice(0, diffEpisodes)
    const told = new Set(shown.flatMap(({ episodes = [] }) => episodes))
    const left = entries.slice(diffEpisodes).flatMap(({ episodes = [] }) => episodes)
    return [
      {
        effect,
        heading: HEADINGS[effect](subjectOf(found)),
        entries: shown,
        left: new Set(left.filter(episode => !told.has(episode))).size,
      },
    ]
  })

/** As many episodes of one kind are told together. */
const many = 3

const entriesOf = (changes: readonly Change[]): readonly Entry[] => {
  const ofShow = changes.filter(({ episode }) => episode === undefined)
  const kinds = new Map<string, Change[]>()
  for (const change of changes) {
    if (change.episode === undefined || change.kind === undefined) continue
    const key = `${change.what}\0${change.kind}`
    const alike = kinds.get(key)
    if (alike) alike.push(change)
    else kinds.set(key, [change])
  }
  const together = [...kinds.values()].filter(all => all.length >= many)
  const told = new Set(together.flat())
  const alone = new Map<StateEpisode, Change[]>()
  for (const change of changes) {
    if (change.episode === undefined || told.has(change)) continue
    const own = alone.get(change.episode)
    if (own) own.push(change)
    else alone.set(change.episode, [change])
  }
  return [
    ...(ofShow.length === 0 ? [] : [{ episodes: undefined, changes: ofShow }]),
    ...together.map(all => ({ episodes: all.map(({ episode }) => episode!), changes: [all[0]!] })),
    ...[...alone].map(([episode, own]) => ({ episodes: [episode], changes: own })),
  ]
}

interface Subject {
  /** `3 episodes`; empty when it is about the show alone. */
  readonly episodes: string
  readonly isOfShow: boolean
}

const subjectOf = (changes: readonly Change[]): Subject => {
  const episodes = new Set(changes.flatMap(({ episode }) => episode ?? []))
  return {
    episodes: episodes.size === 0 ? '' : counted(episodes.size, 'episode'),
    isOfShow: changes.some(({ episode }) => episode === undefined),
  }
}

const both = ({ episodes, isOfShow }: Subject): string =>
  [isOfShow ? 'the show' : '', episodes].filter(Boolean).join(' and ')

const HEADINGS: Readonly<Record<Effect, (subject: Subject) => string>> = {
  'downloads-again': ({ episodes }) => `Subscribers download ${episodes} again`,
  lost: ({ episodes }) => `Subscribers lose ${episodes}`,
  replaced: ({ episodes }) => `Subscribers see the recording of ${episodes} replaced`,
  moved: ({ episodes }) => `Subscribers see ${episodes} in another place`,
  reads: subject => `Subscribers read something else of ${both(subject)}`,
  'finds-again': () => 'Apps and directories have to find the show again',
  new: ({ episodes }) => `New: ${episodes}`,
  unnoticed: () => 'Not noticed by subscribers',
}
