import { UsageError } from '../io.ts'
import { name } from '../version.ts'
import type { CommandDefinition } from './command.ts'

const examples = `
Examples:
  $ build-feed completion fish > ~/.config/fish/completions/build-feed.fish
  $ eval "$(build-feed completion bash)"          in ~/.bashrc
  $ source <(build-feed completion zsh)           in ~/.zshrc, behind compinit
`

export const completion: CommandDefinition = {
  name: 'completion',
  synonyms: ['complete', 'completions'],
  define: (program, start) => {
    program
      .command('completion')
      .description('Prints a script that makes a shell complete commands and options.')
      .argument('<shell>', 'bash, zsh or fish')
      .addHelpText('after', examples)
      .action((shell: string) =>
        start(async io => {
          const { completedCommands, shells } = await import('../completion/index.ts')
          const script = Object.hasOwn(shells, shell) ? shells[shell] : undefined
          if (script === undefined)
            throw new UsageError(
              `there is no completion for "${shell}"; there is one for ${Object.keys(shells).join(', ')}`,
            )
          io.stdout.write(script(name, await completedCommands(program)))
          return 0
        }),
      )
  },
}
