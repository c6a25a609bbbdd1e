import { UsageError } from '../io.ts'
import type { CommandDefinition } from './command.ts'
import { listValues } from './listed-option.ts'

const examples = `
Examples:
  $ build-feed help            every command, and the options of a build
  $ build-feed help validate   what can be checked, and how
`

export const help: CommandDefinition = {
  name: 'help',
  define: (program, start) => {
    program
      .command('help')
      .description('Prints this help, or that of a command.')
      .argument('[command]')
      .addHelpText('after', examples)
      .action((asked: string | undefined) =>
        start(async () => {
          const command = asked === undefined ? program : program.commands.find(one => one.name() === asked)
          if (command === undefined)
            throw await unknown(
              asked!,
              program.commands.map(one => one.name()),
            )
          await listValues(command)
          command.outputHelp()
          return 0
        }),
      )
  },
}

const unknown = async (asked: string, names: readonly string[]): Promise<UsageError> => {
  const { nearest } = await import('../../units/text.ts')
  const near = nearest(asked, names)
  return new UsageError(
    `there is no command "${asked}"; ${near === undefined ? `there are ${names.join(', ')}` : `did you mean ${near}?`}`,
  )
}
