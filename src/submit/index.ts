/** Where a show is listed, where it can be, and what is in the way. */

export { directories, directoryOf } from './directories.ts'
export type { Directory, Proof } from './directory.ts'
export { byHandText, type Change, editShow } from './edit-show.ts'
export { type Standing, type Submitted, standings } from './standing.ts'
