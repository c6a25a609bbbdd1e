import type { AdoptFlags } from '../run-adopt.ts'
import type { CommandDefinition } from './command.ts'

const examples = `
Examples:
  $ build-feed adopt                                        the site in this folder
  $ build-feed adopt site --feed https://show.example/rss   and compare it with the published feed
  $ build-feed adopt --dry-run                              only show what would be written
`

export const adopt: CommandDefinition = {
  name: 'adopt',
  synonyms: ['map', 'detect', 'learn'],
  define: (program, start) => {
    program
      .command('adopt')
      .description('Works out how to read the pages of a site as episodes, and writes that into a show.md.')
      .argument('[folder]', 'the root of the site (default: this folder)')
      .optionsGroup('What is read and written:')
      .option(
        '--feed <file or URL>',
        'the published feed, to take facts and guids from and to compare the result with',
      )
      .option('--allow-private', 'read a feed in a home or company network too')
      .option('--show <file>', 'the file to write, inside the site', 'podcast/show.md')
      .option('--dry-run', 'write nothing, and print the file')
      .optionsGroup('What the pages do not say:')
      .option('--title <title>', 'the title of the show')
      .option('--link <url>', 'the address of the site')
      .option('--base-url <url>', 'where the output folder will be served')
      .option('--language <tag>', 'the language, such as en or pt-BR')
      .option('--category <name>', 'the category of Apple Podcasts')
      .option('--email <address>', 'the e-mail address of the owner')
      .option('--timezone <zone>', 'the time zone of dates that name none, such as Europe/Brussels')
      .optionsGroup('Help:')
      .helpOption('-h, --help', 'print this help')
      .addHelpText('after', examples)
      .action((folder: string | undefined, flags: AdoptFlags) =>
        start(async io => (await import('../run-adopt.ts')).runAdopt(folder, flags, io)),
      )
  },
}
