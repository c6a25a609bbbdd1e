/**
 * Runs all tests twice beside four processes that never rest, as on a machine that others use: a test that hangs on the clock, or on
 * the order of two things that happen at once, fails here first.
 */

import { spawn, spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const neighbours = 4
const times = 2

const loops = Array.from({ length: neighbours }, () =>
  spawn(process.execPath, ['--eval', 'for (;;) ;'], { stdio: 'ignore' }),
)
const stop = () => {
  for (const loop of loops) loop.kill('SIGKILL')
}
process.on('exit', stop)
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => process.exit(1))

for (let time = 1; time <= times; time++) {
  console.log(`All tests beside ${neighbours} busy processes, ${time} of ${times}`)
  const { status } = spawnSync('npm', ['test', '--', ...process.argv.slice(2)], {
    cwd: root,
    stdio: 'inherit',
  })
  if (status !== 0) {
    process.exitCode = 1
    break
  }
}
stop()
