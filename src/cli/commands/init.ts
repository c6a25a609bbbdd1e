import type { CommandDefinition } from './command.ts'

export interface InitFlags {
  readonly title?: string
}

const examples = `
Examples:
  $ build-feed init                         a show in episodes/
  $ build-feed init talks --title "Talks"   one in talks/, with its title
`

export const init: CommandDefinition = {
  name: 'init',
  define: (program, start) => {
    program
      .command('init')
      .description('Writes a show to start from; overwrites nothing.')
      .argument('[folder]', 'where', 'episodes')
      .option('--title <title>', 'the title of the show')
      .addHelpText('after', examples)
      .action((folder: string, flags: InitFlags) =>
        start(async io => (await import('../engine.ts')).runInit(folder, flags, io)),
      )
  },
}
