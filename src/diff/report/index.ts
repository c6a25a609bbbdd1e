import { json } from './json.ts'
import { markdown } from './markdown.ts'
import { pretty } from './pretty.ts'
import type { DifferenceReporter } from './reporter.ts'

/** Every reporter of a difference, in the order of the help. To add one is to add a file and a line here. */
export const differenceReporters: readonly DifferenceReporter[] = [pretty, json, markdown]
