/** Every text that a person wrote into front matter and that reaches the feed as it stands, in lists and maps too. */

import type { WrittenEpisode, WrittenShow } from '../../../fields/index.ts'
import type { Entry } from '../../../project.ts'
import { type Path, textsIn } from '../../../schema/path.ts'
import { anyText } from '../../../schema/texts-in.ts'
import { isHttpUrl } from '../../../units/url.ts'
import { ownDescription } from '../../descriptions.ts'
import type { OneEntry } from '../../evidence.ts'

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

/** Those that have something of what is looked for; hardly a text has, so the way to it is worked out only then. */
export const writtenTexts = (
  { entry, item }: OneEntry,
  has: (text: string) => boolean,
): readonly WrittenText[] => {
  const isShow = item === undefined
  const texts: WrittenText[] = []
  for (const [key, written] of Object.entries(entry.raw)) {
    if (!anyText(written, has)) continue
    // What was refused has been reported.
    if (APART.has(key) || !Object.hasOwn(entry.meta, key)) continue
    if (key === 'description' && isShow && ownDescription(entry.meta as Partial<WrittenShow>) === undefined)
      continue
    for (const [path, text] of textsIn(written, [key])) {
      const last = path.findLast(step => typeof step === 'string') as string
      if (!has(text) || (FILES.has(last) && !isHttpUrl(text))) continue
      const isMarkdown = last === 'description' && !(isShow && path.length === 1)
      texts.push({ entry, path, text, isMarkdown, isXml: key === 'extra' })
    }
  }
  return texts
}
