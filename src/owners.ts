import { normalize } from 'node:path/posix'
import type { Diagnostic, Place } from './diagnostic.ts'
import { nameCharacters } from './limits.ts'
import type { Manuscript } from './project.ts'
import { textsIn } from './schema/texts-in.ts'

/** The Markdown files that a file of the show belongs to: itself, those that name it, and the one whose stem it shares. */
export const ownersOf = (manuscript: Manuscript): ((file: string) => readonly string[]) => {
  const prefix = manuscript.show.file.slice(0, -manuscript.show.path.length)
  const own = new Map<string, string>()
  const naming = new Map<string, string[]>()
  for (const { stem, file } of manuscript.episodes) own.set(prefix + stem, file)
  for (const { file } of [manuscript.show, ...manuscript.episodes]) own.set(file, file)
  for (const { raw, path, file } of [manuscript.show, ...manuscript.episodes])
    for (const text of textsIn(raw)) {
      if (text.length > nameCharacters) continue
      // One that is the path of a file, from its own folder or from the show's, names it.
      for (const named of [normalize(path.replace(/[^/]*$/, text)), normalize(text)]) {
        if (!manuscript.files.has(named)) continue
        const others = naming.get(prefix + named)
        if (others) others.push(file)
        else naming.set(prefix + named, [file])
      }
    }

  return file => {
    if (own.get(file) === file) return [file]
    const sharing = sharesStem(file, own)
    return [...new Set([...(naming.get(file) ?? []), ...(sharing === undefined ? [] : [sharing])])]
  }
}

/**
 * Whether something was found in one of these files, or in a file of theirs, or has to do with them; or in the way of judging them:
 * an error in the front matter of the show. `read`: what was found when it was read.
 */
export const isAbout = (
  files: ReadonlySet<string>,
  manuscript: Manuscript,
  read: readonly Diagnostic[],
): ((diagnostic: Diagnostic) => boolean) => {
  const owners = ownersOf(manuscript)
  const isOneOf = ({ file }: Place): boolean =>
    files.has(file) || owners(file).some(owner => files.has(owner))
  const isOfShow = ({ rule, severity, place }: Diagnostic): boolean =>
    severity === 'error' &&
    place.file === manuscript.show.file &&
    read.some(one => one.rule === rule && one.place.file === place.file)
  return diagnostic =>
    isOneOf(diagnostic.place) ||
    (diagnostic.related ?? []).some(({ place }) => isOneOf(place)) ||
    isOfShow(diagnostic)
}

/** `001.de.vtt` belongs to `001.de` where that is an episode, else to `001`. */
const sharesStem = (file: string, own: ReadonlyMap<string, string>): string | undefined => {
  for (let stem = file; ; ) {
    const dot = stem.lastIndexOf('.')
    if (dot <= stem.lastIndexOf('/')) return undefined
    stem = stem.slice(0, dot)
    const owner = own.get(stem)
    if (owner !== undefined) return owner
  }
}
