import type { Difference } from '../difference.ts'

export interface DifferenceReporterOptions {
  /** ANSI colours. */
  readonly colour: boolean
  /** Terminal columns. */
  readonly width: number
  readonly tool: { readonly name: string; readonly version: string }
}

export interface DifferenceReporter {
  readonly name: string
  /** Who it is for, in a few words. */
  readonly describes: string
  /** The whole report as text, ending in a newline. Pure; never throws. */
  readonly render: (difference: Difference, options: DifferenceReporterOptions) => string
}
