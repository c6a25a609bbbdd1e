import type { InitFlags } from '../run-init.ts'
import type { CommandDefinition } from './command.ts'

const examples = `
Examples:
  $ build-feed init                         a show in episodes/
  $ build-feed init talks --title "Talks"   one in talks/, with its title
  $ build-feed init --ci github             workflows that check, build and publish the show in episodes/
`

export const init: CommandDefinition = {
  name: 'init',
  synonyms: ['create', 'setup', 'start'],
  define: (program, start) => {
    program
      .command('init')
      .description('Writes a show to start from; overwrites nothing.')
      .argument('[folder]', 'where', 'episodes')
      .option('--title <title>', 'the title of the show')
      .option('--ci <service>', 'write what github or gitlab runs to publish the show, and no show')
      .addHelpText('after', examples)
      .action((folder: string, flags: InitFlags) =>
        start(async (io, commands) => (await import('../run-init.ts')).runInit(folder, flags, io, commands)),
      )
  },
}
