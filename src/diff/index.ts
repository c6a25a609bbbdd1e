/** Two feeds, compared by what it does to those who subscribe. */

export { formsOf, isRefused } from './accept.ts'
export type { Change } from './change.ts'
export { type Difference, differenceOf } from './difference.ts'
export { type Effect, effects } from './effect.ts'
export { type Gated, gate, isAboutAccept } from './gate.ts'
export { type MadeShow, madeState } from './made-state.ts'
export { type ReadState, readState } from './read-state.ts'
export { refusals } from './refusals.ts'
export { differenceReporters } from './report/index.ts'
export type { DifferenceReporter } from './report/reporter.ts'
export type { State, StateEpisode } from './state.ts'
export { wordDifference } from './word-difference.ts'
