/**
 * Everything that does the work, behind one lazy import. The bundler makes a file of its own for what two lazy imports share,
 * and for what any three share, and so on: with a dozen of them a build would open forty files, at a millisecond each.
 */

export { buildAndTell } from '../build.ts'
export { progressLine } from '../report/progress.ts'
export { acceptedOf } from './accepted.ts'
export { foundIn } from './found-in.ts'
export { partiesOf } from './parties.ts'
export { isProduct, printReport, reporterOf } from './print-report.ts'
export { runExplain } from './run-explain.ts'
export { runInit } from './run-init.ts'
export { runNew } from './run-new.ts'
export { runSchema } from './run-schema.ts'
export { runValidate } from './run-validate.ts'
