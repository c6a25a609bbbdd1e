/** What stands in a feed and no field can hold. */

import { type Diagnostic, diagnose, type Place } from '../diagnostic.ts'
import type { ValueProblem } from '../schema/index.ts'
import { shown } from './feed-rule.ts'
import valueRule from './rules/value.ts'

export interface RefusedValue extends ValueProblem {
  readonly place: Place
  /** The start tag of its element, and the element's name. */
  readonly element: Place
  readonly name: string
}

/** Elements whose specification says yes and no; the others say true and false. */
const yesOrNo: ReadonlySet<string> = new Set([
  'podcast:locked',
  'podcast:block',
  'itunes:block',
  'itunes:complete',
])

/** Of a tag of which something was said already, that is enough. */
export const refusedValues = (
  refused: readonly RefusedValue[],
  said: readonly Diagnostic[],
): readonly Diagnostic[] =>
  refused
    .filter(one => !said.some(({ place }) => isSame(place, one.place) || isWithin(place, one.element)))
    .map(({ place, name, message, missingKey, expected }) =>
      diagnose(valueRule, {
        place,
        message:
          missingKey === undefined
            ? `${shown(name)} is ignored: ${message}`
            : `${shown(name)} is ignored, since a part of it is missing: ${message}`,
        help:
          expected === 'flag'
            ? `Write ${yesOrNo.has(name) ? '`yes` or `no`' : '`true` or `false`'}, or remove the tag: as it is, no app reads it.`
            : 'Correct the value, or remove the tag: as it is, no app reads it.',
      }),
    )

const isSame = (a: Place, b: Place): boolean => a.line === b.line && a.column === b.column

const isWithin = ({ line, column = 0 }: Place, tag: Place): boolean =>
  line === tag.line && column >= (tag.column ?? 0) && column < (tag.endColumn ?? Number.POSITIVE_INFINITY)
