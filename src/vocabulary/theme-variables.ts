/** What a show may change of the look of its pages without a stylesheet: the variables of src/website/theme/style.css. */

export interface ThemeVariable {
  /** In front matter. */
  readonly key: string
  /** In a stylesheet, with its two hyphens. */
  readonly css: string
  readonly says: string
  /** A colour, or what depends on one: the dark scheme has its own. */
  readonly isColour?: true
  /** Ours, in hexadecimal. */
  readonly light?: string
  readonly dark?: string
  /** What a length is written for. */
  readonly isLength?: true
  readonly isFont?: true
  /** Not a colour, but what depends on one. */
  readonly isShadow?: true
}

const colour = <const Key extends string>(key: Key, says: string, ours: { light: string; dark: string }) =>
  ({ key, css: cssOf(key), says, ...ours, isColour: true }) as const
const font = <const Key extends string>(key: Key, says: string) =>
  ({ key, css: cssOf(key), says, isFont: true }) as const
const length = <const Key extends string>(key: Key, says: string) =>
  ({ key, css: cssOf(key), says, isLength: true }) as const

/** `onAccent`: `--on-accent`. */
const cssOf = (key: string): string => `--${key.replace(/[A-Z]/g, letter => `-${letter.toLowerCase()}`)}`

/** In the order in which the stylesheet has them. */
export const themeVariables = [
  colour('background', 'Behind everything.', { light: '#fbfaf7', dark: '#16171a' }),
  colour('surface', 'Behind the player, the transcript and what else stands out.', {
    light: '#ffffff',
    dark: '#1f2125',
  }),
  colour('text', 'Text.', { light: '#1d1b18', dark: '#eceae5' }),
  colour('muted', 'Text that matters less: dates, summaries.', { light: '#635d55', dark: '#aaa59b' }),
  colour('line', 'Lines between things, and around them.', { light: '#e4dfd6', dark: '#34363c' }),
  colour('accent', 'Links, buttons, and where the player is.', { light: '#0b5c63', dark: '#7fd0d6' }),
  colour('onAccent', 'Text on a button.', { light: '#ffffff', dark: '#08282b' }),
  colour('mark', 'Behind words that were searched for, and behind small marks.', {
    light: '#f3e3b3',
    dark: '#4a3d12',
  }),
  colour('onMark', 'Text on that.', { light: '#3d3005', dark: '#fbeec2' }),
  font('font', 'The font of the text.'),
  font('fontTitle', 'The font of titles.'),
  length('width', 'How wide a page is at most.'),
  length('corner', 'How round corners are.'),
  {
    key: 'shadow',
    css: '--shadow',
    says: 'Under the artwork and the player.',
    isColour: true,
    isShadow: true,
  },
] as const satisfies readonly ThemeVariable[]

/** Text on the lighter accent that the dark scheme gets of a show's own. */
export const onAccentInDark = '#101316'

export type ThemeKey = (typeof themeVariables)[number]['key']

/** In CSS. */
export type ThemeValues = { readonly [Key in ThemeKey]?: string }
