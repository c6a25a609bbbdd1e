import { appendFileSync } from 'node:fs'

/** Adds text to the end of a file that somebody else keeps, such as a job summary. Whether it could be. */
export const append = (path: string, text: string): boolean => {
  try {
    appendFileSync(path, text)
    return true
  } catch {
    return false
  }
}
