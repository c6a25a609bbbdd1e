/**
 * Which entities a DOCTYPE defines. Only their names are looked for: what they stand for is never read, so nothing grows, no file is
 * opened and nothing is fetched. https://www.w3.org/TR/xml/#sec-entity-decl
 */

import { meantBy } from './html-references.ts'
import type { XmlDocument, XmlProblem } from './xml-document.ts'

/** References to what the DOCTYPE defines, or leaves to a file that it names: to readers that skip it they are nothing. */
export const doctypeReferences = ({ problems, root }: XmlDocument, text: string): readonly XmlProblem[] => {
  const doctype = problems.find(({ kind }) => kind === 'doctype')
  if (doctype === undefined) return []
  const declaration = text.slice(Math.max(0, doctype.offset), root?.offset)
  const names = new Set(Array.from(declaration.matchAll(/<!ENTITY\s+([^\s%"'>]+)/g), ([, name]) => name))
  const goesOnElsewhere = /^<!DOCTYPE\s+[^\s[>]+\s+(?:SYSTEM|PUBLIC)\s|<!ENTITY\s+%/.test(declaration)
  return problems.filter(
    ({ kind, detail = '' }) =>
      kind === 'undefined-entity' &&
      (names.has(detail) || (goesOnElsewhere && meantBy(`&${detail};`) === undefined)),
  )
}
