import type { Io } from './io.ts'
import { placed } from './placed.ts'
import { type ShowFolder, showFolders } from './shows.ts'

/**
 * For commands about a single show: the one that was asked for, or the one that is here, where it is read from.
 *
 * @param byNaming how a show that is elsewhere is asked for.
 */
export const oneShow = (asked: string | undefined, io: Io, byNaming?: string): Promise<ShowFolder> =>
  placed(showFolders(asked === undefined ? [] : [asked], io, { byNaming })[0]!, io, { withCache: false })
