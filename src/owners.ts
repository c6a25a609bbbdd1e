import { normalize } from 'node:path/posix'
import type { Manuscript } from './project.ts'
import type { Written } from './schema/index.ts'

/** The Markdown files that a file of the show belongs to: itself, those that name it, and the one whose stem it shares. */
export const ownersOf = (manuscript: Manuscript): ((file: string) => readonly string[]) => {
  const prefix = manuscript.show.file.slice(0, -manuscript.show.path.length)
  const own = new Map<string, string>()
  const naming = new Map<string, string[]>()
  for (const { stem, file } of manuscript.episodes) own.set(prefix + stem, file)
  for (const { file } of [manuscript.show, ...manuscript.episodes]) own.set(file, file)
  for (const { raw, path, file } of [manuscript.show, ...manuscript.episodes])
    for (const text of textsIn(raw))
      for (const named of [normalize(path.replace(/[^/]*$/, text)), normalize(text)]) {
        if (!manuscript.files.has(named)) continue
        const others = naming.get(prefix + named)
        if (others) others.push(file)
        else naming.set(prefix + named, [file])
      }

  return file => {
    if (own.get(file) === file) return [file]
    const sharing = sharesStem(file, own)
    return [...new Set([...(naming.get(file) ?? []), ...(sharing === undefined ? [] : [sharing])])]
  }
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

/** Every text in front matter that is short enough for a name: one that is the path of a file, from its own folder or from the show's, names it. */
function* textsIn(written: Written | Readonly<Record<string, Written>>): Iterable<string> {
  if (typeof written !== 'string') for (const part of Object.values(written)) yield* textsIn(part)
  else if (written.length < 1024) yield written
}
