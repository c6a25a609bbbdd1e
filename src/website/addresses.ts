/** Where a page leads. Links between the pages name files, so that they work from a disk too. */

import { directory, encodePath, hrefOf, pathBelow } from '../units/url.ts'

export interface Addresses {
  /** From the page back to the output folder: `../`; of a page that is found at any address, the folder's path on its host. */
  readonly root: string
  /** A file of the output. */
  readonly to: (path: string) => string
  /** An absolute address: relative where the output folder has it. */
  readonly of: (url: string) => string
}

/** From the path of a page inside the output folder. Pages at one depth have the same. */
export const addressesBelow = (base: string): ((path: string) => Addresses) => {
  const known: Addresses[] = []
  return path => {
    const depth = path.split('/').length - 1
    known[depth] ??= addresses('../'.repeat(depth), base)
    return known[depth]
  }
}

/** Of a page that a host shows at every address that it does not know. */
export const addressesAnywhere = (base: string): Addresses => addresses(new URL(base).pathname, base)

/** A path that is the same however it is read: of such addresses it is seen without reading them. */
const PLAIN = /^[\w-][\w.-]*(?:\/[\w-][\w.-]*)*$/

const addresses = (root: string, base: string): Addresses => {
  const folder = hrefOf(directory(base))
  const { origin } = new URL(folder)
  const to = (path: string): string => root + encodePath(path)
  return {
    root,
    to,
    of: url => {
      if (!url.startsWith(origin)) return url
      if (url.startsWith(folder) && PLAIN.test(url.slice(folder.length)))
        return root + url.slice(folder.length)
      const path = /[?#]/.test(url) ? undefined : pathBelow(base, url)
      return path === undefined ? url : to(path)
    },
  }
}
