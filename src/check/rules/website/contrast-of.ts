/** Whether text can be read on what is behind it: https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio */

import { hexByName } from '../../../vocabulary/css-colours.ts'

/** Red, green, blue, each from 0 to 255; and how much of it covers what is behind, from 0 to 1. */
type Colour = readonly [red: number, green: number, blue: number, alpha: number]

/** Undefined of what only a browser can work out, such as `var()` or `color-mix()`. */
const colourOf = (written: string): Colour | undefined => {
  const bare = written
    .replace(/!\s*important$/i, '')
    .trim()
    .toLowerCase()
  const hex = hexByName.get(bare) ?? /^#([\da-f]+)$/.exec(bare)?.[1]
  if (hex !== undefined) return ofHex(hex)
  const [, kind, inside = ''] = /^(rgb|hsl)a?\(([^()]*)\)$/.exec(bare) ?? []
  const parts = inside.split(/[\s,/]+/).filter(part => part !== '')
  if (kind === undefined || parts.length < 3 || parts.length > 4) return undefined
  const colour = kind === 'rgb' ? ofRgb(parts) : ofHsl(parts)
  return colour.some(Number.isNaN) ? undefined : colour
}

const ofHex = (hex: string): Colour => {
  const whole = hex.length < 6 ? hex.replace(/./g, '$&$&') : hex
  const [red = 0, green = 0, blue = 0, alpha = 255] = (whole.match(/../g) ?? []).map(two =>
    Number.parseInt(two, 16),
  )
  return [red, green, blue, alpha / 255]
}

const ofRgb = ([red = '', green = '', blue = '', alpha]: readonly string[]): Colour => [
  amount(red, 255),
  amount(green, 255),
  amount(blue, 255),
  alphaOf(alpha),
]

const ofHsl = ([hue = '', saturation = '', light = '', alpha]: readonly string[]): Colour => {
  const [s, l] = [amount(saturation, 1, 100), amount(light, 1, 100)]
  const turn = (Number(hue.replace(/deg$/, '')) / 30 + 1200) % 12
  const part = (n: number): number => {
    const k = (n + turn) % 12
    return 255 * (l - s * Math.min(l, 1 - l) * Math.max(-1, Math.min(k - 3, 9 - k, 1)))
  }
  return [part(0), part(8), part(4), alphaOf(alpha)]
}

const alphaOf = (written: string | undefined): number => (written === undefined ? 1 : amount(written, 1))

/** `full`: what 100 % is. `plain`: what stands for that where there is no sign. */
const amount = (written: string, full: number, plain = full): number =>
  Math.min(
    full,
    Math.max(
      0,
      written.endsWith('%') ? (Number(written.slice(0, -1)) / 100) * full : (Number(written) / plain) * full,
    ),
  )

const over = ([red, green, blue, alpha]: Colour, [r, g, b]: Colour): Colour => [
  red * alpha + r * (1 - alpha),
  green * alpha + g * (1 - alpha),
  blue * alpha + b * (1 - alpha),
  1,
]

const luminance = ([red, green, blue]: Colour): number =>
  0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)

const linear = (value: number): number =>
  value / 255 <= 0.04045 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4

const ratio = (text: Colour, behind: Colour): number => {
  const [low = 0, high = 0] = [luminance(over(text, behind)), luminance(behind)].sort((a, b) => a - b)
  return (high + 0.05) / (low + 0.05)
}

/** To 1. Undefined where nobody can tell. */
export const contrastOf = (text: string, behind: string): number | undefined => {
  const [one, other] = [colourOf(text), colourOf(behind)]
  return one === undefined || other === undefined || other[3] < 1 ? undefined : ratio(one, other)
}

/**
 * The same text colour in hexadecimal, darker or lighter by as little as it takes to be read on all of these. Undefined where no
 * shade of it can. `least`: what makes it readable.
 */
export const readableOn = (text: string, behind: readonly string[], least: number): string | undefined => {
  const grounds = behind.map(colourOf).filter(colour => colour !== undefined && colour[3] === 1) as Colour[]
  const [one, ground] = [colourOf(text), grounds[0]]
  if (one === undefined || ground === undefined) return undefined
  const seen = over(one, ground)
  for (let percent = 0; percent <= 100; percent += 2)
    for (const end of [0, 255]) {
      const mixed = rounded(over([end, end, end, percent / 100], seen))
      if (grounds.every(one => ratio(mixed, one) >= least)) return hexOf(mixed)
    }
  return undefined
}

const rounded = ([red, green, blue]: Colour): Colour => [
  Math.round(red),
  Math.round(green),
  Math.round(blue),
  1,
]

const hexOf = ([red, green, blue]: Colour): string =>
  `#${[red, green, blue].map(value => value.toString(16).padStart(2, '0')).join('')}`
