/** `aws s3 sync` and `aws s3 cp` of a folder, into FAKE_S3/<bucket>, with the headers that were named beside it. */

import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join, relative } from 'node:path'

const [service, verb, from, to, ...flags] = process.argv.slice(2)
if (service !== 's3' || !['sync', 'cp'].includes(verb)) throw new Error(`not known: ${service} ${verb}`)
const filters = []
const headers = {}
for (let i = 0; i < flags.length; i += 2) {
  const [flag, value] = [flags[i], flags[i + 1]]
  if (flag === '--exclude' || flag === '--include') filters.push([flag, value])
  else if (flag === '--content-type') headers['Content-Type'] = value
  else if (flag === '--cache-control') headers['Cache-Control'] = value
  else throw new Error(`not known: ${flag}`)
}
// The last filter that fits decides, and * goes over slashes.
const fits = (path, pattern) =>
  new RegExp(`^${pattern.replaceAll('.', '\\.').replaceAll('*', '.*')}$`).test(path)
const isTaken = path => filters.findLast(([, pattern]) => fits(path, pattern))?.[0] !== '--exclude'
const root = join(process.env.FAKE_S3, to.replace(/^s3:\/\//, '').split('/')[0])
const target = join(process.env.FAKE_S3, to.replace(/^s3:\/\//, ''))
const list = join(root, '.headers.json')
const known = existsSync(list) ? JSON.parse(readFileSync(list, 'utf8')) : {}
const put = (file, at) => {
  mkdirSync(dirname(at), { recursive: true })
  copyFileSync(file, at)
  const path = `/${relative(root, at)}`
  known[path] = headers
  console.log(`upload: ${file} to ${path}`)
}
if (statSync(from).isFile()) put(from, target)
else
  for (const entry of readdirSync(from, { recursive: true, withFileTypes: true })) {
    const file = join(entry.parentPath, entry.name)
    if (entry.isFile() && isTaken(relative(from, file))) put(file, join(target, relative(from, file)))
  }
writeFileSync(list, JSON.stringify(known))
