import type { DiffFlags } from '../run-diff.ts'
import type { CommandDefinition } from './command.ts'
import { acceptOption, differenceReporterOption } from './listed-option.ts'

const examples = `
Examples:
  $ build-feed diff https://show.example/feed.xml     the feed that is live, and the show in episodes/
  $ build-feed diff old.xml new.xml                   two feeds, whatever made them
  $ build-feed diff https://old.example/rss https://new.example/feed.xml   the same show at two hosts
  $ git show HEAD:public/feed.xml | build-feed diff -   what was committed, and the show
  $ build-feed diff public/feed.xml --accept gone:007   episode 007 is taken out on purpose
  $ build-feed diff public/feed.xml --reporter markdown   for a comment in a pull request
  $ build-feed diff public/feed.xml --review review   a page to hear and read what is new, in review/
`

export const diff: CommandDefinition = {
  name: 'diff',
  synonyms: ['compare', 'changes', 'delta', 'difference'],
  define: (program, start) => {
    program
      .command('diff')
      .description('Says what subscribers would notice between two states of a show.')
      .argument('<before>', 'a feed by file or address, - for one on standard input, or a show folder')
      .argument('[after]', 'the same, to compare it with (default: the show here)')
      .optionsGroup('What is compared:')
      .option('--as-of <instant>', 'compare as if it were that moment')
      .option('--lenient', 'read a feed that is not well-formed XML as far as it can be understood')
      .option('--no-cache', 'ignore the cache')
      .option('--allow-private', 'fetch from a home or company network too')
      .addOption(acceptOption('accept a change that subscribers notice, as for a build (can be repeated)'))
      .optionsGroup('Printing:')
      .option('-q, --quiet', 'print only what a build would refuse')
      .addOption(differenceReporterOption())
      .option(
        '--review <folder>',
        'write a page there with the new episodes, and with what changed in the notes',
      )
      .optionsGroup('Help:')
      .helpOption('-h, --help', 'print this help')
      .addHelpText('after', examples)
      .action((before: string, after: string | undefined, flags: DiffFlags) =>
        start(async io => (await import('../run-diff.ts')).runDiff(before, after, flags, io)),
      )
  },
}
