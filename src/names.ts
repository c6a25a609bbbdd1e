/** File names that mean something to more than one stage. */

export const lockName = 'feed.lock.json'

/** What is not read in a show folder. */
export const isIgnored = (name: string): boolean =>
  name.startsWith('.') || name.startsWith('_') || name === 'node_modules'

/** How the names of files begin that are in the making. */
export const temporaryMark = '.build-feed-'
