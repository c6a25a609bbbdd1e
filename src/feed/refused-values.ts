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

/** Of a tag of which something was said already, that is enough. */
export const refusedValues = (
  refused: readonly RefusedValue[],
  said: readonly Diagnostic[],
): readonly Diagnostic[] =>
  refused
    .filter(one => !said.some(({ place }) => isSame(place, one.place) || isWithin(place, one.element)))
    .map(({ place, name, message, missingKey }) =>
      diagnose(valueRule, {
        place,
        message:
          missingKey === undefined
            ? `${shown(name)} is passed over: ${message}`
            : `${shown(name)} is passed over, since a part of it is missing: ${message}`,
        help: 'Write what the specification has there, or remove the tag.',
      }),
    )

const isSame = (a: Place, b: Place): boolean => a.line === b.line && a.column === b.column

const isWithin = ({ line, column = 0 }: Place, tag: Place): boolean =>
  line === tag.line && column >= (tag.column ?? 0) && column < (tag.endColumn ?? Number.POSITIVE_INFINITY)
