/** Proves that what is live is what was built, and then tells those who tell others. */

export { type BuiltFeed, builtFeed, type NamedFile } from './built-feed.ts'
export { type Difference, type Live, type Looked, lookAtFeed } from './live-feed.ts'
export { type Fault, type FileFault, lookAtFiles, sampleOf } from './live-files.ts'
export { secretNames } from './services/index.ts'
export { type Told, tell } from './tell.ts'
