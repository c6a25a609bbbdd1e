import type { InitFlags } from '../run-init.ts'
import type { CommandDefinition } from './command.ts'

const examples = `
On a terminal it asks for what no option says. Recordings and a picture that are in the folder are taken.

Examples:
  $ build-feed init                         a show in episodes/
  $ build-feed init talks --title "Talks"   one in talks/, with its title
  $ build-feed init --ci github             workflows that check, build and publish the show in episodes/
  $ build-feed init --sample --yes          one that can be built and listened to at once
`

export const init: CommandDefinition = {
  name: 'init',
  synonyms: ['create', 'setup', 'start'],
  define: (program, start) => {
    program
      .command('init')
      .description('Writes a show to start from; overwrites nothing.')
      .argument('[folder]', 'where (default: episodes, or this folder if recordings are in it)')
      .optionsGroup('What is known of the show:')
      .option('--title <title>', 'the title of the show')
      .option('--author <name>', 'who makes it')
      .option('--email <address>', 'where directories can write to')
      .option('--site <url>', 'where the show will be on the web')
      .option('--language <code>', 'the language that is spoken, such as en or pt-BR')
      .option('--category <name>', 'one of Apple\'s, such as "Arts > Books"')
      .option('--description <text>', 'what it is about, in a sentence or two')
      .optionsGroup('What is written:')
      .option('--ci <service>', 'write only the CI files that publish the show: github or gitlab')
      .option('--sample', 'an episode to start from, with sound and artwork')
      .option('-y, --yes', 'ask nothing; you fill in later what no option says')
      .optionsGroup('Help:')
      .addHelpText('after', examples)
      .action((folder: string | undefined, flags: InitFlags) =>
        start(async (io, commands) => (await import('../run-init.ts')).runInit(folder, flags, io, commands)),
      )
  },
}
