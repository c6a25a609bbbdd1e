/** The media that Apple takes from a feed: https://help.apple.com/itc/podcasts_connect/#/itcb54353390 */

/** By the ending of the file's name, the types that are written for it; the first is the best. */
export const typesByExtension: Readonly<Record<string, readonly string[]>> = {
  mp3: ['audio/mpeg', 'audio/mp3', 'audio/x-mp3', 'audio/mpeg3', 'audio/x-mpeg', 'audio/x-mpeg-3'],
  m4a: ['audio/x-m4a', 'audio/m4a', 'audio/mp4', 'audio/aac', 'audio/mp4a-latm'],
  mp4: ['video/mp4', 'audio/mp4'],
  m4v: ['video/x-m4v', 'video/m4v', 'video/mp4'],
  mov: ['video/quicktime'],
  pdf: ['application/pdf'],
}

export const appleTypes: readonly string[] = [...new Set(Object.values(typesByExtension).flat())]

/** Types that are no registered ones, or are not those that directories know best. */
export const betterTypes: Readonly<Record<string, string>> = {
  'audio/mp3': 'audio/mpeg',
  'audio/x-mp3': 'audio/mpeg',
  'audio/mpeg3': 'audio/mpeg',
  'audio/x-mpeg': 'audio/mpeg',
  'audio/x-mpeg-3': 'audio/mpeg',
}

/** The ending of the path, in lower case; a tracking prefix and a query do not count. Empty where there is none. */
export const extensionOf = (url: string): string => {
  const path = /^[^?#]*/.exec(url)?.[0] ?? ''
  return /\.([A-Za-z0-9]{1,8})$/.exec(path.slice(path.lastIndexOf('/')))?.[1]?.toLowerCase() ?? ''
}

/** `…/get?file=001.mp3`: audio/extension-query says so. */
export const hasEndingInQuery = (url: string): boolean => {
  const query = /\?([^#]*)/.exec(url)?.[1] ?? ''
  return Object.hasOwn(typesByExtension, /\.([a-z0-9]{1,8})$/i.exec(query)?.[1]?.toLowerCase() ?? '')
}
