/**
 * Fuzzes the audio reader: `node scripts/fuzz-audio.js [seconds] [first seed]`, 60 s by default.
 * Every case has its seed, so that a finding can be repeated. Memory is limited, and a case that takes long is a finding.
 */

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { setFlagsFromString } from 'node:v8'
import { build } from 'esbuild'

setFlagsFromString('--max-old-space-size=512')

/** Milliseconds for a file of some kilobytes; a busy machine needs room. */
const SLOW = 1000

const [seconds = 60, firstSeed = Date.now() % 1_000_000_000] = process.argv.slice(2).map(Number)
const folder = mkdtempSync(join(tmpdir(), 'fuzz-audio-'))
try {
  const outfile = join(folder, 'fuzz.mjs')
  await build({
    entryPoints: [new URL('../tests/support/fuzz.ts', import.meta.url).pathname],
    bundle: true,
    format: 'esm',
    platform: 'node',
    external: ['music-metadata'],
    outfile,
    logLevel: 'error',
  })
  const { judge, mutate, nonsense, randomFrom, seedFiles } = await import(pathToFileURL(outfile).href)
  const files = seedFiles()
  const end = performance.now() + seconds * 1000
  let seed = firstSeed
  let findings = 0
  for (; performance.now() < end && findings < 10; seed++) {
    const random = randomFrom(seed)
    const bytes = seed % 4 === 0 ? nonsense(files, random) : mutate(files, random)
    const start = performance.now()
    const finding = attempt(judge, bytes)
    const took = performance.now() - start
    const message = finding ?? (took > SLOW ? `takes ${Math.round(took)} ms` : undefined)
    if (message === undefined) continue
    findings++
    const file = join(tmpdir(), `fuzz-audio-${seed}.bin`)
    writeFileSync(file, bytes)
    console.error(`seed ${seed}: ${message} (${file})`)
  }
  const memory = Math.round(process.memoryUsage().rss / 2 ** 20)
  console.log(`${seed - firstSeed} cases from seed ${firstSeed} on, ${findings} findings, ${memory} MB`)
  process.exitCode = findings > 0 ? 1 : 0
} finally {
  rmSync(folder, { recursive: true })
}

function attempt(judge, bytes) {
  try {
    return judge(bytes)
  } catch (error) {
    return `throws ${error.stack}`
  }
}
