/** `line` and `column` count from 1, in UTF-16 units; `offset` counts from 0. */
export interface TextPosition {
  readonly offset: number
  readonly line: number
  readonly column: number
}

/** Finds lines by halving: a text is read once, whatever the number of questions. Lines end with LF, CR or CR LF. */
export function positionsIn(text: string): (offset: number) => TextPosition {
  const starts = lineStarts(text)
  return offset => {
    let low = 0
    let high = starts.length - 1
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if (starts[middle]! <= offset) low = middle
      else high = middle - 1
    }
    return { offset, line: low + 1, column: offset - starts[low]! + 1 }
  }
}

/** Sixteen million lines fit into a feed: where no CR stands, nothing is made for each but its number. */
function lineStarts(text: string): readonly number[] {
  const starts = [0]
  if (text.includes('\r'))
    for (const { index, 0: lineEnd } of text.matchAll(/\r\n|\r|\n/g)) starts.push(index + lineEnd.length)
  else for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1)
  return starts
}
