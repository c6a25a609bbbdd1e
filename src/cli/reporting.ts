/** What it takes to say what was found, behind one lazy import: no rules, and nothing that reads or judges. */

export { progressLine } from '../report/progress.ts'
export { repairText } from '../report/repairs.ts'
export { stepOutputs } from '../report/step-outputs.ts'
export { append } from '../write/append.ts'
export { checkAgain } from './check-again.ts'
export { foundIn, foundInFiles } from './found-in.ts'
export { targetsOf } from './parties.ts'
export { isProduct, orderOf, printReport, reporterOf } from './print-report.ts'
