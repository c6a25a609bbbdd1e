import type { Severity } from '../diagnostic.ts'

type Style = (text: string) => string

export interface Paint {
  readonly severity: Readonly<Record<Severity, Style>>
  readonly plain: Style
  readonly bold: Style
  readonly faint: Style
  readonly good: Style
  readonly help: Style
  readonly related: Style
}

// SGR codes by hand: util.styleText looks at the environment on its own in some versions, and the decision is the caller's alone.
const sgr =
  (on: string): Style =>
  text =>
    text === '' ? '' : `\u001b[${on}m${text}\u001b[0m`
const plain: Style = text => text

/** Styles when `colour` is on, else the text as it is. Styles do not nest. */
export const paint = (colour: boolean): Paint => {
  const style = (on: string): Style => (colour ? sgr(on) : plain)
  return {
    severity: { error: style('1;31'), warning: style('1;33'), note: style('1;36') },
    plain,
    bold: style('1'),
    faint: style('2'),
    good: style('32'),
    help: style('1;32'),
    related: style('1;34'),
  }
}
