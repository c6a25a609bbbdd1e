import type { Report } from './reporter.ts'

/** Where a rule is explained on the web. Undefined as long as the program has no address: `build-feed explain` says the same. */
export const ruleAddress = (url: string, { home }: Partial<Report['tool']>): string | undefined =>
  home === undefined ? undefined : `${home}${url}`

export interface Manifest {
  readonly version: string
  readonly repository?: string | { readonly url?: string }
}

/** Where the files of a package's version can be read on the web, ending in a slash: on GitHub, GitLab or Codeberg by its tag. */
export const homeOf = ({ version, repository }: Manifest): string | undefined => {
  const written = typeof repository === 'string' ? repository : repository?.url
  const [, host, path] = /^(?:git\+)?https:\/\/([^/]+)\/(.+?)(?:\.git)?\/?$/.exec(written ?? '') ?? []
  if (host === undefined) return undefined
  const tree = host === 'codeberg.org' ? 'src/tag' : host.startsWith('gitlab') ? '-/blob' : 'blob'
  return `https://${host}/${path}/${tree}/v${version}/`
}
