// Bundles the program into dist/: start-up is a feature, and one file opens faster than two hundred.
import { execFileSync } from 'node:child_process'
import { existsSync, rmSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import { options } from './bundle.js'

const root = new URL('..', import.meta.url)
const at = path => fileURLToPath(new URL(path, root))

rmSync(at('dist'), { recursive: true, force: true })
await build(options(at('.')))

if (existsSync(at('node_modules/typescript'))) {
  execFileSync(process.execPath, [at('node_modules/typescript/bin/tsc'), '-p', 'tsconfig.types.json'], {
    cwd: at('.'),
    stdio: 'inherit',
  })
}
