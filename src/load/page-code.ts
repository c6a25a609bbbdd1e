/** The notes of a Markdown file without the code of a web page, and what of that they are without. */

import { mdxKinds } from '../limits.ts'
import { isMdx } from '../names.ts'
import type { PageCode } from '../project.ts'
import { placeOf } from './front-matter.ts'
import { readMdx } from './mdx.ts'

export interface Body {
  /** Markdown. */
  readonly text: string
  /** Where in the file a unit of the text stands. UTF-16 units. */
  readonly sourceOf: (offset: number) => number
}

export const bodyOf = (path: string, text: string, bodyOffset: number): Body => {
  const source = text.slice(bodyOffset)
  if (!isMdx(path)) return { text: source, sourceOf: offset => bodyOffset + offset }
  const mdx = readMdx(source)
  return { text: mdx.text, sourceOf: offset => bodyOffset + mdx.sourceOf(offset) }
}

export const pageCodeOf = (file: string, text: string, bodyOffset: number): PageCode | undefined => {
  if (!isMdx(file)) return undefined
  const { lost } = readMdx(text.slice(bodyOffset))
  const [first] = lost
  if (first === undefined) return undefined
  const kinds = [...new Set(lost.map(({ what }) => what))].slice(0, mdxKinds)
  return { kinds, place: placeOf(file, text, bodyOffset + first.start, bodyOffset + first.end) }
}
