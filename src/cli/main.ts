/** The command line: flags only. What a command does is loaded when it runs, so that `--help` opens nothing but commander. */

import { join } from 'node:path'
import { Command, CommanderError } from 'commander'
import { isShortage, reasonOf } from '../door/refused.ts'
import { redacted } from '../units/credentials.ts'
import { notACommand } from './commands/command.ts'
import { commands } from './commands/index.ts'
import { listValues } from './commands/listed-option.ts'
import { type ExitCode, hint, type Io, Stopped, stopCodes, UsageError } from './io.ts'
import { columnsOf, ioOf, stopOf } from './terminal.ts'
import { name, version } from './version.ts'
import { inWorkflow } from './workflow.ts'

export const main = async (argv: readonly string[], world: Io): Promise<ExitCode> => {
  const io = { ...inWorkflow(world), args: argv }
  let code: ExitCode = 0
  const printed: string[] = []
  const said: string[] = []
  const explained: Command[] = []
  const program = new Command(name)
    .helpOption('-h, --help', 'print this help')
    .enablePositionalOptions()
    // Below that commander leaves lines as long as they are. Columns of a description.
    .configureHelp({ minWidthToWrap: 12 })
    .showSuggestionAfterError()
  for (const command of commands)
    command.define(program, async run => {
      code = await run(io, commands)
    })
  program.version(version, '-v, --version', 'print the version')
  program.addHelpText('beforeAll', ({ command }) => {
    explained.push(command)
    return ''
  })
  program.hook('preAction', (_, command) => beforeCommand(program, command, io))
  for (const command of [program, ...program.commands]) {
    const called = command === program ? name : `${name} ${command.name()}`
    command.showHelpAfterError(`Run \`${called} --help\` for what there is.`)
    command.exitOverride().configureOutput({
      writeOut: text => printed.push(text),
      writeErr: text => said.push(text),
      getOutHelpWidth: () => helpColumns(io.stdout, io.env),
      getErrHelpWidth: () => helpColumns(io.stderr, io.env),
      getOutHasColors: () => false,
      getErrHasColors: () => false,
    })
  }
  try {
    await program.parseAsync(withFolders(argv), { from: 'user' })
  } catch (error) {
    const stopped = io.signal?.aborted ? io.signal.reason : error
    if (stopped instanceof Stopped) {
      io.stderr.write(`${name}: ${stopped.message}; what was not finished is as it was\n`)
      return stopCodes[stopped.by]
    }
    if (!(error instanceof CommanderError) || error.exitCode !== 0) {
      // What was typed is quoted, and may be an address with a password.
      io.stderr.write(redacted(hint([...said, wordsOf(error)].join(''), io)))
      return 2
    }
    const [command] = explained
    if (command !== undefined) {
      // Commander has made the help before what it lists could be loaded.
      printed.length = 0
      await listValues(command)
      command.outputHelp()
    }
  }
  if (printed.length > 0) {
    // Who asks for no help does without.
    const { fitted } = await import('./fitted.ts')
    io.stdout.write(fitted(printed.join(''), helpColumns(io.stdout, io.env)))
  }
  return code
}

/** Wider, a list of options is hard to read. */
const helpColumns = (output: Io['stdout'], env: Io['env']): number =>
  Math.min(columnsOf(output, env, output.width), 100)

/** Behind `--` there is no command any more: there a word is a folder, whatever it is called. */
const withFolders = (argv: readonly string[]): string[] => {
  const end = argv.indexOf('--')
  const isOfCommand = commands.some(command => command.name === argv[0])
  return end < 0 || isOfCommand
    ? [...argv]
    : [...argv.slice(0, end + 1), ...argv.slice(end + 1).map(folder => notACommand(folder, commands))]
}

const beforeCommand = async (program: Command, command: Command, io: Io): Promise<void> => {
  refuseEmptyPaths(command)
  if (command === program) return
  const called = command.name()
  const lost = program.options.find(option => program.getOptionValueSource(option.attributeName()) === 'cli')
  if (lost !== undefined)
    throw new UsageError(
      `${lost.long} comes before \`${called}\`, where it does nothing; write it after: \`${name} ${called} ${lost.long}\``,
    )
  if (command.args.length > 0 || command.opts().quiet) return
  const { hasShow } = await import('./has-show.ts')
  if (hasShow(join(io.cwd, called)))
    io.stderr.write(
      hint(
        `${name}: \`${called}\` is the command; the show in the folder of that name is \`${name} ./${called}\`\n`,
        io,
      ),
    )
}

/** A variable of a script that was never set: joined with a name, it would be the root of the disk. */
const refuseEmptyPaths = (command: Command): void => {
  const empty = command.options.find(
    option => isPath(option.flags) && command.getOptionValue(option.attributeName()) === '',
  )
  if (empty === undefined) return
  const kind = empty.flags.endsWith('<file>') ? 'file' : 'folder'
  throw new UsageError(`${empty.long} needs the name of a ${kind}, and it is empty`)
}

const isPath = (flags: string): boolean => /<(?:folder|file)>$/.test(flags)

/** What commander has to say it has said. */
const wordsOf = (error: unknown): string =>
  error instanceof CommanderError
    ? ''
    : error instanceof UsageError
      ? `${name}: ${error.message}\n`
      : isShortage(error)
        ? `${name} cannot go on: ${reasonOf(error)}${pathIn(error)}\n`
        : `${name} stopped because of an internal error, which is not your fault; your files are unchanged.\n${stackOf(error)}\n`

const pathIn = (error: unknown): string => {
  const { path } = error as NodeJS.ErrnoException
  return path === undefined ? '' : ` (${path})`
}

const stackOf = (error: unknown): string =>
  error instanceof Error ? (error.stack ?? error.message) : String(error)

/** What bin/ calls: the only place that knows the process. */
export const run = async (host: NodeJS.Process): Promise<void> => {
  const signal = stopOf(host)
  const io = ioOf(host, signal)
  const code = await main(host.argv.slice(2), io)
  // A name server that does not answer is waited for by the system, whatever we do: who stops the program does not mean that.
  if (code === stopCodes.SIGINT || code === stopCodes.SIGTERM) return host.exit(code)
  // What could not be written down was not said.
  host.exitCode = io.isBroken() ? 2 : code
}
