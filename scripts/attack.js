/**
 * Attacks the program as somebody would who wants it to break, hang or leak: `npm run attack`, a few minutes.
 * `--runs 1000` tries fewer cases with each fuzzer, `--seed 7` others, `--only feeds,kill` only some attacks;
 * the names of files are feeds to be attacked beside our own.
 */

import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { parseArgs } from 'node:util'
import { build } from 'esbuild'
import { options } from './bundle.js'

const { values, positionals: files } = parseArgs({
  allowPositionals: true,
  options: {
    runs: { type: 'string', default: '100000' },
    seed: { type: 'string', default: '1' },
    only: { type: 'string' },
  },
})
const root = fileURLToPath(new URL('..', import.meta.url))
/** In memory where that can be had: a hundred thousand files are written. */
const memory = '/dev/shm'
const folder = mkdtempSync(join(existsSync(memory) ? memory : tmpdir(), 'build-feed-attack-'))
try {
  const outfile = join(folder, 'attacks.mjs')
  const { entryPoints: _, outdir: __, splitting: ___, chunkNames: ____, ...common } = options(root)
  await build({ ...common, entryPoints: ['scripts/attack/index.ts'], outfile, minify: false })
  const { attacks } = await import(pathToFileURL(outfile).href)
  const only = values.only?.split(',')
  let failures = 0
  for (const attack of attacks.filter(({ name }) => only?.includes(name) ?? true)) {
    const here = join(folder, attack.name.replaceAll(' ', '-'))
    mkdirSync(here)
    const start = performance.now()
    const result = await attempt(attack, here)
    const seconds = ((performance.now() - start) / 1000).toFixed(1)
    process.stderr.isTTY && process.stderr.write('\r\u001b[2K')
    const counts = Object.entries(result.counts ?? {}).map(([kind, count]) => `  ${count} ${kind}\n`)
    process.stdout.write(
      `${attack.name}: ${result.tried} tried, ${result.failures.length} failed, ${seconds} s (${attack.tries})\n${counts.join('')}`,
    )
    for (const failure of result.failures) process.stdout.write(`  FAILED ${failure}\n`)
    failures += result.failures.length
  }
  process.exitCode = failures === 0 ? 0 : 1
} finally {
  rmSync(folder, { recursive: true, force: true })
}

/** An attack that itself breaks has failed. */
async function attempt(attack, folder) {
  let last = 0
  const onProgress = (done, total) => {
    const now = performance.now()
    if (!process.stderr.isTTY || now - last < 200) return
    last = now
    process.stderr.write(`\r\u001b[2K${attack.name}: ${done} of ${total}`)
  }
  try {
    const { runs, seed } = values
    return await attack.run({ runs: Number(runs), seed: Number(seed), files, folder, root, onProgress })
  } catch (error) {
    return { tried: 0, failures: [error.stack ?? String(error)] }
  }
}
