// Bundles the program into dist/: start-up is a feature, and one file opens faster than two hundred.
import { execFileSync } from 'node:child_process'
import { existsSync, rmSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

const root = new URL('..', import.meta.url)
const at = path => fileURLToPath(new URL(path, root))

rmSync(at('dist'), { recursive: true, force: true })
await build({
  absWorkingDir: at('.'),
  entryPoints: { cli: 'src/cli/main.ts', index: 'src/index.ts' },
  outdir: 'dist',
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node20.19',
  minify: true,
  keepNames: true,
  legalComments: 'linked',
  logLevel: 'warning',
  chunkNames: 'chunks/[name]-[hash]',
  // Some of the bundled packages are CommonJS and still call require() for node's own modules.
  banner: {
    js: "import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);",
  },
})

if (existsSync(at('node_modules/typescript'))) {
  execFileSync(process.execPath, [at('node_modules/typescript/bin/tsc'), '-p', 'tsconfig.types.json'], {
    cwd: at('.'),
    stdio: 'inherit',
  })
}
