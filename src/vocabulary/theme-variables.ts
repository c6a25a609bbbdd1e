/** What a show may change of the look of its pages without a stylesheet: the variables of src/website/theme/style.css. */

export interface ThemeVariable {
  /** In front matter. */
  readonly key: string
  /** In a stylesheet, with its two hyphens. */
  readonly css: string
  readonly says: string
  /** A colour, or what depends on one: the dark scheme has its own. */
  readonly isColour?: true
  /** Not a colour, but what depends on one. */
  readonly isShadow?: true
}

const colour = <const Key extends string>(key: Key, css: string, says: string) =>
  ({ key, css, says, isColour: true }) as const
const other = <const Key extends string>(key: Key, css: string, says: string) => ({ key, css, says }) as const

/** In the order in which the stylesheet has them. */
export const themeVariables = [
  colour('background', '--background', 'Behind everything.'),
  colour('surface', '--surface', 'Behind the player, the transcript and what else stands out.'),
  colour('text', '--text', 'Text.'),
  colour('muted', '--muted', 'Text that matters less: dates, summaries.'),
  colour('line', '--line', 'Lines between things, and around them.'),
  colour('accent', '--accent', 'Links, buttons, and where the player is.'),
  colour('onAccent', '--on-accent', 'Text on a button.'),
  colour('mark', '--mark', 'Behind words that were searched for, and behind small marks.'),
  colour('onMark', '--on-mark', 'Text on that.'),
  other('font', '--font', 'The font of the text.'),
  other('fontTitle', '--font-title', 'The font of titles.'),
  other('width', '--width', 'How wide a page is at most.'),
  other('corner', '--corner', 'How round corners are.'),
  { ...colour('shadow', '--shadow', 'Under the artwork and the player.'), isShadow: true },
] as const satisfies readonly ThemeVariable[]

export type ThemeKey = (typeof themeVariables)[number]['key']

/** In CSS. */
export type ThemeValues = { readonly [Key in ThemeKey]?: string }
