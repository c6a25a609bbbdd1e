// Preloaded by tests/kill.test.ts: kills this process at its nth call that changes a file, before or in the middle of it.
import fs from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'

const at = Number(process.env.KILL_AT)
let calls = 0

const die = () => {
  process.kill(process.pid, 'SIGKILL')
  // The signal may take a moment: nothing more may be done in it.
  for (;;);
}

const names = [
  ...[
    'openSync',
    'closeSync',
    'fsyncSync',
    'chmodSync',
    'futimesSync',
    'copyFileSync',
    'linkSync',
    'symlinkSync',
  ],
  ...['renameSync', 'mkdirSync', 'rmdirSync', 'rmSync'],
]
for (const name of names) {
  const real = fs[name]
  fs[name] = (...args) => {
    if (at > 0 && isOurs(name, args) && ++calls === at) die()
    return real(...args)
  }
}

// A write is cut in half.
const write = fs.writeSync
fs.writeSync = (fd, bytes, offset = 0, ...rest) => {
  if (at > 0 && fd > 2 && ++calls === at) {
    write(fd, bytes, offset, Math.floor((bytes.length - offset) / 2))
    die()
  }
  return write(fd, bytes, offset, ...rest)
}

/** Reading is not what is tested here. */
function isOurs(name, args) {
  return name !== 'openSync' || /^(w|a|r\+)/.test(args[1])
}

syncBuiltinESMExports()
