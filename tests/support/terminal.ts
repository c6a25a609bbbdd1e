/** A world for `main` in process: a folder, an environment, and what was printed. */

import type { ExitCode, Keyboard } from '../../src/cli/io.ts'
import { main } from '../../src/cli/main.ts'

export interface Said {
  readonly code: ExitCode
  readonly stdout: string
  readonly stderr: string
}

export interface World {
  readonly cwd: string
  readonly env?: Readonly<Record<string, string>>
  readonly now?: string
  readonly terminal?: boolean
  readonly width?: number
  readonly stdin?: string
  readonly signal?: AbortSignal
  /** What the person at the terminal answers, one after the other; '' for Enter. Without them nobody sits there. */
  readonly answers?: readonly string[]
  readonly program?: string
  readonly keyboard?: Keyboard
}

export const say = (world: World, ...argv: string[]): Promise<Said> => sayBy(main, world, ...argv)

/** By a `main` that may know other commands and reporters. */
export const sayBy = async (run: typeof main, world: World, ...argv: string[]): Promise<Said> => {
  const said = { stdout: '', stderr: '' }
  const output = (name: 'stdout' | 'stderr') => ({
    write: (text: string) => {
      said[name] += text
    },
    isTerminal: world.terminal ?? false,
    width: world.width ?? 100,
  })
  let clock = Date.parse(world.now ?? '2026-11-24T12:00:00Z')
  const answers = [...(world.answers ?? [])]
  const code = await run(argv, {
    cwd: world.cwd,
    env: world.env ?? {},
    ...(world.keyboard === undefined ? {} : { keyboard: world.keyboard }),
    ...(world.program === undefined ? {} : { program: world.program }),
    user: process.geteuid?.(),
    stdout: output('stdout'),
    stderr: output('stderr'),
    // Every look at the clock takes a tenth of a second: progress is seen, and times are the same each run.
    now: () => (clock += 100) - 100,
    stdin: async most => {
      const bytes = Buffer.from(world.stdin ?? '')
      return bytes.length > most ? undefined : bytes
    },
    ...(world.answers === undefined
      ? {}
      : {
          ask: async (question: string) => {
            said.stderr += `${question}\n`
            return answers.shift() || undefined
          },
        }),
    ...(world.signal === undefined ? {} : { signal: world.signal }),
    process: { id: process.pid, isRunning: () => true },
  })
  return { code, ...said }
}
