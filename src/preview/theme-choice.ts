/** What somebody has chosen on the page of the look. A value that is empty is taken out. */

import { cssProblem } from '../units/css-value.ts'
import { themeVariables } from '../vocabulary/theme-variables.ts'

export interface ThemeChoice {
  readonly values: Readonly<Record<string, string>>
  /** For devices that are set to dark. */
  readonly dark: Readonly<Record<string, string>>
}

/** Undefined where it is none: what a page sends is not trusted more than what stands in a file. */
export const themeChoiceOf = (body: unknown): ThemeChoice | undefined => {
  if (typeof body !== 'object' || body === null || !('values' in body) || !('dark' in body)) return undefined
  const values = valuesOf(body.values, () => true)
  const dark = valuesOf(body.dark, variable => 'isColour' in variable)
  return values && dark && { values, dark }
}

type Variable = (typeof themeVariables)[number]

const valuesOf = (
  sent: unknown,
  isMeant: (variable: Variable) => boolean,
): Readonly<Record<string, string>> | undefined => {
  if (typeof sent !== 'object' || sent === null) return undefined
  const known = new Set<string>(themeVariables.filter(isMeant).map(({ key }) => key))
  const entries = Object.entries(sent).map(([key, value]) => [key, value] as const)
  const isGood = entries.every(
    ([key, value]) => known.has(key) && typeof value === 'string' && cssProblem(value) === undefined,
  )
  return isGood ? Object.fromEntries(entries) : undefined
}
