/** Which files of a site are episodes, by what they say. */

import type { Condition, Conditions } from '../schema/source.ts'
import type { Scope } from './page.ts'
import type { Pattern } from './pattern.ts'
import { type Making, patternAt } from './source.ts'
import { isNothing, type Path } from './sourced.ts'
import type { Written } from './written.ts'

export const selectorOf = (
  conditions: Conditions,
  path: Path,
  making: Making,
): ((scope: Scope) => boolean) => {
  const tests = Object.entries(conditions).map(([key, condition]) => {
    const pattern =
      condition.matches === undefined
        ? undefined
        : patternAt(condition.matches, [...path, key, 'matches'], making, '^S\\d+')
    return (scope: Scope): boolean => holds(scope.find(key)?.written, condition, pattern)
  })
  return scope => tests.every(test => test(scope))
}

const holds = (
  written: Written | undefined,
  { is, not, contains, present, blank }: Condition,
  pattern: Pattern | undefined,
): boolean => {
  const texts = textsIn(written)
  if (is !== undefined && !texts.some(text => is.includes(text))) return false
  if (not !== undefined && texts.some(text => not.includes(text))) return false
  if (contains !== undefined && !contains.every(part => texts.some(text => isIn(part, text, written))))
    return false
  if (present !== undefined && (written !== undefined) !== present) return false
  if (blank !== undefined && isNothing(written) !== blank) return false
  return pattern === undefined || texts.some(text => pattern.find(text, 0) !== undefined)
}

/** Of a list an item has to be it; of a text it is a part. */
const isIn = (part: string, text: string, written: Written | undefined): boolean =>
  typeof written === 'string' ? text.includes(part) : text === part

const textsIn = (written: Written | undefined): readonly string[] => {
  if (written === undefined) return []
  if (typeof written === 'string') return [written.trim()]
  return Array.isArray(written) ? written.flatMap(textsIn) : Object.keys(written)
}
