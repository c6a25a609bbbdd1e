/** The lines of a text, found once: a report asks for thousands of them. */
export interface Lines {
  readonly count: number
  /** `number` counts from 1; without its line break. Undefined beyond the end. */
  readonly at: (number: number) => string | undefined
}

/** Lines end at LF or CRLF, as editors and YAML count them. */
export const linesOf = (text: string): Lines => {
  const starts = [0]
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1)
  return {
    count: starts.length,
    at: number => {
      const start = starts[number - 1]
      if (start === undefined) return undefined
      const end = starts[number] === undefined ? text.length : starts[number] - 1
      return text.slice(start, text[end - 1] === '\r' && end > start ? end - 1 : end)
    },
  }
}
