/** The command line: flags only. What a command does is loaded when it runs, so that `--help` opens nothing but commander. */

import { Command, CommanderError } from 'commander'
import { isShortage, reasonOf } from '../door/refused.ts'
import { commands } from './commands/index.ts'
import { type ExitCode, type Io, UsageError } from './io.ts'
import { ioOf } from './terminal.ts'
import { name, version } from './version.ts'

export const main = async (argv: readonly string[], io: Io): Promise<ExitCode> => {
  let code: ExitCode = 0
  const program = new Command(name)
    .version(version, '-v, --version', 'print the version')
    .helpOption('-h, --help', 'print this help')
    .enablePositionalOptions()
    .showSuggestionAfterError()
    .showHelpAfterError(`Run \`${name} --help\` for what there is.`)
  for (const command of commands)
    command.define(program, async run => {
      code = await run(io)
    })
  for (const command of [program, ...program.commands])
    command.exitOverride().configureOutput({
      writeOut: text => io.stdout.write(text),
      writeErr: text => io.stderr.write(text),
      getOutHelpWidth: () => Math.min(io.stdout.width, 100),
      getErrHelpWidth: () => Math.min(io.stderr.width, 100),
      getOutHasColors: () => false,
      getErrHasColors: () => false,
    })
  try {
    await program.parseAsync([...argv], { from: 'user' })
    return code
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2
    if (error instanceof UsageError) io.stderr.write(`${name}: ${error.message}\n`)
    else if (isShortage(error)) io.stderr.write(`${name} cannot go on: ${reasonOf(error)}${pathIn(error)}\n`)
    else
      io.stderr.write(
        `${name} failed, which is a mistake of ours and not yours; your files are as they were.\n${stackOf(error)}\n`,
      )
    return 2
  }
}

const pathIn = (error: unknown): string => {
  const { path } = error as NodeJS.ErrnoException
  return path === undefined ? '' : ` (${path})`
}

const stackOf = (error: unknown): string =>
  error instanceof Error ? (error.stack ?? error.message) : String(error)

/** What bin/ calls: the only place that knows the process. */
export const run = async (host: NodeJS.Process): Promise<void> => {
  const io = ioOf(host)
  const code = await main(host.argv.slice(2), io)
  // What could not be written down was not said.
  host.exitCode = io.isBroken() ? 2 : code
}
