/** The files that come nearest to names that no file has. Looked for when a name is missing. */

import { normalize } from 'node:path/posix'
import type { WrittenEpisode, WrittenShow } from '../fields/index.ts'
import { isAudio, isPicture } from '../names.ts'
import type { Entry, Manuscript } from '../project.ts'
import { isNearer, type Likeness, likenessesAmong, withoutEnding } from '../units/file-name.ts'
import { once } from '../units/once.ts'
import { type Beside, findNamed, sideStemOf } from './find.ts'
import { type Loose, looseFiles, onlyRecordingOf, ownFiles } from './loose.ts'

export type Kind = 'audio' | 'picture' | 'text'

export interface Near {
  readonly loose: () => Loose
  /** The files that may have been meant by a name in an entry. `absent`: the path that it stands for. */
  readonly ofName: (
    kind: Kind,
    name: { readonly written: string; readonly absent: string },
    entry: Entry<WrittenEpisode> | Entry<WrittenShow>,
  ) => Likeness | undefined
  /** The recordings that may have been meant for an episode by their names. */
  readonly ofStem: (stem: string) => Likeness | undefined
  /** The only recording, beside the only episode of its folder. */
  readonly onlyRecording: (entry: Entry<WrittenEpisode>) => string | undefined
  /** Files of which something was said already. */
  readonly mentioned: Set<string>
}

export const nearOf = (manuscript: Manuscript, beside: ReadonlyMap<string, Beside>): Near => {
  const files = ownFiles(manuscript)
  const loose = once(() => looseFiles(manuscript, files, beside))
  const named: Readonly<Record<Kind, () => ReturnType<typeof likenessesAmong>>> = {
    audio: once(() => likenessesAmong(files.filter(isAudio))),
    picture: once(() => likenessesAmong(files.filter(isPicture))),
    text: once(() =>
      likenessesAmong(files.filter(path => sideStemOf(path) !== undefined && !isPicture(path))),
    ),
  }
  const owners = once(() => ownersOf(beside))
  const byStem = once(() => likenessesByStem(loose().audio))
  const only = once(() => onlyRecordingOf(manuscript, loose()))
  return {
    loose,
    ofName: (kind, { written, absent }, { stem, path }) => {
      const isFree = (file: string): boolean => {
        const owner = owners().get(file)
        return kind === 'picture' || owner === undefined || owner === stem || path === manuscript.show.path
      }
      // As seen from the Markdown file, and from the show folder.
      const [one, other] = [absent, normalize(written.replaceAll('\\', '/'))].map(wanted =>
        named[kind]()(wanted, isFree),
      )
      return one !== undefined && other !== undefined && isNearer(other, one) ? other : (one ?? other)
    },
    ofStem: stem => byStem()(stem),
    onlyRecording: entry => only()(entry),
    mentioned: new Set(),
  }
}

/** The episode beside which a file stands. */
const ownersOf = (beside: ReadonlyMap<string, Beside>): ReadonlyMap<string, string> => {
  const owners = new Map<string, string>()
  for (const [stem, { audio, transcripts, chapters }] of beside)
    for (const path of [...audio, ...chapters, ...transcripts.map(one => one.path)]) owners.set(path, stem)
  return owners
}

/** How a recording ends does not matter, if it is one. */
const likenessesByStem = (paths: readonly string[]): ((stem: string) => Likeness | undefined) => {
  const alike = (stem: string): string => `${stem}.audio`
  const byStem = new Map<string, [string, ...string[]]>()
  for (const path of paths) {
    const group = byStem.get(alike(withoutEnding(path)))
    if (group === undefined) byStem.set(alike(withoutEnding(path)), [path])
    else group.push(path)
  }
  const find = likenessesAmong([...byStem.keys()])
  return stem => {
    const found = find(alike(stem))
    const [first, ...others] = found?.paths.flatMap(one => byStem.get(one)!) ?? []
    return found && first !== undefined ? { differs: found.differs, paths: [first, ...others] } : undefined
  }
}

/** How a file of the show folder is named in a Markdown file of it; undefined where that name would mean another. */
export const nameFrom = (from: string, path: string, manuscript: Manuscript): string | undefined => {
  const folder = from.slice(0, from.lastIndexOf('/') + 1)
  const names = folder !== '' && path.startsWith(folder) ? [path.slice(folder.length), path] : [path]
  return names.find(name => {
    const found = findNamed(name, from, manuscript)
    return found.kind === 'file' && found.path === path
  })
}
