import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** Of everything that the program is made of: another state of it does not trust this one's cache. */
const digest = root => {
  const hash = createHash('sha256')
  const sources = readdirSync(join(root, 'src'), { recursive: true })
    .filter(path => path.endsWith('.ts'))
    .sort()
  for (const path of ['package-lock.json', ...sources.map(source => join('src', source))])
    hash.update(`${path}\n`).update(readFileSync(join(root, path)))
  return hash.digest('hex').slice(0, 16)
}

/**
 * markdown-it comes compiled for browsers of 2015: each field of each token is made by Object.defineProperty, which takes a
 * tenth of a build. An assignment does the same to a new object.
 */
const plainFields = {
  name: 'plain fields',
  setup: build =>
    build.onLoad({ filter: /markdown-it[\\/]dist[\\/]markdown-it\.mjs$/ }, ({ path }) => {
      const text = readFileSync(path, 'utf8')
      const helper = /function _defineProperty\((\w), (\w), (\w)\) \{[\s\S]*?\n\}/
      if (!helper.test(text)) throw new Error('markdown-it is compiled otherwise now: see scripts/bundle.js')
      return { contents: text.replace(helper, 'function _defineProperty($1, $2, $3) { $1[$2] = $3 }') }
    }),
}

/**
 * gray-matter brings a YAML reader of its own, and feed an XML reader: neither is ever called (see their doors), and both
 * would be opened by every build.
 */
const idle =
  'const never = () => { throw new Error("never called") }\nmodule.exports = { safeLoad: never, safeDump: never }'
const withoutIdle = {
  name: 'without what is never called',
  setup: build => {
    for (const [name, importer] of [
      ['js-yaml', /[\\/]gray-matter[\\/]/],
      ['sax', /[\\/]xml-js[\\/]/],
    ]) {
      build.onResolve({ filter: new RegExp(`^${name}$`) }, args =>
        importer.test(args.importer) ? { path: name, namespace: 'idle' } : undefined,
      )
    }
    build.onLoad({ filter: /./, namespace: 'idle' }, () => ({ contents: idle }))
  },
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
  plugins: [plainFields, withoutIdle],
  define: { BUILD: JSON.stringify(digest(root)) },
  chunkNames: 'chunks/[name]-[hash]',
  // Some of the bundled packages are CommonJS and still call require() for node's own modules.
  banner: {
    js: "import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);",
  },
})
