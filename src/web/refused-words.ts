import { isMetadata } from '../units/public-address.ts'

/** Goes on after the address: `is not a public address`. `doing` is what `--allow-private` would allow: `to read it`. */
export const refusedWords = (address: string, doing: string): string =>
  isMetadata(address)
    ? `${metadataIs}; ${metadataHelp}`
    : `is not a public address; ${doing} all the same, run with --allow-private`

/** Goes on after the address. */
export const metadataIs = 'is used by machines and their cloud provider only, and may give away keys'

export const metadataHelp =
  'link-local and metadata addresses are never asked, not even with --allow-private, which is for a home or company network'
