import { compact } from './compact.ts'
import { github } from './github.ts'
import { json } from './json.ts'
import { junit } from './junit.ts'
import { pretty } from './pretty.ts'
import type { Reporter } from './reporter.ts'
import { sarif } from './sarif.ts'

/** Every reporter, in the order of the help. To add one is to add a file and a line here. */
export const reporters: readonly Reporter[] = [pretty, compact, json, github, sarif, junit]

export { explain, familiesOf, listRules } from './explain.ts'
export { jobSummary } from './job-summary.ts'
export { progressLine } from './progress.ts'
export { readyOf } from './ready.ts'
export { repairText } from './repairs.ts'
export type { Report, Reporter, ReporterOptions, ShowReport } from './reporter.ts'
export { summarise } from './summary.ts'
