/** What somebody has chosen on the page of the look. A value that is empty is taken out. */

import { themeValueProblem } from '../fields/theme-value.ts'
import { themeVariables } from '../vocabulary/theme-variables.ts'

export interface ThemeChoice {
  readonly values: Readonly<Record<string, string>>
  /** For devices that are set to dark. */
  readonly dark: Readonly<Record<string, string>>
}

/** What a page sends is not trusted more than what stands in a file. */
export const themeChoiceOf = (body: unknown): ThemeChoice | { readonly problem: string } => {
  if (typeof body !== 'object' || body === null || !('values' in body) || !('dark' in body)) return none
  const values = valuesOf(body.values, () => true)
  const dark = valuesOf(body.dark, variable => 'isColour' in variable)
  if (typeof values === 'string') return { problem: values }
  return typeof dark === 'string' ? { problem: dark } : { values, dark }
}

const none = { problem: 'These are no variables of the look.' }

type Variable = (typeof themeVariables)[number]

/** Or what is wrong with one of them. */
const valuesOf = (
  sent: unknown,
  isMeant: (variable: Variable) => boolean,
): Readonly<Record<string, string>> | string => {
  if (typeof sent !== 'object' || sent === null) return none.problem
  const known = new Map<string, Variable>(themeVariables.filter(isMeant).map(one => [one.key, one]))
  const values: Record<string, string> = {}
  for (const [key, value] of Object.entries(sent) as [string, unknown][]) {
    const variable = known.get(key)
    if (variable === undefined || typeof value !== 'string') return none.problem
    const refusal = value === '' ? undefined : themeValueProblem(variable, value)
    if (refusal !== undefined) return [refusal.message, refusal.help ?? ''].join('. ')
    values[key] = value
  }
  return values
}
