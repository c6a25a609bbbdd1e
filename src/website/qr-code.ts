/** The only door to uqr. */

import { encode } from 'uqr'

export interface QrCode {
  /** Modules to each side, with the quiet zone. */
  readonly size: number
  /** Of the dark modules: the `d` of an SVG path. */
  readonly path: string
}

/** https://www.iso.org/standard/83389.html asks for four modules of quiet around it. Undefined for a text that no code can hold. */
export const qrCode = (text: string): QrCode | undefined => {
  if (new TextEncoder().encode(text).length > 1200) return undefined
  const { size, data } = encode(text, { ecc: 'M', border: 4 })
  const rows = data.map((row, y) => rowPath(row, y))
  return { size, path: rows.join('') }
}

const rowPath = (row: readonly boolean[], y: number): string => {
  let path = ''
  for (let x = 0; x < row.length; x++) {
    if (!row[x]) continue
    const start = x
    while (row[x + 1]) x++
    path += `M${start} ${y}h${x - start + 1}v1h-${x - start + 1}z`
  }
  return path
}
