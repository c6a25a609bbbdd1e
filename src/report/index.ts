import { compact } from './compact.ts'
import { pretty } from './pretty.ts'
import type { Reporter } from './reporter.ts'

/** To add a reporter is to add a file and a line here. */
const all = [pretty, compact] as const satisfies readonly Reporter[]

/** Every reporter by the name that `--reporter` takes. */
export const reporters: ReadonlyMap<string, Reporter> = new Map(
  all.map(reporter => [reporter.name, reporter]),
)

export type { Report, Reporter, ReporterOptions, ShowReport } from './reporter.ts'
