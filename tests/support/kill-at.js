// Preloaded by tests/kill.test.ts. Kills this process at its nth call that changes a file, before or in the middle of it (KILL_AT);
// or lets it go on, and writes down what somebody would find who looked at that moment (FOUND_AT, a file): a killed process leaves just that.
import fs from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'

const at = Number(process.env.KILL_AT)
const foundAt = process.env.FOUND_AT
const watched = JSON.parse(process.env.WATCHED)
const { readFileSync: read, writeFileSync: save, truncateSync: truncate, statSync: stat } = fs
let calls = 0

const die = () => {
  process.kill(process.pid, 'SIGKILL')
  // The signal may take a moment: nothing more may be done in it.
  for (;;);
}

/** As it is in the folder `old` or `new`; or neither. */
const stateOf = path => {
  const now = read(path)
  return ['old', 'new'].find(which => now.equals(read(`${which}/${path}`))) ?? 'neither'
}

const found = []
if (foundAt) process.on('exit', () => save(foundAt, JSON.stringify(found)))

/** `halfWay` does half of what is to be done. */
const reached = halfWay => {
  calls++
  if (calls === at) {
    halfWay?.()
    die()
  }
  if (!foundAt) return
  halfWay?.()
  found.push(watched.map(stateOf))
}

for (const name of [
  ...['fsyncSync', 'chmodSync', 'utimesSync', 'linkSync', 'symlinkSync'],
  ...['renameSync', 'mkdirSync', 'rmdirSync', 'rmSync'],
]) {
  const real = fs[name]
  fs[name] = (...args) => {
    reached()
    return real(...args)
  }
}

// Reading is not what is tested here.
const written = new Set()
const { openSync: open, closeSync: close, writeSync: write } = fs
fs.openSync = (path, flags, ...rest) => {
  const isOurs = typeof flags === 'string' && flags !== 'r'
  if (isOurs) reached()
  const fd = open(path, flags, ...rest)
  if (isOurs) written.add(fd)
  return fd
}
fs.closeSync = fd => {
  if (written.delete(fd)) reached()
  return close(fd)
}

// A copy and a write are cut in half.
const { copyFileSync: copy } = fs
fs.copyFileSync = (from, to, ...rest) => {
  copy(from, to, ...rest)
  reached(() => truncate(to, Math.floor(stat(to).size / 2)))
  if (foundAt) copy(from, to)
}
fs.writeSync = (fd, bytes, offset = 0, ...rest) => {
  if (fd <= 2) return write(fd, bytes, offset, ...rest)
  let done = 0
  reached(() => {
    done = write(fd, bytes, offset, Math.floor((bytes.length - offset) / 2))
  })
  return done === 0
    ? write(fd, bytes, offset, ...rest)
    : done + write(fd, bytes, offset + done, bytes.length - offset - done)
}

syncBuiltinESMExports()
