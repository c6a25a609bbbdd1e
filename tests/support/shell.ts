/** Scripts as CI runs them: in a real shell, with an environment of their own. */

import { spawn } from 'node:child_process'
import { chmodSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { temporaryFolder } from './folder.ts'

export interface Ran {
  readonly status: number | null
  readonly output: string
}

export const runScript = async (
  script: string,
  cwd: string,
  env: Readonly<Record<string, string>>,
): Promise<Ran> => {
  const file = join(temporaryFolder(), 'step.sh')
  writeFileSync(file, script)
  const child = spawn('bash', ['--noprofile', '--norc', '-e', '-o', 'pipefail', file], {
    cwd,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { PATH: process.env.PATH, ...env },
  })
  const chunks: Buffer[] = []
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => chunks.push(chunk))
  const status = await new Promise<number | null>((resolve, reject) => {
    child.on('error', reject)
    child.on('close', resolve)
  })
  return { status, output: Buffer.concat(chunks).toString() }
}

/** A folder of programs, each a script of Node. */
export const programs = (scripts: Readonly<Record<string, string>>): string => {
  const folder = temporaryFolder()
  for (const [name, script] of Object.entries(scripts)) {
    const file = join(folder, name)
    writeFileSync(file, `#!/bin/sh\nexec "${process.execPath}" "${script}" "$@"\n`)
    chmodSync(file, 0o755)
  }
  return folder
}
