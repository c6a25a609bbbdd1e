/** What a step of a workflow hands on to the next ones: https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands#setting-an-output-parameter */

import type { Diagnostic } from '../diagnostic.ts'
import { countOf } from '../diagnostic.ts'
import type { Instant } from '../model.ts'

/** Of one show. */
export interface Step {
  /** The file, where there is one now. */
  readonly feed?: string | undefined
  /** In the feed; without a feed, that there are. */
  readonly episodes: number
  readonly diagnostics: readonly Diagnostic[]
  /** Whether subscribers get something else than before. */
  readonly isChanged: boolean
  /** When the next episode goes live. */
  readonly due?: Instant | undefined
}

/** Of all shows of a run: numbers are sums, files stand one a line, and the next episode is the next of all. */
export const stepOutputs = (shows: readonly Step[]): string => {
  const sum = (count: (show: Step) => number): number => shows.reduce((all, show) => all + count(show), 0)
  const due = shows.flatMap(show => show.due ?? []).sort((a, b) => a - b)[0]
  return [
    output('feed', shows.flatMap(({ feed }) => feed ?? []).join('\n')),
    output('episodes', `${sum(({ episodes }) => episodes)}`),
    output('errors', `${sum(({ diagnostics }) => countOf(diagnostics, 'error'))}`),
    output('warnings', `${sum(({ diagnostics }) => countOf(diagnostics, 'warning'))}`),
    output('changed', `${shows.some(({ isChanged }) => isChanged)}`),
    output('next-due', due === undefined ? '' : new Date(due).toISOString()),
  ].join('')
}

/** A value may come from a stranger, and have lines that look like the end of it. */
const output = (name: string, value: string): string => {
  const lines = new Set(value.split(/\r\n|\r|\n/))
  let end = 'END'
  while (lines.has(end)) end += '_'
  return `${name}<<${end}\n${value}\n${end}\n`
}
