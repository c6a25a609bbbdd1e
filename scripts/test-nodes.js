/**
 * Runs the tests on every Node that is supported, and shows that all of them write the same bytes.
 *
 *   npm run test:nodes              the whole suite on each
 *   npm run test:nodes -- 22 24     on these
 *   npm run test:nodes -- --brief   on the newest, all but what takes long and is the same on each; on the others the tests of
 *                                   the program as people run it
 */

import { spawnSync } from 'node:child_process'
import { delimiter, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { nodeOf, supported } from './nodes/install.js'
import { differences } from './nodes/same-bytes.js'

const root = fileURLToPath(new URL('..', import.meta.url))

/** What runs as a process of its own, is installed, or is compared with bytes. */
const brief = ['cli.', 'cli-diff', 'golden', 'report', 'package', 'readme', 'nodes'].map(
  name => `tests/${name}`,
)

const argv = process.argv.slice(2)
const isBrief = argv.includes('--brief')
const asked = argv.filter(one => one !== '--brief')
const unknown = asked.filter(one => !supported.includes(one))
if (unknown.length > 0) throw new Error(`not supported: ${unknown}; there are ${supported.join(', ')}`)

const nodes = (asked.length > 0 ? asked : supported).map(wanted => {
  const path = nodeOf(wanted)
  return { wanted, path, version: spawnSync(path, ['--version'], { encoding: 'utf8' }).stdout.trim() }
})

const run = (node, script, argv = [], env = {}) => {
  const PATH = `${dirname(node)}${delimiter}${process.env.PATH}`
  return (
    spawnSync(node, [join(root, script), ...argv], {
      cwd: root,
      stdio: 'inherit',
      env: { ...process.env, ...env, PATH },
    }).status === 0
  )
}

const testsOn = wanted => {
  if (!isBrief) return { words: 'all tests', args: [], env: {} }
  if (wanted !== supported.at(-1)) return { words: brief.join(' '), args: brief, env: {} }
  return { words: 'all tests but the longest', args: [], env: { WITHOUT_LONGEST: '1' } }
}

const say = line => process.stdout.write(`\n${line}\n`)

// As package.json's pretest does: what is tested as a process is what is built.
let failed = !run(process.execPath, 'scripts/build.js')

for (const { wanted, path, version } of nodes) {
  const { words, args, env } = testsOn(wanted)
  say(`Node ${version}: ${words}`)
  if (!run(path, 'node_modules/vitest/vitest.mjs', ['run', ...args], env)) failed = true
}

const others = nodes.some(({ path }) => path === process.execPath)
  ? []
  : [{ path: process.execPath, version: process.version }]
const { compared, different } = await differences([...others, ...nodes])
say(`Node ${[...others, ...nodes].map(({ version }) => version).join(', ')}: ${compared}`)
for (const line of different) say(line)
if (different.length > 0) failed = true

process.exitCode = failed ? 1 : 0
