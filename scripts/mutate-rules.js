// Removes the logic of one rule after the other, and shows that its example in tests/rules.test.ts fails then: `npm run mutate`.
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { codeOf } from './bundle.js'

const root = fileURLToPath(new URL('..', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'build-feed-mutants-'))
// Every show that is built goes where it is swept up in the end.
process.env.TMPDIR = folder
// One of the examples is built by a user who may do little: he has to get as far as the show.
chmodSync(folder, 0o755)

/** Rules of reading and measuring have their logic elsewhere: what they would say is said under another id. */
const renameFindings = {
  name: 'rename-findings',
  transform: {
    filter: { id: /[\\/]src[\\/]diagnostic\.ts$/ },
    handler: (code, id) => {
      const mutated = code.replace(
        'rule: rule.id,',
        "rule: globalThis.removedRule === rule.id ? 'removed/logic' : rule.id,",
      )
      if (mutated === code) throw new Error(`${id} has changed: nothing would be mutated`)
      return mutated
    },
  },
}

try {
  const outfile = join(folder, 'mutants.mjs')
  const code = await codeOf(root, join(root, 'scripts/mutation/index.ts'), {
    plugins: [renameFindings],
    alias: { vitest: join(root, 'scripts/mutation/no-vitest.ts') },
  })
  writeFileSync(outfile, code)
  const { mutate } = await import(pathToFileURL(outfile).href)
  const survivors = await mutate(line => process.stdout.write(`${line}\n`), process.argv.slice(2))
  process.exitCode = survivors === 0 ? 0 : 1
} finally {
  rmSync(folder, { recursive: true, force: true })
}
