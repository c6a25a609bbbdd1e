// `npm run bench`: builds the program as it ships, bundles the bench (TypeScript), and runs it.
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { build } from 'esbuild'

const root = fileURLToPath(new URL('..', import.meta.url))
const bundled = mkdtempSync(join(tmpdir(), 'build-feed-bench-'))

execFileSync(process.execPath, [join(root, 'scripts/build.js')], { stdio: 'inherit' })
await build({
  absWorkingDir: root,
  entryPoints: ['bench/bench.ts', 'bench/floor.ts', 'bench/libraries.ts', 'bench/stages.ts'],
  outdir: bundled,
  outExtension: { '.js': '.mjs' },
  bundle: true,
  format: 'esm',
  platform: 'node',
  target: 'node20.19',
  logLevel: 'warning',
  banner: {
    js: "import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);",
  },
})
try {
  const { bench } = await import(pathToFileURL(join(bundled, 'bench.mjs')))
  process.exitCode = await bench({ root, bundled, argv: process.argv.slice(2) })
} finally {
  rmSync(bundled, { recursive: true, force: true })
}
