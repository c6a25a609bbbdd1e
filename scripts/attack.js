/**
 * Attacks the program as somebody would who wants it to break, hang, leak or lose something: `npm run attack`, some minutes.
 *
 * `--runs 1000`        so many cases for each fuzzer, instead of 100,000
 * `--seed 7`           other cases; the same seed tries the same ones
 * `--only feeds,kill`  only some attacks
 * `feed.xml …`         feeds that are attacked beside our own
 */

import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { parseArgs } from 'node:util'
import { codeOf } from './bundle.js'

/** Milliseconds for one attack: whatever it is that takes longer does not end. */
const LONGEST = 30 * 60_000

/** What each process does. */
const RUN = `
let last = 0
const onProgress = (...progress) => {
  const now = performance.now()
  if (now - last < 500) return
  last = now
  process.send({ progress })
}
process.once('message', async ({ name, module, setting }) => {
  const { attacks } = await import(module)
  const result = await attacks.find(attack => attack.name === name).run({ ...setting, onProgress })
  process.send({ result }, () => process.exit())
})
`

const { values, positionals } = parseArgs({
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
  writeFileSync(outfile, await codeOf(root, join(root, 'scripts/attack/index.ts')))
  const { attacks } = await import(pathToFileURL(outfile).href)
  const chosen = chosenOf(attacks.map(({ name }) => name))
  const failures = await inProcesses(
    attacks.filter(({ name }) => chosen.includes(name)),
    pathToFileURL(outfile).href,
  )
  process.stdout.write(failures === 0 ? 'Nothing broke.\n' : `${failures} attacks succeeded.\n`)
  process.exitCode = failures === 0 ? 0 : 1
} finally {
  rmSync(folder, { recursive: true, force: true })
}

function chosenOf(names) {
  const only = values.only?.split(',') ?? names
  const unknown = only.filter(name => !names.includes(name))
  if (unknown.length > 0) throw new Error(`there is no attack "${unknown[0]}"; there are ${names.join(', ')}`)
  return only
}

/** As many at a time as there are processors. Gives how many failed. */
async function inProcesses(attacks, module) {
  let failures = 0
  const waiting = attacks.values()
  const work = async () => {
    for (const attack of waiting) {
      const start = performance.now()
      const { tried, counts = {}, failures: found } = await inProcess(attack.name, module)
      const seconds = ((performance.now() - start) / 1000).toFixed(0)
      if (process.stderr.isTTY) process.stderr.write('\r\u001b[2K')
      const lines = [
        `${attack.name}: ${tried.toLocaleString('en')} tried, ${found.length} failed, ${seconds} s`,
        `  ${attack.tries}`,
        ...Object.entries(counts).map(([kind, count]) => `  ${count} ${kind}`),
        ...found.map(failure => `  FAILED ${failure}`),
      ]
      process.stdout.write(`${lines.join('\n')}\n`)
      failures += found.length
    }
  }
  await Promise.all(Array.from({ length: Math.max(1, availableParallelism()) }, work))
  return failures
}

/** A process of its own, whose processor time is its own too. An attack that itself breaks, or does not end, has succeeded. */
function inProcess(name, module) {
  const here = join(folder, name.replaceAll(' ', '-'))
  mkdirSync(here)
  const setting = {
    runs: Number(values.runs),
    seed: Number(values.seed),
    files: positionals.map(file => resolve(file)),
    folder: here,
    root,
  }
  return new Promise(done => {
    const failed = reason => done({ tried: 0, failures: [reason] })
    const child = spawn(process.execPath, ['--input-type=module', '-e', RUN], {
      cwd: root,
      stdio: ['ignore', 'inherit', 'pipe', 'ipc'],
    })
    let said = ''
    child.stderr.on('data', chunk => {
      said = (said + chunk).slice(-10_000)
    })
    const timer = setTimeout(() => {
      failed(`did not end within ${LONGEST / 60_000} minutes`)
      child.kill('SIGKILL')
    }, LONGEST)
    child.on('message', ({ progress, result }) => {
      if (result !== undefined) done(result)
      else if (process.stderr.isTTY) process.stderr.write(`\r\u001b[2K${name}: ${progress.join(' of ')}`)
    })
    child.on('close', (code, signal) => {
      clearTimeout(timer)
      failed(`ended without a result (${signal ?? code})\n${said}`)
    })
    child.send({ name, module, setting })
  })
}
