/**
 * The licences that podcast:license knows by name. Compared without regard to case.
 * Source: docs/examples/license/licenses.json of https://github.com/Podcastindex-org/podcast-namespace; as of 2026-05-13.
 */
export const licenses: Readonly<Record<string, string>> = {
  ARR: 'https://en.wikipedia.org/wiki/All_rights_reserved',
  'CC-BY-4.0': 'https://creativecommons.org/licenses/by/4.0/',
  'CC-BY-NC-4.0': 'https://creativecommons.org/licenses/by-nc/4.0/deed.en',
  'CC-BY-NC-ND-4.0': 'https://creativecommons.org/licenses/by-nc-nd/4.0/deed.en',
  'POD-V4V-1.0':
    'https://github.com/Podcastindex-org/podcast-namespace/blob/main/docs/examples/license/v4v-4.0.md',
}

/** The list's own spelling; undefined for a licence that is not in it. */
export const licenseSlug = (name: string): string | undefined =>
  Object.keys(licenses).find(slug => slug.toLowerCase() === name.toLowerCase())

/**
 * The address of a Creative Commons licence, by its SPDX identifier: the list has only some of them.
 * https://creativecommons.org/licenses/list.en
 */
export const creativeCommonsUrl = (name: string): string | undefined => {
  const [, terms, version] = /^cc-(by(?:-nc)?(?:-sa|-nd)?)-(\d\.\d)$/i.exec(name) ?? []
  if (terms !== undefined) return `https://creativecommons.org/licenses/${terms.toLowerCase()}/${version}/`
  return /^cc0-1\.0$/i.test(name) ? 'https://creativecommons.org/publicdomain/zero/1.0/' : undefined
}
