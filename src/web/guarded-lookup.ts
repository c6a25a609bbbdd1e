import { lookup } from 'node:dns/promises'
import type { LookupFunction } from 'node:net'
import { isMetadata, isPublic } from '../units/public-address.ts'
import { WebFailure } from './transport.ts'

export interface Address {
  readonly address: string
  readonly family: 4 | 6
}

/** All addresses of a name. */
export type Resolve = (host: string) => Promise<readonly Address[]>

export const systemResolve: Resolve = async host =>
  (await lookup(host, { all: true })).map(({ address, family }) => ({
    address,
    family: family === 6 ? 6 : 4,
  }))

/** `allowPrivate`: whether addresses of the home or company network may be asked. */
export const isRefused = (address: string, allowPrivate: boolean): boolean =>
  allowPrivate ? isMetadata(address) : !isPublic(address)

/**
 * For `net.connect`, which connects to what it gets from here and asks nobody again: the address that was checked is the
 * address that is used, so a name that answers differently the second time gains nothing.
 */
export const guardedLookup =
  (resolve: Resolve, allowPrivate: boolean): LookupFunction =>
  (host, options, callback) => {
    resolve(host).then(
      found => {
        const [first] = found
        const refused = found.find(({ address }) => isRefused(address, allowPrivate))
        if (refused !== undefined)
          callback(new WebFailure({ kind: 'refused-address', host, address: refused.address }), '')
        else if (first === undefined)
          callback(Object.assign(new Error('no address'), { code: 'ENOTFOUND' }), '')
        else if (options.all) callback(null, [...found])
        else callback(null, first.address, first.family)
      },
      (error: NodeJS.ErrnoException) => callback(error, ''),
    )
  }
