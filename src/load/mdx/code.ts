/** How far a piece of JavaScript reaches. It is only looked at, bracket by bracket, and never run. */

/** How many steps may still be taken: what is nested over and over would be looked at over and over. */
export interface Budget {
  left: number
}

/** Behind the bracket that closes the one at `start`; undefined where none does. */
export const closingOf = (text: string, start: number, budget: Budget): number | undefined => {
  const walk = walkFrom(text, start, budget)
  do {
    if (walk.at >= text.length || budget.left <= 0) return undefined
    step(walk)
  } while (walk.open.length > 0)
  return walk.at
}

/** Behind the statements of `import` and `export` that begin at `start`: they end with a line, when every bracket is closed. */
export const statementsEnd = (text: string, start: number, budget: Budget): number => {
  const walk = walkFrom(text, start, budget)
  while (walk.at < text.length && budget.left > 0) {
    if (walk.open.length === 0 && isBreak(text, walk.at) && isStatementEnd(text, walk.at, walk.last))
      return walk.at
    step(walk)
  }
  // Brackets that nothing closes would take the whole text with them: the paragraph is enough.
  return walk.at >= text.length && walk.open.length === 0 ? text.length : paragraphEnd(text, start)
}

/** Where the next blank line begins: at the line break in front of it. */
export const paragraphEnd = (text: string, start: number): number => {
  const blank = /\r?\n[ \t]*\r?\n/g
  blank.lastIndex = start
  return blank.exec(text)?.index ?? text.length
}

const isBreak = (text: string, at: number): boolean => text[at] === '\n' || text[at] === '\r'

/** A statement goes on where its line ends with an operator, or where the next one begins like one that goes on. */
const isStatementEnd = (text: string, at: number, last: string): boolean => {
  if (/[=,+\-*/.?:&|<([{]/.test(last)) return false
  const next = /^(?:\r\n|\r|\n)([^\r\n]{0,80})/.exec(text.slice(at, at + 90))?.[1] ?? ''
  return !/^(?:(?:import|export)\b|from\b|[ \t]+\S|\/[/*]|[.?:+*&|)\]}])/.test(next)
}

interface Walk {
  readonly text: string
  readonly budget: Budget
  at: number
  /** Brackets and templates that are open, the innermost last. */
  readonly open: string[]
  /** The last unit that is no white space: it tells a regular expression from a division. */
  last: string
}

const walkFrom = (text: string, at: number, budget: Budget): Walk => ({
  text,
  budget,
  at,
  open: [],
  last: '',
})

/** Over a string, a comment, a regular expression, a bracket, or any other unit. */
const step = (walk: Walk): void => {
  const { text, at, open, budget } = walk
  budget.left--
  if (open.at(-1) === '`') {
    inTemplate(walk)
    return
  }
  const unit = text[at] ?? ''
  const end = unit === '"' || unit === "'" ? stringEnd(walk) : unit === '/' ? slashEnd(walk) : undefined
  if (end !== undefined) {
    walk.at = end
    walk.last = '"'
    return
  }
  if (unit === '`' || unit === '{' || unit === '(' || unit === '[') open.push(unit)
  else if (unit === '}' || unit === ')' || unit === ']') open.pop()
  walk.at = at + 1
  if (unit.trim() !== '') walk.last = unit
}

const inTemplate = (walk: Walk): void => {
  const { text, at, open } = walk
  if (text[at] === '\\') walk.at = at + 2
  else if (text.startsWith('${', at)) {
    open.push('{')
    walk.at = at + 2
  } else {
    if (text[at] === '`') open.pop()
    walk.at = at + 1
  }
  walk.last = '"'
}

/** A string ends on its line. An apostrophe in the text of an element, as in `<p>it's</p>`, begins none. */
const stringEnd = ({ text, at, budget }: Walk): number | undefined => {
  const quote = text[at]
  for (let end = at + 1; end < text.length && budget.left > 0; end++) {
    budget.left--
    if (text[end] === '\\') end++
    else if (text[end] === quote) return end + 1
    else if (isBreak(text, end)) return undefined
  }
  return undefined
}

const slashEnd = ({ text, at, last, budget }: Walk): number | undefined => {
  if (text[at + 1] === '*') {
    const end = text.indexOf('*/', at + 2)
    budget.left -= (end < 0 ? text.length : end) - at
    return end < 0 ? undefined : end + 2
  }
  // Not the one of `https://`, in the text of an element.
  if (text[at + 1] === '/') return text[at - 1] === ':' ? undefined : lineEnd(text, at)
  return /[(=,:[!&|?{;]/.test(last) ? regularExpressionEnd(text, at, budget) : undefined
}

/** The line break that ends the line of `at`. */
export const lineEnd = (text: string, at: number): number => {
  const end = /[\r\n]/g
  end.lastIndex = at
  return end.exec(text)?.index ?? text.length
}

/** On its line; a slash in brackets is one of its characters. */
const regularExpressionEnd = (text: string, at: number, budget: Budget): number | undefined => {
  let isInBrackets = false
  for (let end = at + 1; end < text.length && budget.left > 0; end++) {
    budget.left--
    const unit = text[end]
    if (unit === '\\') end++
    else if (isBreak(text, end)) return undefined
    else if (unit === '/' && !isInBrackets) return end + 1
    else if (unit === '[' || unit === ']') isInBrackets = unit === '['
  }
  return undefined
}
