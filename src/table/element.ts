/** XML between the tag table and the libraries that write and read it. */

export interface Element {
  /** With our own prefix, e.g. `itunes:duration`. */
  readonly name: string
  readonly attributes?: Readonly<Record<string, string | undefined>>
  readonly text?: string
  /** The text is HTML and is written as CDATA. */
  readonly html?: boolean
  readonly children?: readonly Element[]
}

/** A number as readers expect it: never with an exponent. */
export const decimalText = (value: number): string => {
  const text = String(value)
  return text.includes('e')
    ? value
        .toFixed(9)
        .replace(/(?<=\.\d{0,9})(?<!0)0+$/, '')
        .replace(/\.$/, '')
    : text
}
