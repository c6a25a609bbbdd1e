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

const count = () => {
  if (at > 0 && ++calls === at) die()
}

for (const name of [
  ...['fsyncSync', 'chmodSync', 'utimesSync', 'linkSync', 'symlinkSync'],
  ...['renameSync', 'mkdirSync', 'rmdirSync', 'rmSync'],
]) {
  const real = fs[name]
  fs[name] = (...args) => {
    count()
    return real(...args)
  }
}

// Reading is not what is tested here.
const written = new Set()
const { openSync: open, closeSync: close, writeSync: write } = fs
fs.openSync = (path, flags, ...rest) => {
  const isOurs = typeof flags === 'string' && flags !== 'r'
  if (isOurs) count()
  const fd = open(path, flags, ...rest)
  if (isOurs) written.add(fd)
  return fd
}
fs.closeSync = fd => {
  if (written.delete(fd)) count()
  return close(fd)
}

// A copy and a write are cut in half.
const { copyFileSync: copy } = fs
fs.copyFileSync = (from, to, ...rest) => {
  if (at > 0 && ++calls === at) {
    copy(from, to, ...rest)
    fs.truncateSync(to, Math.floor(fs.statSync(to).size / 2))
    die()
  }
  return copy(from, to, ...rest)
}
fs.writeSync = (fd, bytes, offset = 0, ...rest) => {
  if (at > 0 && fd > 2 && ++calls === at) {
    write(fd, bytes, offset, Math.floor((bytes.length - offset) / 2))
    die()
  }
  return write(fd, bytes, offset, ...rest)
}

syncBuiltinESMExports()
