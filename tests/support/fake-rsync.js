/** `rsync --archive [--exclude=<name>] <from> <to>`, on one machine. */

import { copyFileSync, mkdirSync, readdirSync, statSync } from 'node:fs'
import { basename, dirname, join, relative } from 'node:path'

const flags = process.argv.slice(2).filter(one => one.startsWith('--'))
const [from, to] = process.argv.slice(2).filter(one => !one.startsWith('--'))
const excluded = flags.flatMap(flag => (flag.startsWith('--exclude=') ? flag.slice('--exclude='.length) : []))
if (flags.some(flag => flag !== '--archive' && !flag.startsWith('--exclude='))) throw new Error('not known')
const put = (file, at) => {
  mkdirSync(dirname(at), { recursive: true })
  copyFileSync(file, at)
  console.log(file)
}
if (statSync(from).isFile()) put(from, join(to, basename(from)))
else
  for (const entry of readdirSync(from, { recursive: true, withFileTypes: true })) {
    const file = join(entry.parentPath, entry.name)
    if (entry.isFile() && !excluded.includes(entry.name)) put(file, join(to, relative(from, file)))
  }
