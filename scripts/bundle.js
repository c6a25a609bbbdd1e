import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
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

/**
 * gray-matter brings a YAML reader of its own, feed an XML reader, markdown-it a finder of links: none is ever called (see their
 * doors), and all would be opened by every build.
 */
const idle = `
  const never = () => { throw new Error("never called") }
  module.exports = { safeLoad: never, safeDump: never, LinkifyIt: class {} }
`
const withoutIdle = {
  name: 'without what is never called',
  setup: build => {
    for (const [name, importer] of [
      ['js-yaml', /[\\/]gray-matter[\\/]/],
      ['sax', /[\\/]xml-js[\\/]/],
      ['linkify-it', /[\\/]markdown-it[\\/]/],
    ]) {
      build.onResolve({ filter: new RegExp(`^${name}$`) }, args =>
        importer.test(args.importer) ? { path: name, namespace: 'idle' } : undefined,
      )
    }
    build.onLoad({ filter: /./, namespace: 'idle' }, () => ({ contents: idle }))
  },
}

/**
 * What the commands do is one file. The bundler makes a file of its own for what two lazy imports share, and for what any three
 * share, and so on: with a dozen of them a build would open forty files, at a millisecond each. Only what finds that nothing has
 * changed since the last build stands by itself, and what brings libraries or a server along that no build needs.
 */
const workTogether = root => {
  const folder = join(root, 'src/cli')
  const isWork = name =>
    /^(run-.+|engine)\.ts$/.test(name) &&
    !/^run-(?:build|validate|adopt|import|preview|publish)\.ts$/.test(name)
  const contents = readdirSync(folder)
    .filter(isWork)
    .sort()
    .map(name => `export * from './${name}'`)
    .join('\n')
  return {
    name: 'the work of all commands together',
    setup: build => {
      build.onResolve({ filter: /\.ts$/ }, ({ kind, path, resolveDir }) =>
        kind === 'dynamic-import' && dirname(join(resolveDir, path)) === folder && isWork(basename(path))
          ? { path: 'work', namespace: 'work' }
          : undefined,
      )
      build.onLoad({ filter: /./, namespace: 'work' }, () => ({ contents, loader: 'ts', resolveDir: folder }))
    },
  }
}

/**
 * Help lists what some options take. To load whoever knows that would take help longer than all else that it does, and make other
 * runs open more files: what it comes to is written into the program.
 */
const optionValues = {
  name: 'what options take, written out',
  setup: build =>
    build.onLoad({ filter: /[\\/]cli[\\/]option-values\.ts$/ }, async ({ path }) => {
      const { outputFiles } = await build.esbuild.build({
        entryPoints: [path],
        bundle: true,
        write: false,
        format: 'esm',
        platform: 'node',
        define: build.initialOptions.define,
        logLevel: 'warning',
      })
      const values = await import(
        `data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString('base64')}`
      )
      const contents = Object.entries(values).map(
        ([name, value]) => `export const ${name} = ${JSON.stringify(value)}`,
      )
      return { contents: contents.join('\n'), loader: 'js' }
    }),
}

/** How the program is bundled. Lazy imports become files of their own, opened only when they are needed. */
export const options = root => ({
  absWorkingDir: root,
  entryPoints: { cli: 'src/cli/main.ts', index: 'src/index.ts' },
  outdir: 'dist',
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node20.19',
  minify: true,
  legalComments: 'linked',
  logLevel: 'warning',
  plugins: [withoutIdle, optionValues, workTogether(root), withWebsiteFiles(root), withSampleFiles(root)],
  define: { BUILD: JSON.stringify(digest(root)) },
  chunkNames: 'chunks/[name]-[hash]',
  // Some of the bundled packages are CommonJS and still call require() for node's own modules.
  banner: {
    js: "import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);",
  },
})
