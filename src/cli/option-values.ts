/** What some options take, for help. Lists of texts only: in what is shipped they are written out, see scripts/bundle.js. */

import { differenceReporters } from '../diff/report/index.ts'
import { reporters } from '../report/index.ts'

export { acceptForms } from '../check/history/accept.ts'
export { targetNames } from '../targets.ts'

export const reporterNames = reporters.map(({ name }) => name)
export const differenceReporterNames = differenceReporters.map(({ name }) => name)
