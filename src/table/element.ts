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

export const textOf = (element: Element): string => (element.text ?? '').trim()

export const attributeOf = (element: Element, name: string): string | undefined => element.attributes?.[name]

export const childrenOf = (element: Element, name: string): readonly Element[] =>
  (element.children ?? []).filter(child => child.name === name)

/** The attributes that say something, under the names of `fields`: `{ start: 'startTime' }`. */
export const attributesOf = <Field extends string>(
  element: Element,
  fields: Readonly<Record<Field, string>>,
): { [F in Field]?: string } => {
  const found: { [F in Field]?: string } = {}
  for (const field in fields) {
    const value = attributeOf(element, fields[field])?.trim()
    if (value) found[field] = value
  }
  return found
}

/** A number that is not negative, in decimal digits. */
export const numberOf = (text: string | undefined): number | undefined =>
  text !== undefined && /^\d{1,15}(\.\d{1,15})?$/.test(text.trim()) ? Number(text) : undefined

export const integerOf = (text: string | undefined): number | undefined =>
  text !== undefined && /^\d{1,15}$/.test(text.trim()) ? Number(text) : undefined

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

/** A property that is there only when its value is. */
export const optional = <Key extends string, Value>(key: Key, value: Value | undefined) =>
  (value === undefined ? {} : { [key]: value }) as { [K in Key]?: Value }
