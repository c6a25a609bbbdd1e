/** What stands in the show folder and belongs to no episode. Pure: the names, and what the front matter says, are enough. */

import { normalize } from 'node:path/posix'
import type { WrittenEpisode, WrittenShow } from '../fields/index.ts'
import { feedName, isAudio, isMarkdown, isPicture, stemOf } from '../names.ts'
import type { Entry, Manuscript } from '../project.ts'
import { textsIn } from '../schema/texts-in.ts'
import { saysNothing } from '../units/blank.ts'
import { folderOf, nameOf, plainName, withoutEnding } from '../units/file-name.ts'
import { once } from '../units/once.ts'
import { type Beside, findNamed, isOnWeb, sideStemOf } from './find.ts'

export interface Loose {
  /** Recordings that no episode has, neither by their name nor in its front matter. */
  readonly audio: readonly string[]
  /** Transcripts, chapters and pictures that were surely meant for the episode whose Markdown file `entry` is. */
  readonly sides: readonly { readonly path: string; readonly entry: Entry<WrittenEpisode> }[]
}

/** Without what a build or a site has put below the folder of the show: copies of its own files. */
export const ownFiles = ({ files }: Manuscript): readonly string[] => {
  const outputs = [...files].filter(path => path.endsWith(`/${feedName}`)).map(folderOf)
  return outputs.length === 0
    ? [...files]
    : [...files].filter(path => !outputs.some(output => path.startsWith(output)))
}

/** `files`: the show's own. `beside`: those of each episode, by its stem. */
export const looseFiles = (
  manuscript: Manuscript,
  files: readonly string[],
  beside: ReadonlyMap<string, Beside>,
): Loose => {
  const { outside, unreadable } = manuscript
  // Of files that cannot be read, too: what belongs to them belongs to an episode.
  const stems = new Set([...outside.keys(), ...unreadable].filter(isMarkdown).map(stemOf))
  const recordings: string[] = []
  const others: string[] = []
  for (const path of files)
    if (isAudio(path)) recordings.push(path)
    else if (isMarkdown(path)) stems.add(stemOf(path))
    // Nearly every show has this one, and to look for an episode like it takes longer than all the rest.
    else if (path !== manuscript.show.raw.image) others.push(path)
  const named = once(() => namedIn(manuscript))
  const isNamed = (path: string): boolean => named().paths.has(path) || named().elsewhere.has(nameOf(path))
  return {
    audio: recordings.filter(path => !stems.has(withoutEnding(path)) && !isNamed(path)),
    sides: misnamedSides(manuscript, others, stems, beside).filter(({ path }) => !isNamed(path)),
  }
}

interface Names {
  /** Inside the show folder. */
  readonly paths: ReadonlySet<string>
  /** The last part of addresses: a copy of what is served elsewhere may lie in the show folder. */
  readonly elsewhere: ReadonlySet<string>
}

/** Every file that a text in front matter is the name of. */
const namedIn = (manuscript: Manuscript): Names => {
  const [paths, elsewhere] = [new Set<string>(), new Set<string>()]
  const entries: readonly Entry<WrittenEpisode | WrittenShow>[] = [manuscript.show, ...manuscript.episodes]
  for (const { raw, path } of entries)
    for (const written of textsIn(raw)) {
      if (!/\.\w{2,5}\s*$/.test(written)) continue
      if (isOnWeb(written)) elsewhere.add(lastPartOf(written))
      // A slash in front is a mistake, and is told where it is written; what it may mean is told there.
      const name = written.trim().replace(/^[\\/]+/, '')
      const found = findNamed(name, path, manuscript)
      if (found.kind === 'file') paths.add(found.path)
      if (name.length < written.length) paths.add(normalize(name))
    }
  return { paths, elsewhere }
}

const lastPartOf = (url: string): string => {
  try {
    return decodeURIComponent(nameOf(new URL(url).pathname))
  } catch {
    return ''
  }
}

/** `0001.vtt` where the episode is `001.md` and has no transcript: only such a name is surely a mistake. */
const misnamedSides = (
  { episodes }: Manuscript,
  paths: readonly string[],
  stems: ReadonlySet<string>,
  beside: ReadonlyMap<string, Beside>,
): Loose['sides'] => {
  const byName = once(() => groupByName(episodes))
  return paths.flatMap(path => {
    const side = sideStemOf(path)
    if (side === undefined || stems.has(side.stem)) return []
    const { inPlace, anywhere } = byName()
    const [entry, other] =
      inPlace.get(plainName(side.stem)) ??
      // A picture may well be called like an episode elsewhere, and a file of subtitles may not.
      (side.isCaption ? anywhere.get(nameOf(side.stem)) : undefined) ??
      []
    if (entry === undefined || other !== undefined) return []
    return hasOne(path, entry, beside.get(entry.stem)) ? [] : [{ path, entry }]
  })
}

type ByName = ReadonlyMap<string, readonly Entry<WrittenEpisode>[]>

const groupByName = (episodes: readonly Entry<WrittenEpisode>[]): { inPlace: ByName; anywhere: ByName } => {
  const [inPlace, anywhere] = [
    new Map<string, Entry<WrittenEpisode>[]>(),
    new Map<string, Entry<WrittenEpisode>[]>(),
  ]
  const add = (map: typeof inPlace, name: string, entry: Entry<WrittenEpisode>): void => {
    const group = map.get(name)
    if (group === undefined) map.set(name, [entry])
    else group.push(entry)
  }
  for (const entry of episodes) {
    add(inPlace, plainName(entry.stem), entry)
    add(anywhere, nameOf(entry.stem), entry)
  }
  return { inPlace, anywhere }
}

/** Whether the episode has what this file would give it. */
const hasOne = (path: string, { raw }: Entry<WrittenEpisode>, beside: Beside | undefined): boolean => {
  if (isPicture(path)) return !saysNothing(raw.image) || (beside?.images.length ?? 0) > 0
  if (/\.(?:psc|chapters\.\w+)$/i.test(path))
    return !saysNothing(raw.chapters) || (beside?.chapters.length ?? 0) > 0
  return !saysNothing(raw.transcripts) || (beside?.transcripts.length ?? 0) > 0
}

/** How many episodes and loose recordings there are in each folder: an only recording is an only episode's. */
export const onlyRecordingOf = (
  { episodes }: Manuscript,
  { audio }: Loose,
): ((entry: Entry<WrittenEpisode>) => string | undefined) => {
  const counts = new Map<string, { episodes: number; audio: string[] }>()
  const at = (path: string) => {
    const folder = folderOf(path)
    const count = counts.get(folder) ?? { episodes: 0, audio: [] }
    counts.set(folder, count)
    return count
  }
  for (const { path } of episodes) at(path).episodes++
  for (const path of audio) at(path).audio.push(path)
  return ({ path }) => {
    const { episodes, audio } = at(path)
    return episodes === 1 && audio.length === 1 ? audio[0] : undefined
  }
}
