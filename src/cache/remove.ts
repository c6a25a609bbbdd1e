import { rmSync } from 'node:fs'

/** Removes a file if it can. Never throws: where the cache's folder has become a file, `force` does not keep rm from it. */
export const remove = (path: string): void => {
  try {
    rmSync(path, { force: true })
  } catch {
    // What cannot be removed is not there to be read either.
  }
}
