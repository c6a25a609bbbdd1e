/** The only door to range-parser: https://www.rfc-editor.org/rfc/rfc9110#section-14 */

import rangeParser from 'range-parser'

export interface Part {
  readonly start: number
  /** The last byte of it. */
  readonly end: number
}

/** Undefined: the whole file. Of several ranges the first, as a server may; `unsatisfiable`: nothing of it is there. */
export const partOf = (size: number, header: string | undefined): Part | 'unsatisfiable' | undefined => {
  if (header === undefined) return undefined
  const ranges = rangeParser(size, header, { combine: true })
  // What cannot be read is as if it had not been said.
  if (ranges === -2 || (Array.isArray(ranges) && ranges.type !== 'bytes')) return undefined
  if (ranges === -1) return 'unsatisfiable'
  const [first, ...others] = ranges as readonly Part[]
  return first === undefined || others.length > 0 ? undefined : first
}
