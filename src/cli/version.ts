import manifest from '../../package.json' with { type: 'json' }

export const name = 'build-feed'
export const version: string = manifest.version
