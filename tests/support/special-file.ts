/** What is in a folder and is neither a file nor a link to one. */

import { execFileSync } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:net'
import { afterFile } from './after-file.ts'

const made: (() => void)[] = []
afterFile(() => {
  for (const close of made.splice(0)) close()
})

/** Whether this system has named pipes and can be asked to make one. */
export const canMakePipes = process.platform !== 'win32'
/** Only root may make a device. */
export const canMakeDevices = canMakePipes && process.geteuid?.() === 0

export const makePipe = (path: string): void => {
  execFileSync('mkfifo', [path])
}

/** The one that never ends. */
export const makeDevice = (path: string): void => {
  execFileSync('mknod', [path, 'c', '1', '5'])
}

export const makeSocket = async (path: string): Promise<void> => {
  const server = createServer().listen(path)
  made.push(() => server.close())
  await once(server, 'listening')
}
