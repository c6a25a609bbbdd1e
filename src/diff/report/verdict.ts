/** What a difference comes to, in a few sentences. */

import { counted } from '../../report/counts.ts'
import { quoted } from '../../units/shell.ts'
import { formsOf, isRefused } from '../accept.ts'
import type { Difference } from '../difference.ts'
import type { Effect } from '../effect.ts'

export interface Verdict {
  /** Whether a build takes it as it is. */
  readonly isGood: boolean
  readonly sentences: readonly string[]
  /** What has to be accepted for the rest: `--accept guid:002`, each once. */
  readonly accepts: readonly string[]
}

/** So many are named one by one. */
const few = 3

export const verdictOf = ({ after, changes }: Difference): Verdict => {
  const has = (effect: Effect): boolean => changes.some(change => change.effect === effect)
  const refused = changes.filter(isRefused)
  const accepted = changes.filter(change => change.isAccepted)
  const isQuiet = changes.every(({ effect }) => effect === 'unnoticed' || effect === 'new')
  const known = after.episodes.length - changes.filter(({ effect }) => effect === 'new').length
  return {
    isGood: refused.length === 0,
    sentences: [
      ...(isQuiet ? [quietly(known)] : []),
      ...(!isQuiet && !has('downloads-again') && !has('lost')
        ? ['Nobody downloads an episode again, and nobody loses one.']
        : []),
      ...(accepted.length > 0 ? [`${counted(accepted.length, 'change')} accepted.`] : []),
      ...(refused.length > 0
        ? [
            `${counted(refused.length, 'change')} that a build refuses until ${refused.length === 1 ? 'it is' : 'they are'} accepted.`,
          ]
        : []),
      ...(has('lost') && !has('downloads-again') && accepted.length + refused.length === 0
        ? ['A build takes it as it is.']
        : []),
    ],
    accepts: acceptsOf(refused.map(change => formsOf(change)[0]!)),
  }
}

/** `known`: episodes of both feeds. */
const quietly = (known: number): string =>
  known === 0
    ? 'No episode was there that anybody could miss.'
    : `Nobody notices anything of the ${counted(known, 'episode')} that ${known === 1 ? 'was' : 'were'} there.`

const acceptsOf = (forms: readonly string[]): readonly string[] => {
  const byKind = new Map<string, string[]>()
  for (const form of new Set(forms)) {
    const kind = form.replace(/:.*/s, '')
    byKind.set(kind, [...(byKind.get(kind) ?? []), form])
  }
  return [...byKind].flatMap(([kind, all]) =>
    (all.length > few ? [`${kind}:*`] : all).map(form => `--accept ${quoted(form)}`),
  )
}
