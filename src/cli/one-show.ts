import type { Io } from './io.ts'
import { placed } from './placed.ts'
import { type ShowFolder, showFolders } from './shows.ts'

/** For commands about a single show: the one that was asked for, or the one that is here, where it is read from. */
export const oneShow = (asked: string | undefined, io: Io, root?: string): Promise<ShowFolder> =>
  placed(showFolders(asked === undefined ? [] : [asked], io)[0]!, io, { root, withCache: false })
