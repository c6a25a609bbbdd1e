/**
 * What a build or a validation needs beyond finding that nothing has changed, behind one lazy import. In what is shipped it is one
 * file with the work of all other commands: see scripts/bundle.js.
 */

export { buildResult, resultOfRun, validationResult } from '../build.ts'
export { fix } from '../fix.ts'
export { placeOfShow } from '../load/index.ts'
export { rulesById } from '../rules.ts'
export { acceptedOf } from './accepted.ts'
export { differencePage, stateAgainst, summariseDifference } from './difference.ts'
export { foundInFeed } from './feeds.ts'
export { compileLater } from './short-run.ts'
