import { basename, resolve } from 'node:path'
import { doorOf, isFile, pathInside } from '../door/index.ts'
import { load } from '../load/index.ts'
import { isAudio, isMarkdown, isShowPath, stemOf, usualEnding } from '../names.ts'
import { tagsOf } from '../probe/tags-of.ts'
import type { Manuscript } from '../project.ts'
import { foldedName } from '../units/file-name.ts'
import { ours } from '../units/shell.ts'
import { create, type NewFile } from '../write/create.ts'
import { type ExitCode, type Io, UsageError } from './io.ts'
import { episodeText, nextNumbers, nextStem, slugOf, titleOf, today } from './new-episode.ts'
import { oneShow } from './one-show.ts'
import { type ShowFolder, shownPath } from './shows.ts'

export interface NewFlags {
  readonly show?: string
}

export const runNew = async (titleOrAudio: string, flags: NewFlags, io: Io): Promise<ExitCode> => {
  const show = await oneShow(flags.show, io)
  const manuscript = load(doorOf(show.location), show.folder, { show: show.show }).value
  if (manuscript === undefined || (show.show === undefined && ![...manuscript.files].some(isShowPath)))
    throw new UsageError(`there is no show in ${show.folder}; make one with \`${ours('init', show.folder)}\``)

  if (manuscript.isSite)
    throw new UsageError(
      `the episodes of ${manuscript.show.file} are pages of a site, which decides their names and keys; copy the newest of them and write over it`,
    )

  const audio = resolve(io.cwd, titleOrAudio)
  if (!isFile(audio) && looksLikeFile(titleOrAudio)) throw new UsageError(`there is no file ${titleOrAudio}`)
  const draft = isFile(audio) ? await ofAudio(audio, show) : ofTitle(titleOrAudio, manuscript)
  const shown = (path: string): string => (show.folder === '.' ? path : `${show.folder}/${path}`)
  const name = nameOf(draft, manuscript, shown)
  const text = episodeText(
    draft.title,
    today(io.now(), manuscript.show.meta.timezone),
    nextNumbers(manuscript.episodes),
  )
  const at = (path: string): string => resolve(show.location, path)
  const files: NewFile[] = [
    ...(draft.copyOf === undefined ? [] : [{ path: at(draft.audio), copyOf: draft.copyOf }]),
    { path: at(name), text },
  ]
  const refusal = create(files)
  if (refusal) throw new UsageError(`${shownPath(io.cwd, refusal.path)} cannot be written: ${refusal.reason}`)

  if (draft.copyOf !== undefined) io.stdout.write(`${shown(draft.audio)}\n`)
  io.stdout.write(`${shown(name)}\n`)
  io.stderr.write(
    isFile(audio)
      ? 'Write the notes below the front matter.\n'
      : `Write the notes below the front matter, and put the audio beside it as ${shown(draft.audio)}.\n`,
  )
  return 0
}

interface Draft {
  readonly title: string
  /** All inside the show folder. */
  readonly stem: string
  readonly audio: string
  /** Audio that stands elsewhere and comes into the show folder. */
  readonly copyOf?: string
}

const looksLikeFile = (text: string): boolean => isAudio(text) && !/\s/.test(text)

/** It ends like the episodes that there are. Of two files that differ in their endings, only one would be read. */
const nameOf = (
  { stem }: Draft,
  { files, episodes }: Manuscript,
  shown: (path: string) => string,
): string => {
  const taken = [...files].find(path => isMarkdown(path) && foldedName(stemOf(path)) === foldedName(stem))
  const name = `${stem}.${usualEnding(episodes.map(({ path }) => path))}`
  if (taken !== undefined && taken !== name)
    throw new UsageError(`${shown(name)} cannot be written: ${shown(taken)} is the same episode`)
  return name
}

const ofAudio = async (audio: string, show: ShowFolder): Promise<Draft> => {
  const inside = pathInside(show.location, audio)
  const path = inside ?? basename(audio)
  const stem = path.replace(/\.[^./]+$/, '')
  if (/(^|\/)[._]/.test(path))
    throw new UsageError(`${path} would be ignored: names that begin with "." or "_" are; rename it first`)
  const tags = await tagsOf(audio)
  if (tags === undefined) throw new UsageError(`${basename(audio)} holds no audio that can be measured`)
  return {
    title: titleOf(stem, tags),
    stem,
    audio: path,
    ...(inside === undefined ? { copyOf: audio } : {}),
  }
}

const ofTitle = (written: string, { episodes }: Manuscript): Draft => {
  const title = written.replace(/\s+/g, ' ').trim()
  if (title === '') throw new UsageError('a title needs a letter')
  const stem = nextStem(episodes, slugOf(title))
  return { title, stem, audio: `${stem}.mp3` }
}
