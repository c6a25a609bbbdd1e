/** Help for a file whose name ends otherwise than its content says. */

import type { WrittenEpisode, WrittenShow } from '../fields/index.ts'
import type { Entry } from '../project.ts'
import { mv, withEnding } from './command.ts'
import { shownPath } from './evidence.ts'

/** An address of the web whose path ends as it should. */
export const withPathEnding = (address: string, ending: string): string => {
  const url = new URL(address)
  url.pathname = url.pathname.endsWith('/') ? `${url.pathname}001${ending}` : withEnding(url.pathname, ending)
  return url.href
}

/** `field`: where the front matter may name it. */
export const renameHelp = (
  entry: Entry<WrittenEpisode> | Entry<WrittenShow>,
  path: string,
  ending: string,
  field: 'audio' | 'image',
): string => {
  const command = `Rename it: \`${mv(shownPath(entry, path), shownPath(entry, withEnding(path, ending)))}\``
  const written = field === 'audio' && 'audio' in entry.meta ? entry.meta.audio?.url : entry.meta.image
  return written === undefined
    ? `${command}.`
    : `${command}, and write \`${field}: ${withEnding(written, ending)}\`.`
}
