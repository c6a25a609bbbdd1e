/** Whether a request is this preview's own. A page of another site can make a browser ask, and must not read what comes back. */

export interface Asking {
  readonly method: string | undefined
  readonly host: string | undefined
  readonly origin: string | undefined
  /** `Sec-Fetch-Site` */
  readonly site: string | undefined
}

/** `hosts`: as a browser names this server. A name that is none of them leads here by somebody else's DNS. */
export const isAllowed = ({ method, host, origin, site }: Asking, hosts: ReadonlySet<string>): boolean => {
  if (method !== 'GET' && method !== 'HEAD' && method !== 'POST') return false
  if (host === undefined || !hosts.has(host.toLowerCase())) return false
  if (origin !== undefined && ![...hosts].some(one => origin === `http://${one}`)) return false
  // Something is done for our own pages only, and a browser says of a page that asks whose it is.
  if (method === 'POST' && origin !== `http://${host.toLowerCase()}`) return false
  return site !== 'cross-site' && site !== 'same-site'
}
