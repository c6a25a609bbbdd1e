import { safeJson } from '../../report/json.ts'
import { isRefused } from '../accept.ts'
import { type Effect, effects } from '../effect.ts'
import type { State } from '../state.ts'
import { type Words, wordDifference } from '../word-difference.ts'
import { printable } from './printable.ts'
import type { DifferenceReporter } from './reporter.ts'

/**
 * What `diff --reporter json` prints: promised to programs, described by docs/diff.schema.json. Fields are only ever added; a field
 * that changes its meaning or goes away raises `version`.
 */
export interface JsonDifference {
  readonly version: 1
  readonly tool: { readonly name: string; readonly version: string }
  readonly before: JsonState
  readonly after: JsonState
  readonly summary: {
    /** What a build refuses until it is accepted. */
    readonly refused: number
    /** How many changes there are of each kind. */
    readonly changes: Readonly<Record<Effect, number>>
  }
  readonly changes: readonly {
    readonly effect: Effect
    readonly what: string
    /** Missing when it is about the show. */
    readonly episode?: { readonly name: string; readonly guid: string; readonly title: string }
    readonly before?: string
    readonly after?: string
    /** Of texts that people read: the two, word by word. */
    readonly words?: readonly Words[]
    readonly remark?: string
    readonly accept?: string
    readonly accepted?: boolean
  }[]
}

interface JsonState {
  readonly name: string
  readonly title: string
  readonly episodes: number
  readonly skipped: number
}

const stateShape = ({ name, title, episodes, skipped }: State): JsonState => ({
  name,
  title,
  episodes: episodes.length,
  skipped,
})

export const json: DifferenceReporter = {
  name: 'json',
  describes: 'for programs, as docs/diff.schema.json describes',
  render: (given, { tool }) => {
    const { before, after, changes } = printable(given)
    const count = (effect: Effect): number => changes.filter(change => change.effect === effect).length
    return safeJson({
      version: 1,
      tool: { name: tool.name, version: tool.version },
      before: stateShape(before),
      after: stateShape(after),
      summary: {
        refused: changes.filter(isRefused).length,
        changes: Object.fromEntries(effects.map(effect => [effect, count(effect)])),
      },
      changes: changes.map(
        ({ effect, what, episode, before: was, after: is, isProse, remark, accept, isAccepted }) => ({
          effect,
          what,
          episode: episode && { name: episode.name, guid: episode.guid, title: episode.title },
          before: was,
          after: is,
          words: isProse && wordDifference(was ?? '', is ?? ''),
          remark,
          accept,
          accepted: isAccepted,
        }),
      ),
    } satisfies Record<keyof JsonDifference, unknown>)
  },
}
