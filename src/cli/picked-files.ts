/** Episodes, or show.md, that were named by their files: each is judged in its show. */

import { dirname, join, relative, resolve } from 'node:path'
import { isFile, isFolder, namesIn } from '../door/index.ts'
import { endingOf, isAudio, isMarkdown, isPicture, markdownEndings } from '../names.ts'
import { likenessesAmong, withoutEnding } from '../units/file-name.ts'
import { nearest } from '../units/text.ts'
import { hasShow } from './has-show.ts'
import { type Io, UsageError } from './io.ts'
import { plainFolder, type ShowFolder, shownPath } from './shows.ts'
import { name } from './version.ts'

export interface PickedShow extends ShowFolder {
  /** As messages name them. */
  readonly only: ReadonlySet<string>
}

/** A Markdown file, or the name of one. */
export const isPicked = (asked: string, io: Pick<Io, 'cwd'>): boolean =>
  isMarkdown(asked) && !/^https?:/i.test(asked) && !isFolder(resolve(io.cwd, asked))

const isOfEpisode = (path: string): boolean =>
  isAudio(path) || isPicture(path) || ['vtt', 'srt'].includes(endingOf(path))

/** A recording, a picture or a transcript is no feed: it is judged with its episode. */
export const refuseOfEpisode = (asked: readonly string[], io: Pick<Io, 'cwd'>): void => {
  const wrong = asked.find(written => isOfEpisode(written) && isFile(resolve(io.cwd, written)))
  if (wrong === undefined) return
  const stem = withoutEnding(wrong)
  // `001.de.vtt` is of `001.md`.
  const episode = [stem, stem.replace(/\.[a-z]{2,3}(?:-[a-z0-9]+)*$/i, '')]
    .flatMap(one => markdownEndings.map(ending => `${one}.${ending}`))
    .find(path => isFile(resolve(io.cwd, path)))
  throw new UsageError(
    `${wrong} is not a feed; it is checked with its episode${episode === undefined ? '' : `: \`${name} validate ${episode}\``}`,
  )
}

/** The shows that the files stand in. */
export const pickedShows = (asked: readonly string[], io: Pick<Io, 'cwd'>): readonly PickedShow[] => {
  const shows = new Map<string, Set<string>>()
  for (const written of asked) {
    const path = resolve(io.cwd, written)
    if (!isFile(path)) throw missing(written, io)
    const location = showAbove(path)
    if (location === undefined)
      throw new UsageError(
        `${written} is not in a show: there is no show.md in its folder, nor in one above it; make a show with \`${name} init\``,
      )
    const files = shows.get(location) ?? new Set()
    shows.set(location, files.add(plainFolder(shownPath(io.cwd, path))))
  }
  return [...shows].map(([location, only]) => {
    const folder = shownPath(io.cwd, location)
    return { location, folder: folder === '' ? '.' : folder, name: folder, only }
  })
}

/** What was named and is not judged is said, so that silence is not taken for praise. */
export const refuseUnread = ({ only }: PickedShow, read: ReadonlySet<string>): void => {
  const unread = [...only].find(file => !read.has(file))
  if (unread !== undefined)
    throw new UsageError(
      `${unread} is not an episode: a README, a licence, and files and folders whose names begin with "_" or "." are left out`,
    )
}

const showAbove = (path: string): string | undefined => {
  const folder = dirname(path)
  if (folder === path) return undefined
  return hasShow(folder) ? folder : showAbove(folder)
}

const missing = (written: string, { cwd }: Pick<Io, 'cwd'>): UsageError => {
  const folder = dirname(resolve(cwd, written))
  const names = namesIn(folder).filter(isMarkdown)
  const wanted = relative(folder, resolve(cwd, written))
  const near = likenessesAmong(names)(wanted)?.paths[0] ?? nearest(wanted, names)
  const meant = near === undefined ? '' : `; did you mean ${plainFolder(join(dirname(written), near))}?`
  return new UsageError(`there is no file ${written}${meant}`)
}
