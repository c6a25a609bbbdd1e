/**
 * What a build needs beyond finding that nothing has changed, behind one lazy import. In what is shipped it is one file with
 * the work of all other commands: see scripts/bundle.js.
 */

export { buildResult } from '../build.ts'
export { progressLine } from '../report/progress.ts'
export { acceptedOf } from './accepted.ts'
export { foundIn } from './found-in.ts'
export { partiesOf } from './parties.ts'
export { isProduct, printReport, reporterOf } from './print-report.ts'
