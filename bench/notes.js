// What 1,000 notes of 3 KB cost, from a cold start: CPU of the whole process beyond a bare `node -e 0`. See notes.md.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { cpus, tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import { notesOf } from './notes-corpus.js'

const RUNS = 7
const here = path => fileURLToPath(new URL(path, import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'bench-notes-'))

const program = (body, use) => `
import { readFileSync } from 'node:fs'
const notes = JSON.parse(readFileSync(${JSON.stringify(join(folder, 'notes.json'))}, 'utf8'))
const before = process.cpuUsage()
const { renderNotes } = await import('./notes.js')
for (const text of notes) { const made = await renderNotes(${body}, { url: 'https://show.example/' }); ${use} }
const { user, system } = process.cpuUsage(before)
console.log((user + system) / 1000)`

const PROGRAMS = {
  'Markdown to HTML': program('text', ''),
  'Markdown to HTML and plain text': program('text', 'made.text()'),
  'Markdown to HTML, raw HTML in every body': program("text + '\\n\\n<b>x</b>'", ''),
}

const median = numbers => numbers.sort((a, b) => a - b)[Math.floor(numbers.length / 2)]
const node = (...args) => spawnSync(process.execPath, args, { encoding: 'utf8' })
const bare = () => Number(node('-p', 'const c = process.cpuUsage(); (c.user + c.system) / 1000').stdout)

await build({
  entryPoints: { notes: here('../src/check/notes/notes.ts') },
  outdir: folder,
  bundle: true,
  splitting: true,
  minify: true,
  format: 'esm',
  platform: 'node',
  target: 'node20.19',
  logLevel: 'error',
  banner: {
    js: "import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);",
  },
})
writeFileSync(join(folder, 'package.json'), '{"type":"module"}')
writeFileSync(join(folder, 'notes.json'), JSON.stringify(Array.from({ length: 1000 }, (_, i) => notesOf(i))))

console.log(`Node ${process.versions.node}, ${cpus().length} x ${cpus()[0].model}; median of ${RUNS}, CPU ms`)
console.log(`${median(Array.from({ length: RUNS }, bare)).toFixed(0)}  bare node`)
for (const [name, code] of Object.entries(PROGRAMS)) {
  const file = join(folder, 'program.js')
  writeFileSync(file, code)
  console.log(`${median(Array.from({ length: RUNS }, () => Number(node(file).stdout))).toFixed(0)}  ${name}`)
}
rmSync(folder, { recursive: true })
