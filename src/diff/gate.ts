/** A build, held against a feed that is there: what subscribers of that would suffer stops it, until it is accepted. */

import { isAccepted } from '../check/history/history.ts'
import acceptUnused from '../check/rules/history/accept-unused.ts'
import type { Diagnostic, Place } from '../diagnostic.ts'
import { inFolder } from '../units/file-name.ts'
import { quoted } from '../units/shell.ts'
import { formsOf } from './accept.ts'
import type { Change } from './change.ts'
import { type Difference, differenceOf } from './difference.ts'
import { type MadeShow, madeState } from './made-state.ts'
import { refusals } from './refusals.ts'
import type { State } from './state.ts'

export interface Gated {
  /** What was found before, but for what is said of an `--accept` that this comparison needs, and what is refused. */
  readonly diagnostics: readonly Diagnostic[]
  readonly difference: Difference | undefined
}

interface Passing extends MadeShow {
  /** Every file with front matter, as messages name it: the show's first. */
  readonly files: readonly string[]
  readonly accepted: readonly string[]
  /** The command of this build with more options; undefined where it is not known. */
  readonly again: ((words: string) => string) | undefined
  /** What was found of the show by itself. */
  readonly diagnostics: readonly Diagnostic[]
}

export const gate = (before: State, made: Passing): Gated => {
  const { diagnostics, accepted, files, name } = made
  const after = madeState(made)
  if ('problems' in after) return { diagnostics: [...diagnostics, ...after.problems], difference: undefined }
  const difference = differenceOf(before, after.state, accepted)
  const paths = new Map(made.podcast.releases.map(({ stem, path }) => [stem, path]))
  const placeOf = ({ episode, effect }: Change): Place => {
    if (episode === undefined) return { file: files[0] ?? name }
    const path = effect === 'lost' ? undefined : paths.get(episode.name)
    return path === undefined ? episode.place : { file: inFolder(name, path) }
  }
  return {
    difference,
    diagnostics: [
      ...diagnostics.filter(found => !isUsed(found, accepted, difference)),
      ...refusals(difference, { placeOf, again: made.again }),
    ],
  }
}

/** What fits no change against the lock may fit one against this feed. */
const isUsed = (found: Diagnostic, accepted: readonly string[], { changes }: Difference): boolean =>
  isAboutAccept(found) &&
  accepted.some(
    written =>
      found.message.startsWith(`\`--accept ${quoted(written)}\` `) &&
      changes.some(change => formsOf(change).some(accept => isAccepted({ accept }, [written]))),
  )

/** Whether it is said of an `--accept`: before the comparison it is not known whether that is needed. */
export const isAboutAccept = ({ rule }: Diagnostic): boolean => rule === acceptUnused.id
