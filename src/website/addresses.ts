/** Where a page leads. Links between the pages name files, so that they work from a disk too. */

import { encodePath, pathBelow } from '../units/url.ts'

export interface Addresses {
  /** From the page back to the output folder: `../`; of a page that is found at any address, the folder's path on its host. */
  readonly root: string
  /** A file of the output. */
  readonly to: (path: string) => string
  /** An absolute address: relative where the output folder has it. */
  readonly of: (url: string) => string
}

/** `path`: of the page, inside the output folder. */
export const addressesFrom = (path: string, base: string): Addresses =>
  addresses('../'.repeat(path.split('/').length - 1), base)

/** Of a page that a host shows at every address that it does not know. */
export const addressesAnywhere = (base: string): Addresses => addresses(new URL(base).pathname, base)

const addresses = (root: string, base: string): Addresses => {
  const { origin } = new URL(base)
  const to = (path: string): string => root + encodePath(path)
  return {
    root,
    to,
    of: url => {
      // Of most it is seen without reading them.
      if (!url.startsWith(origin)) return url
      const path = /[?#]/.test(url) ? undefined : pathBelow(base, url)
      return path === undefined ? url : to(path)
    },
  }
}
