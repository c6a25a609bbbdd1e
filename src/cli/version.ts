import manifest from '../../package.json' with { type: 'json' }

export const name = 'build-feed'
export const version: string = manifest.version

/** What is published. */
export const published: {
  readonly version: string
  readonly repository?: string | { readonly url?: string }
} = manifest

declare const BUILD: string | undefined
/** This very state of the program: its cache is of no use to another. Set by scripts/bundle.js. */
export const program = `${name} ${version} ${typeof BUILD === 'undefined' ? 'source' : BUILD}`
