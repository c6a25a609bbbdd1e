import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import type { Attack, Result } from './attack.ts'

interface Report {
  readonly testResults: readonly {
    readonly name: string
    readonly status: string
    readonly message: string
    readonly assertionResults: readonly {
      readonly fullName: string
      readonly status: string
      readonly failureMessages: readonly string[]
    }[]
  }[]
}

/** An attack that is written as tests: counted by file. `paths`: files and folders under tests/. */
export const asTests = (name: string, tries: string, paths: readonly string[]): Attack => ({
  name,
  tries,
  run: async ({ root, folder }) => {
    const report = join(folder, 'report.json')
    const program = join(root, 'node_modules/vitest/vitest.mjs')
    const argv = ['run', ...paths.map(path => `tests/${path}`), '--reporter=json', `--outputFile=${report}`]
    const said = await runNode([program, ...argv], root)
    return resultOf(JSON.parse(textOf(report, said)) as Report, root)
  },
})

/** What the tests wrote; when they wrote nothing, what they said. */
const textOf = (report: string, said: string): string => {
  try {
    return readFileSync(report, 'utf8')
  } catch {
    throw new Error(`the tests did not run:\n${said}`)
  }
}

const runNode = (argv: readonly string[], cwd: string): Promise<string> =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, argv, { cwd, stdio: ['ignore', 'pipe', 'pipe'] })
    let said = ''
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', chunk => {
        said = (said + String(chunk)).slice(-10_000)
      })
    child.on('error', reject)
    child.on('close', () => resolve(said))
  })

const resultOf = ({ testResults }: Report, root: string): Result => {
  const counts: Record<string, number> = {}
  const failures: string[] = []
  for (const { name, status, message, assertionResults } of testResults) {
    const file = relative(root, name)
    counts[file] = assertionResults.length
    const failed = assertionResults.filter(one => one.status === 'failed')
    failures.push(...failed.map(one => `${file}: ${one.fullName}\n${one.failureMessages.join('\n')}`))
    // Nothing of a file that breaks is run.
    if (status === 'failed' && failed.length === 0) failures.push(`${file}: ${message}`)
  }
  const tried = Object.values(counts).reduce((sum, count) => sum + count, 0)
  return { tried, counts, failures: tried === 0 ? ['no test was found'] : failures }
}
