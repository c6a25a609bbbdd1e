import { compact } from './compact.ts'
import { github } from './github.ts'
import { json } from './json.ts'
import { junit } from './junit.ts'
import { pretty } from './pretty.ts'
import type { Reporter } from './reporter.ts'
import { sarif } from './sarif.ts'

/** To add a reporter is to add a file and a line here. */
const all = [pretty, compact, json, github, sarif, junit] as const satisfies readonly Reporter[]

/** Every reporter by the name that `--reporter` takes. */
export const reporters: ReadonlyMap<string, Reporter> = new Map(
  all.map(reporter => [reporter.name, reporter]),
)

export { explain, familiesOf, listRules } from './explain.ts'
export { jobSummary } from './job-summary.ts'
export { progressLine } from './progress.ts'
export { directories, readyOf } from './ready.ts'
export { repairText } from './repairs.ts'
export type { Report, Reporter, ReporterOptions, ShowReport } from './reporter.ts'
export { summarise } from './summary.ts'
