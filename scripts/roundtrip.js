/**
 * The round trip: `npm run roundtrip -- feed.xml …` imports each feed into an empty folder, builds it, and compares both feeds as two
 * readers read them that are not ours. With `--write`, the scores go into bench/roundtrip.md too.
 */

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { parseArgs } from 'node:util'
import { codeOf } from './bundle.js'

const { values, positionals } = parseArgs({ allowPositionals: true, options: { write: { type: 'boolean' } } })
const root = fileURLToPath(new URL('..', import.meta.url))
// Inside the project, so that what is not bundled is found.
const folder = mkdtempSync(join(tmpdir(), 'build-feed-roundtrip-'))
try {
  const file = join(folder, 'roundtrip.mjs')
  writeFileSync(file, await codeOf(root, join(root, 'scripts/roundtrip/run.ts')))
  const { roundTrips } = await import(pathToFileURL(file).href)
  const { text, markdown, isProof } = await roundTrips(positionals, folder)
  process.stdout.write(text)
  if (values.write) writeFileSync(join(root, 'bench/roundtrip.md'), markdown)
  process.exitCode = isProof ? 0 : 1
} finally {
  rmSync(folder, { recursive: true, force: true })
}
