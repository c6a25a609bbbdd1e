/** The only door to chokidar. */

import { watch } from 'chokidar'
import { isIgnored } from '../names.ts'

/** What is saved together is one change. Milliseconds: editors write a file in several steps. */
const TOGETHER = 60

/** Tells of every change in a folder. Links are not followed, and what no build reads is not looked at. Gives the way to end it. */
export const watchFolder = async (folder: string, onChange: () => void): Promise<() => Promise<void>> => {
  let timer: NodeJS.Timeout | undefined
  const watcher = watch(folder, {
    ignoreInitial: true,
    followSymlinks: false,
    ignored: path =>
      path
        .slice(folder.length)
        .split(/[\\/]/)
        .some(name => name !== '' && isIgnored(name)),
  })
  watcher.on('all', () => {
    clearTimeout(timer)
    timer = setTimeout(onChange, TOGETHER)
  })
  // The folder itself was moved or deleted, as a change of branch does: it is seen when it is back.
  watcher.on('unlinkDir', path => {
    if (path === folder) watcher.add(folder)
  })
  // A folder that goes away, or more files than the system can watch: what is watched still is.
  watcher.on('error', () => {})
  await new Promise<void>(resolve => watcher.once('ready', resolve))
  return async () => {
    clearTimeout(timer)
    await watcher.close()
  }
}
