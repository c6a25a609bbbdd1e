import type { RuleLabel } from '../diagnostic.ts'
import { type Party, type Reaction, targetNames } from '../targets.ts'
import { listed } from '../units/text.ts'
import { counted } from './counts.ts'
import type { ShowReport } from './reporter.ts'

const NAMES: Readonly<Record<Party, string>> = {
  apple: 'Apple',
  spotify: 'Spotify',
  youtube: 'YouTube',
  amazon: 'Amazon',
  podcastindex: 'Podcast Index',
  psp1: 'PSP-1',
  w3c: 'the W3C validator',
  apps: 'some apps',
}

/** As the directory calls itself, where a podcaster submits to it. */
const SHOPS: Readonly<Record<Party, string>> = {
  ...NAMES,
  apple: 'Apple Podcasts',
  amazon: 'Amazon Music',
  w3c: 'W3C validator',
}

const VERBS: Readonly<Record<Reaction, readonly [one: string, many: string]>> = {
  refuses: ['refuses this', 'refuse this'],
  requires: ['does not allow this', 'do not allow this'],
  ignores: ['ignores it', 'ignore it'],
  advises: ['advises against it', 'advise against it'],
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

/** `Apple and Spotify refuse this · PSP-1 advises against it`. Empty when nobody outside asks. */
export const whoAsks = (rule: Pick<RuleLabel, 'askedBy'> | undefined): string =>
  (Object.keys(VERBS) as Reaction[])
    .map(reaction => {
      const parties = targetNames.filter(party => rule?.askedBy?.[party] === reaction)
      const isOne = parties.length === 1 && parties[0] !== 'apps'
      return parties.length === 0
        ? ''
        : capital(`${listed(parties.map(party => NAMES[party]))} ${VERBS[reaction][isOne ? 0 : 1]}`)
    })
    .filter(Boolean)
    .join(' · ')

/** What stands between a show and one directory. */
export interface Readiness {
  readonly directory: string
  /** Things in the way. 0: ready. */
  readonly inTheWay: number
}

/** `Apple Podcasts: ready`, `Spotify: 2 things in the way` */
export const readinessText = ({ directory, inTheWay }: Readiness): string =>
  `${directory}: ${inTheWay === 0 ? 'ready' : `${counted(inTheWay, 'thing')} in the way`}`

/** In a fixed order, whatever order they were counted in. */
export const readiness = (show: ShowReport): readonly Readiness[] =>
  targetNames.flatMap(party => {
    const inTheWay = show.ready[party]
    return inTheWay === undefined ? [] : [{ directory: SHOPS[party], inTheWay: inTheWay.length }]
  })
