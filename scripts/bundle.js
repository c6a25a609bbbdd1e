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
 * Two changes to markdown-it as it comes, which do the same in less time. It is compiled for browsers of 2015, where each field of
 * each token is made by Object.defineProperty: a tenth of a build; an assignment does the same to a new object. And it looks for
 * the ends of lines character by character: indexOf finds them ten times as fast.
 */
const quickMarkdown = [
  {
    from: /function _defineProperty\((\w), (\w), (\w)\) \{[\s\S]*?\n\}/,
    to: 'function _defineProperty($1, $2, $3) { $1[$2] = $3 }',
  },
  {
    from: /const ch = s\.charCodeAt\(pos\);(\s+if \(!indent_found\) \{[^{}]*\{[^{}]*\}) else indent_found = true;/,
    to: `let ch = s.charCodeAt(pos);$1 else {
  indent_found = true;
  const end = s.indexOf("\\n", pos);
  pos = end < 0 ? len - 1 : end;
  ch = s.charCodeAt(pos);
}`,
  },
]

/** @throws when markdown-it is compiled otherwise than it was. */
export const quickened = text =>
  quickMarkdown.reduce((text, { from, to }) => {
    if (!from.test(text)) throw new Error(`markdown-it has no ${from} now: see scripts/bundle.js`)
    return text.replace(from, to)
  }, text)

const quickMarkdownIt = {
  name: 'quick markdown-it',
  setup: build =>
    build.onLoad({ filter: /markdown-it[\\/]dist[\\/]markdown-it\.mjs$/ }, ({ path }) => ({
      contents: quickened(readFileSync(path, 'utf8')),
    })),
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
  plugins: [quickMarkdownIt, withoutIdle],
  define: { BUILD: JSON.stringify(digest(root)) },
  chunkNames: 'chunks/[name]-[hash]',
  // Some of the bundled packages are CommonJS and still call require() for node's own modules.
  banner: {
    js: "import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);",
  },
})
