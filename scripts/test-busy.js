/**
 * Runs all tests twice beside four processes that never rest, as on a machine that others use: a test that hangs on the clock, or on
 * the order of two things that happen at once, fails here first.
 *
 *   npm run test:busy                    the whole suite
 *   npm run test:busy -- tests/units     what vitest takes: here, some of the files
 */

import { spawn, spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const neighbours = 4
const times = 2

/** It rests when this process is gone, however it ended. */
const busy =
  'const parent = process.ppid; for (let i = 0; ; i++) if (i % 1e7 === 0 && process.ppid !== parent) break'

const run = (program, ...argv) => spawnSync(program, argv, { cwd: root, stdio: 'inherit' }).status === 0

// Lint, types and build: once, and in peace.
if (!run('npm', 'run', '--silent', 'pretest')) process.exit(1)

const loops = Array.from({ length: neighbours }, () =>
  spawn(process.execPath, ['--eval', busy], { stdio: 'ignore' }),
)
const stop = () => {
  for (const loop of loops) loop.kill('SIGKILL')
}
process.on('exit', stop)
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => process.exit(1))

for (let time = 1; time <= times; time++) {
  console.log(`Tests beside ${neighbours} busy processes, ${time} of ${times}`)
  if (!run(process.execPath, 'node_modules/vitest/vitest.mjs', 'run', ...process.argv.slice(2))) {
    process.exitCode = 1
    break
  }
}
stop()
