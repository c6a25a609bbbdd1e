/** The elements that Matroska is made of. RFC 8794 (EBML), 4 to 7. */

export interface Element {
  readonly id: number
  readonly body: number
  /** Infinity: the writer left it open. */
  readonly end: number
}

/** The element at `at` of `b`; undefined when its header is not there. Positions count from `base`. */
export const parseElement = (b: Uint8Array, at: number, base: number): Element | undefined => {
  const idLength = Math.clz32(b[at] ?? 0) - 23
  const sizeLength = Math.clz32(b[at + idLength] ?? 0) - 23
  const body = at + idLength + sizeLength
  if (idLength > 4 || sizeLength > 8 || body > b.length) return undefined
  let id = 0
  for (let i = at; i < at + idLength; i++) id = id * 256 + b[i]!
  let size = b[at + idLength]! & (0xff >> sizeLength)
  let isOpen = size === 0xff >> sizeLength
  for (let i = at + idLength + 1; i < body; i++) {
    size = size * 256 + b[i]!
    isOpen &&= b[i] === 0xff
  }
  return { id, body: base + body, end: isOpen ? Number.POSITIVE_INFINITY : base + body + size }
}

/** The elements that stand whole in `b` from `at` on; an open one is entered. */
export function* elementsIn(b: Uint8Array, from: number): Generator<Element, void, void> {
  for (let at = from; at < b.length; ) {
    const element = parseElement(b, at, 0)
    if (element === undefined || (Number.isFinite(element.end) && element.end > b.length)) return
    yield element
    at = Number.isFinite(element.end) ? element.end : element.body
  }
}

export const uint = (b: Uint8Array, start: number, end: number): number => {
  let value = 0
  for (let i = start; i < end; i++) value = value * 256 + b[i]!
  return value
}
