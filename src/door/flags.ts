import { constants } from 'node:fs'

/** To read what is there under a name, and no link's target, and to wait for nobody. Windows knows neither of the two. */
export const readOnly = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0) | (constants.O_NOFOLLOW ?? 0)

/** The same, links followed. */
export const readThroughLinks = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0)
