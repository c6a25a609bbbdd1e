// Bundles the program into dist/: start-up is a feature, and one file opens faster than two hundred.
import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, rmdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { bundleProgram } from './bundle.js'
import { declarationsOf } from './public-types.js'

const root = new URL('..', import.meta.url)
const at = path => fileURLToPath(new URL(path, root))

rmSync(at('dist'), { recursive: true, force: true })
const files = await bundleProgram(at('.'), { write: true })

if (existsSync(at('node_modules/typescript'))) {
  execFileSync(process.execPath, [at('node_modules/typescript/bin/tsc'), '-p', 'tsconfig.types.json'], {
    cwd: at('.'),
    stdio: 'inherit',
  })
  writeFileSync(at('dist/fields/index.d.ts'), declarationsOf(at('src/fields/index.ts'), ['Show', 'Episode']))
  keepPublicTypes()
}
writeFileSync(
  at('dist/THIRD-PARTY.txt'),
  thirdParty(files.flatMap(({ moduleIds }) => moduleIds ?? []).map(id => relative(at('.'), id))),
)

/** Of the declarations only those that index.d.ts leads to, with specifiers that every resolution understands. */
function keepPublicTypes() {
  const reached = new Set()
  const reach = path => {
    if (reached.has(path)) return
    reached.add(path)
    const text = readFileSync(path, 'utf8').replace(
      /(from |import\()'(\.[^']+)\.ts'/g,
      (_, before, specifier) => {
        reach(join(dirname(path), `${specifier}.d.ts`))
        return `${before}'${specifier}.js'`
      },
    )
    writeFileSync(path, text)
  }
  reach(at('dist/index.d.ts'))
  const folders = []
  for (const entry of readdirSync(at('dist'), { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name)
    if (entry.isDirectory()) folders.push(path)
    else if (path.endsWith('.d.ts') && !reached.has(path)) rmSync(path)
  }
  for (const folder of folders.sort((a, b) => b.length - a.length))
    if (readdirSync(folder).length === 0) rmdirSync(folder)
}

/** The licences of all that was bundled: most of them ask that their text goes where the code goes. Throws where one is missing. */
function thirdParty(inputs) {
  const folders = inputs.flatMap(path => /^.*node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/.exec(path) ?? [])
  const notices = [...new Set(folders)].map(folder => {
    const manifest = JSON.parse(readFileSync(at(join(folder, 'package.json')), 'utf8'))
    const file = readdirSync(at(folder)).find(name => /^licen[cs]e/i.test(name))
    // Some packages have theirs only in their repository; a copy of it is kept here.
    const own = join('scripts/licences', `${manifest.name}.txt`)
    const text = readFileSync(at(file === undefined ? own : join(folder, file)), 'utf8')
    return { title: `${manifest.name} ${manifest.version}`, text: text.trim() }
  })
  notices.sort((a, b) => (a.title < b.title ? -1 : 1))
  const line = '-'.repeat(80)
  return [
    'build-feed carries code of these packages, under their licences.',
    ...notices.map(({ title, text }) => `${line}\n${title}\n\n${text}`),
    '',
  ].join('\n\n')
}
