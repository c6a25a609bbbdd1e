/** Every text that a person wrote into front matter and that reaches the feed as it stands, in lists and maps too. */

import type { WrittenEpisode, WrittenShow } from '../../../fields/index.ts'
import type { Entry } from '../../../project.ts'
import type { Written } from '../../../schema/index.ts'
import { isHttpUrl } from '../../../units/url.ts'
import { ownDescription } from '../../descriptions.ts'
import type { OneEntry } from '../../evidence.ts'

type Path = readonly (string | number)[]

export interface WrittenText {
  readonly entry: Entry<WrittenShow> | Entry<WrittenEpisode>
  readonly path: Path
  readonly text: string
  /** It is Markdown, of which HTML is made. */
  readonly isMarkdown: boolean
  /** It is XML, in which signs are written as XML wants them. */
  readonly isXml: boolean
}

/** They are not in the feed, or have a rule of their own that knows every word. */
const APART: ReadonlySet<string> = new Set([
  ...['allow', 'categories'],
  ...['preset', 'content', 'where', 'fields', 'facts', 'body'],
])

/** Where a text may be the name of a file: on disk, whatever is in it is right. */
const FILES: ReadonlySet<string> = new Set([
  ...['audio', 'image', 'chapters', 'transcripts'],
  ...['file', 'href', 'img', 'sources', 'uri', 'url'],
])

export function* writtenTexts({ entry, item }: OneEntry): Iterable<WrittenText> {
  const isShow = item === undefined
  for (const [key, written] of Object.entries(entry.raw)) {
    // What was refused has been reported.
    if (APART.has(key) || !Object.hasOwn(entry.meta, key)) continue
    if (key === 'description' && isShow && ownDescription(entry.meta as Partial<WrittenShow>) === undefined)
      continue
    for (const { path, text } of leavesOf(written, [key])) {
      const last = path.findLast(step => typeof step === 'string') as string
      if (FILES.has(last) && !isHttpUrl(text)) continue
      yield {
        entry,
        path,
        text,
        isMarkdown: last === 'description' && !(isShow && path.length === 1),
        isXml: key === 'extra',
      }
    }
  }
}

function* leavesOf(written: Written, path: Path): Iterable<{ readonly path: Path; readonly text: string }> {
  if (typeof written === 'string') yield { path, text: written }
  else if (Array.isArray(written))
    for (const [i, part] of written.entries()) yield* leavesOf(part, [...path, i])
  else for (const [key, part] of Object.entries(written)) yield* leavesOf(part, [...path, key])
}
