import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { rolldown } from 'rolldown'
import { sampleSources, withSampleFiles } from './sample-files.js'
import { websiteSources, withWebsiteFiles } from './website-files.js'

/** Of everything that the program is made of: another state of it does not trust this one's cache. */
const digest = root => {
  const hash = createHash('sha256')
  const sources = readdirSync(join(root, 'src'), { recursive: true })
    .filter(path => path.endsWith('.ts'))
    .sort()
  const all = [...sources.map(source => join('src', source)), ...websiteSources(root), ...sampleSources]
  for (const path of ['package-lock.json', ...all])
    hash.update(`${path}\n`).update(readFileSync(join(root, path)))
  return hash.digest('hex').slice(0, 16)
}

/** What gray-matter, xml-js and markdown-it bring along to read YAML and XML and to find links: none is ever called (see their doors). */
const idle = {
  'js-yaml': /[\\/]gray-matter[\\/]/,
  sax: /[\\/]xml-js[\\/]/,
  'linkify-it': /[\\/]markdown-it[\\/]/,
}
const withoutIdle = {
  name: 'without what is never called',
  resolveId: (name, importer) => (idle[name]?.test(importer) ? `\0idle/${name}.cjs` : undefined),
  load: id =>
    id.startsWith('\0idle/')
      ? {
          code: `
  const never = () => { throw new Error("never called") }
  module.exports = { safeLoad: never, safeDump: never, LinkifyIt: class {} }`,
          moduleType: 'js',
        }
      : undefined,
}

/** commander starts programs for commands that are files of their own, which ours are not: node's part for that takes a twentieth of `--help`. */
const startsNothing = {
  name: 'commander starts no program',
  resolveId: (name, importer) =>
    name === 'node:child_process' && /[\\/]commander[\\/]/.test(importer) ? '\0no-programs.cjs' : undefined,
  load: id => (id === '\0no-programs.cjs' ? { code: 'module.exports = {}', moduleType: 'js' } : undefined),
}

/**
 * Help lists what some options take. To load whoever knows that would take help longer than all else that it does, and make other
 * runs open more files: what it comes to is written into the program.
 */
const optionValues = root => ({
  name: 'what options take, written out',
  load: async id => {
    if (!/[\\/]cli[\\/]option-values\.ts$/.test(id)) return undefined
    const values = await import(dataUrl(await codeOf(root, id)))
    return Object.entries(values)
      .map(([name, value]) => `export const ${name} = ${JSON.stringify(value)}`)
      .join('\n')
  },
})

const dataUrl = code => `data:text/javascript;base64,${Buffer.from(code).toString('base64')}`

const inputOf = (root, input, plugins = [], alias = {}) => ({
  cwd: root,
  input,
  platform: 'node',
  plugins: [...plugins, withoutIdle, startsNothing, withWebsiteFiles(root), withSampleFiles(root)],
  resolve: { alias },
  transform: { target: 'node20.19', define: { BUILD: JSON.stringify(digest(root)) } },
  // gray-matter has an engine that evaluates JavaScript (its door never uses it). What one command loads late, another loads at once.
  checks: { eval: false, ineffectiveDynamicImport: false },
})

/**
 * Which modules share a file: a build opens a handful instead of a hundred, at half a millisecond each. Each of these is loaded with
 * all that it imports, as far as no earlier one has it. What only some commands need, a library that reads HTML or a server, is a
 * file of its own, opened when it is needed.
 */
const files = [
  { name: 'start', entries: ['main.ts'] },
  { name: 'help', entries: ['fitted.ts', 'has-show.ts', '../units/text.ts'] },
  { name: 'build', entries: ['run-build.ts'] },
  { name: 'validate', entries: ['run-validate.ts'] },
  { name: 'report', entries: ['reporting.ts'] },
  { name: 'work', entries: ['engine.ts'] },
]

/** Notes the graph of modules, and says which of them are in which file. */
const grouping = root => {
  const imports = new Map()
  const reached = (id, found = new Set()) => {
    if (found.has(id)) return found
    found.add(id)
    for (const imported of imports.get(id) ?? []) reached(imported, found)
    return found
  }
  const closures = new Map()
  const closureOf = entry => {
    const id = join(root, 'src/cli', entry)
    if (!closures.has(id)) closures.set(id, reached(id))
    return closures.get(id)
  }
  return {
    plugin: {
      name: 'the graph of modules',
      buildEnd() {
        for (const id of this.getModuleIds()) imports.set(id, this.getModuleInfo(id).importedIds)
      },
    },
    groups: files.map(({ name, entries }, i) => ({
      name,
      test: id => entries.some(entry => closureOf(entry).has(id)),
      priority: files.length - i,
    })),
  }
}

/** The program as it ships: its files, written to dist/ or not. */
export const bundleProgram = async (root, { write = false } = {}) => {
  const { plugin, groups } = grouping(root)
  const bundle = await rolldown(
    inputOf(root, { cli: 'src/cli/main.ts', index: 'src/index.ts' }, [optionValues(root), plugin]),
  )
  const output = {
    dir: join(root, 'dist'),
    format: 'esm',
    minify: true,
    comments: false,
    chunkFileNames: 'chunks/[name]-[hash].js',
    codeSplitting: { groups },
  }
  const { output: all } = await (write ? bundle.write(output) : bundle.generate(output))
  await bundle.close()
  return all
}

/**
 * One file of JavaScript from `entry`, made of the same modules as the program: for scripts and tests.
 *
 * @param plugins come before the program's own.
 */
export const codeOf = async (root, entry, { plugins, alias, minify = false } = {}) => {
  const bundle = await rolldown(inputOf(root, entry, plugins, alias))
  const { output } = await bundle.generate({ format: 'esm', minify, codeSplitting: false })
  await bundle.close()
  return output[0].code
}
