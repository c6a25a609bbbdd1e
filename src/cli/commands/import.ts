import type { ImportFlags } from '../run-import.ts'
import type { CommandDefinition } from './command.ts'

const examples = `
With --verify, the last line says whether it is proved: both readers read the same of the show and of
every episode. What they read otherwise is marked with "!". The exit code is 0 if it is proved, and 1
if not; it is 1 as well if the show cannot be built yet, or if a file could not be fetched.

Examples:
  $ build-feed import https://feeds.example/show.xml         the show of that feed, into episodes/
  $ build-feed import feed.xml talks                         from a file, into talks/
  $ build-feed import feed.xml --download                    with recordings, artwork, transcripts
  $ build-feed import feed.xml --verify                      and prove that the folder gives the same feed
  $ build-feed import feed.xml --base-url https://YOUR-SITE/  with the address where it will be served
`

export const importFeed: CommandDefinition = {
  name: 'import',
  synonyms: ['migrate', 'fetch', 'bring'],
  define: (program, start) => {
    program
      .command('import')
      .description('Turns a podcast feed into a show folder, and keeps every guid.')
      .argument('<feed>', 'the feed: a file, an address, or - for standard input')
      .argument('[folder]', 'where to put the show', 'episodes')
      .optionsGroup('What is written:')
      .option('--base-url <url>', 'where the new feed will be served')
      .option('--download', 'fetch recordings, artwork, chapters and transcripts too')
      .option(
        '--keep-urls',
        'with --download: keep the recordings aside, and their old addresses in the feed',
      )
      .option('--dry-run', 'write nothing, and say what would be written')
      .optionsGroup('What is read:')
      .option('--lenient', 'read a feed that is not well-formed XML as far as it can be understood')
      .option('--verify', 'prove it: two independent readers read both feeds, and the results are compared')
      .option('--allow-private', 'fetch from a home or company network too')
      .optionsGroup('Help:')
      .helpOption('-h, --help', 'print this help')
      .addHelpText('after', examples)
      .action((feed: string, folder: string, flags: ImportFlags) =>
        start(async (io, commands) =>
          (await import('../run-import.ts')).runImport(feed, folder, flags, io, commands),
        ),
      )
  },
}
