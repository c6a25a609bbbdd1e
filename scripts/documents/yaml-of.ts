import { type Document, isCollection, parseDocument, stringify, visit } from 'yaml'
import type { Json } from '../../src/table/field.ts'

/** A field as somebody would write it: small maps within others on one line, a time of day in quotes. */
export const yamlOf = (key: string, value: Json): readonly string[] => {
  const document = parseDocument(stringify({ [key]: value }, { lineWidth: 0 }))
  visit(document, {
    // The outermost map holds the field, and the next may be the field itself.
    Map: (_, map, parents) => {
      if (parents.length > 3 && map.items.every(({ value }) => !isCollection(value)) && isShort(map))
        map.flow = true
    },
    Scalar: (_, scalar) => {
      if (typeof scalar.value === 'string' && timeOfDay.test(scalar.value)) scalar.type = 'QUOTE_DOUBLE'
    },
  })
  return linesOf(document)
}

const linesOf = (document: Document): readonly string[] =>
  document.toString({ lineWidth: 0, flowCollectionPadding: true }).trimEnd().split('\n')

/** Readers of older YAML make a number of it. */
const timeOfDay = /^\d{1,2}(?::\d{2}){1,2}$/

const isShort = (map: unknown): boolean => JSON.stringify(map).length <= 75
