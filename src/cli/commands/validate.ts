import type { CommandDefinition } from './command.ts'

export interface ValidateFlags {
  readonly asOf?: string
  readonly strict?: boolean
  readonly quiet?: boolean
  readonly reporter?: string
}

const examples = `
Examples:
  $ build-feed validate                     check the show in episodes/
  $ build-feed validate --reporter json     for other programs
`

export const validate: CommandDefinition = {
  define: (program, start) => {
    program
      .command('validate')
      .description('Checks shows by the rules of all directories; writes nothing.')
      .argument('[show...]', 'show folders (default: episodes)')
      .option('--as-of <instant>', 'check as if it were that moment')
      .option('--strict', 'let warnings fail as errors do')
      .option('-q, --quiet', 'print errors only')
      .option('--reporter <name>', 'how problems are printed: pretty, compact, json, github, sarif, junit')
      .addHelpText('after', examples)
      .action((shows: string[], flags: ValidateFlags) =>
        start(async io => (await import('../run-validate.ts')).runValidate(shows, flags, io)),
      )
  },
}
