/** The stylesheet of a show's own: what it has written, and the variables that it has set. */

import type { ThemeValues } from '../fields/theme.ts'
import type { Look } from '../podcast.ts'
import { onAccentInDark, themeVariables } from '../vocabulary/theme-variables.ts'

/** Undefined where a show has nothing to say. */
export const themeStyle = ({ stylesheet, values, dark }: Look): string | undefined => {
  const colours = themeVariables.filter(variable => 'isColour' in variable)
  const others = themeVariables.filter(variable => !('isColour' in variable))
  const blocks = [
    stylesheet?.text.trimEnd() ?? '',
    rootOf(declared(others, values)),
    // On paper and in the other scheme our own colours hold, which can be read there.
    inScheme('light', declared(colours, values)),
    inScheme('dark', declared(colours, { ...accentInDark(values), ...dark })),
  ].filter(block => block !== '')
  return blocks.length === 0 ? undefined : `${blocks.join('\n')}\n`
}

type Variables = readonly (typeof themeVariables)[number][]

const declared = (variables: Variables, values: ThemeValues): readonly string[] =>
  variables.flatMap(({ key, css }) => (values[key] === undefined ? [] : [`${css}: ${values[key]};`]))

const rootOf = (lines: readonly string[]): string =>
  lines.length === 0 ? '' : `:root {\n  ${lines.join('\n  ')}\n}`

const inScheme = (scheme: 'light' | 'dark', lines: readonly string[]): string =>
  lines.length === 0 ? '' : `@media screen and (prefers-color-scheme: ${scheme}) {\n${rootOf(lines)}\n}`

/** The colour of a show is its colour at night too: lighter, so that it can be read there. */
const accentInDark = ({ accent }: ThemeValues): ThemeValues =>
  accent === undefined
    ? {}
    : { accent: `color-mix(in oklab, ${accent}, white 60%)`, onAccent: onAccentInDark }
