/** What can be accepted on purpose, by `--accept`. */

/** Each is about one episode, which is named behind a colon; `*` is about all of them. */
export const episodeKinds = ['guid', 'gone', 'audio', 'back-dated'] as const
/** About a picture, which is named by its path in the show folder; `*` is about all of them. */
export const fileKinds = ['artwork'] as const
export const showKinds = ['podcast-guid', 'feed-url'] as const

export type ShowKind = (typeof showKinds)[number]

/** What a person writes behind `--accept`. */
export const acceptForms: readonly string[] = [
  ...episodeKinds.map(kind => `${kind}:<episode>`),
  ...fileKinds.map(kind => `${kind}:<file>`),
  ...showKinds,
]

/** Every change there can be. */
export const allAcceptances: readonly string[] = acceptForms.map(form => form.replace(/:<.*>$/, ':*'))

export const isAcceptable = (written: string): boolean =>
  (showKinds as readonly string[]).includes(written) ||
  [...episodeKinds, ...fileKinds].some(
    kind => written.startsWith(`${kind}:`) && written.length > kind.length + 1,
  )
