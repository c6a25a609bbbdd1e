/** A text without some of its parts, and the way back to where what is left of it stood. */

/** UTF-16 units; `end` is exclusive. */
export interface Cut {
  readonly start: number
  readonly end: number
}

export interface Rest {
  readonly text: string
  /** Where what stands at an offset of the rest stood before. */
  readonly sourceOf: (offset: number) => number
}

/** The cuts may come in any order, and overlap. */
export const without = (source: string, cuts: readonly Cut[]): Rest => {
  const kept: { readonly at: number; readonly from: number }[] = []
  const parts: string[] = []
  let length = 0
  let from = 0
  const keep = (end: number): void => {
    if (end <= from) return
    kept.push({ at: length, from })
    parts.push(source.slice(from, end))
    length += end - from
  }
  for (const { start, end } of cuts.toSorted((a, b) => a.start - b.start)) {
    keep(start)
    from = Math.max(from, end)
  }
  keep(source.length)
  return { text: parts.join(''), sourceOf: offset => sourceOf(kept, offset) }
}

const sourceOf = (
  kept: readonly { readonly at: number; readonly from: number }[],
  offset: number,
): number => {
  let low = 0
  let high = kept.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if (kept[middle]!.at <= offset) low = middle
    else high = middle - 1
  }
  const part = kept[low]
  return part === undefined ? offset : part.from + offset - part.at
}
