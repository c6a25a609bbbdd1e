/** The only door to launch-editor, which knows how to name a line to some thirty editors and finds the one that is running. */

import { resolve } from 'node:path'
import type { Place } from '../diagnostic.ts'

type Launch = (place: string, onError: (file: string, message: string | null) => void) => void

/** Gives the reason why it could not be opened. `cwd`: what a place is named from. */
export const openInEditor = async (
  { file, line = 1, column = 1 }: Place,
  cwd: string,
): Promise<string | undefined> => {
  const { default: launch } = (await import('launch-editor' as string)) as { default: Launch }
  return new Promise(done => {
    // It says nothing when all is well, and at once when there is no editor.
    const timer = setTimeout(() => done(undefined), 400)
    launch(`${resolve(cwd, file)}:${line}:${column}`, (_, message) => {
      clearTimeout(timer)
      done(
        message ??
          'no editor was found; name one in the environment as LAUNCH_EDITOR, such as LAUNCH_EDITOR=code',
      )
    })
  })
}
