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
