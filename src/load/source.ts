import { readFileSync } from 'node:fs'
import { decodeText } from './front-matter.ts'

/** The text of a file that a diagnostic points into, for its code frame; undefined where there is none to show. */
export const readSource = (path: string): string | undefined => {
  try {
    return decodeText(readFileSync(path)).text
  } catch {
    return undefined
  }
}
