import { type Budget, closingOf } from './code.ts'

/** A tag of JSX, as far as it has to be understood to be left out. UTF-16 units; `end` is exclusive. */
export interface Tag {
  readonly start: number
  readonly end: number
  /** Empty for a fragment, `<>`. */
  readonly name: string
  readonly kind: 'open' | 'close' | 'empty'
  /** The attributes whose value is an expression, with the white space in front of them. */
  readonly expressions: readonly { readonly start: number; readonly end: number; readonly name: string }[]
}

const NAME = /[A-Za-z_$][\w$-]*(?:[.:][A-Za-z_$][\w$-]*)*/y
const ATTRIBUTE = /[A-Za-z_$@:][\w$:.@-]*/y
const SPACE = /\s*/y

/** The tag that begins at `start`; undefined where there is none, as in `a < b` and `<https://show.example/>`. */
export const readTag = (text: string, start: number, budget: Budget): Tag | undefined => {
  const isClosing = text[start + 1] === '/'
  const from = start + (isClosing ? 2 : 1)
  const name = match(NAME, text, from)
  let at = from + name.length
  const expressions: Tag['expressions'][number][] = []
  for (;;) {
    const gap = at
    at += match(SPACE, text, at).length
    if (text[at] === '>') return { start, end: at + 1, name, kind: isClosing ? 'close' : 'open', expressions }
    if (isClosing || name === '' || budget.left-- <= 0) return undefined
    if (text.startsWith('/>', at)) return { start, end: at + 2, name, kind: 'empty', expressions }
    const attribute = match(ATTRIBUTE, text, at)
    const end = attribute === '' ? spreadEnd(text, at, budget) : valueEnd(text, at + attribute.length, budget)
    if (end === undefined) return undefined
    if (text[end - 1] === '}') expressions.push({ start: gap, end, name: attribute })
    at = end
  }
}

const match = (pattern: RegExp, text: string, at: number): string => {
  pattern.lastIndex = at
  return pattern.exec(text)?.[0] ?? ''
}

/** `{...props}` */
const spreadEnd = (text: string, at: number, budget: Budget): number | undefined =>
  text[at] === '{' ? closingOf(text, at, budget) : undefined

/** `="text"`, `={expression}`, or nothing. */
const valueEnd = (text: string, at: number, budget: Budget): number | undefined => {
  const equals = at + match(SPACE, text, at).length
  if (text[equals] !== '=') return at
  const value = equals + 1 + match(SPACE, text, equals + 1).length
  const quote = text[value]
  if (quote === '{') return closingOf(text, value, budget)
  if (quote !== '"' && quote !== "'") return undefined
  const end = text.indexOf(quote, value + 1)
  return end < 0 ? undefined : end + 1
}
