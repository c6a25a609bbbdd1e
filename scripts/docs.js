// Writes the generated documents: see documents/index.ts.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { build } from 'esbuild'

const root = fileURLToPath(new URL('..', import.meta.url))
process.chdir(root)
const folder = mkdtempSync(join(tmpdir(), 'build-feed-docs-'))
try {
  const outfile = join(folder, 'documents.mjs')
  await build({
    absWorkingDir: root,
    entryPoints: ['scripts/documents/index.ts'],
    outfile,
    bundle: true,
    format: 'esm',
    platform: 'node',
    logLevel: 'warning',
    banner: {
      js: "import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);",
    },
  })
  const { documents, updated } = await import(pathToFileURL(outfile).href)
  for (const document of documents) {
    const path = join(root, document.path)
    const before = textOf(path)
    const after = await updated(document, before)
    if (after === before) continue
    writeFileSync(path, after)
    process.stdout.write(`${document.path} is up to date again\n`)
  }
} finally {
  rmSync(folder, { recursive: true, force: true })
}

function textOf(path) {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return undefined
  }
}
