import type { Manuscript } from '../project.ts'
import type { Written } from '../schema/index.ts'

/** The Markdown file that a file of the show belongs to: itself, the one that names it, or the one whose stem it shares. */
export const ownerOf = (manuscript: Manuscript): ((file: string) => string | undefined) => {
  const prefix = manuscript.show.file.slice(0, -manuscript.show.path.length)
  const owners = new Map<string, string>()
  for (const { stem, file } of manuscript.episodes) owners.set(prefix + stem, file)
  for (const { raw, file } of [manuscript.show, ...manuscript.episodes])
    for (const path of pathsOf(raw)) if (manuscript.files.has(path)) owners.set(prefix + path, file)
  for (const { file } of [manuscript.show, ...manuscript.episodes]) owners.set(file, file)

  return file => {
    // `001.de.vtt` belongs to `001.de` where that is an episode, else to `001`.
    for (let stem = file; ; ) {
      const owner = owners.get(stem)
      if (owner !== undefined) return owner
      const dot = stem.lastIndexOf('.')
      if (dot <= stem.lastIndexOf('/')) return undefined
      stem = stem.slice(0, dot)
    }
  }
}

/** Every text in front matter: one that is the path of a file names it. */
function* pathsOf(written: Written | Readonly<Record<string, Written>>): Iterable<string> {
  if (typeof written === 'string') yield written
  else for (const part of Object.values(written)) yield* pathsOf(part)
}
