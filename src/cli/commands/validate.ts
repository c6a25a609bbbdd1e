import type { ValidateFlags } from '../run-validate.ts'
import type { CommandDefinition } from './command.ts'
import { acceptOption, forOption, reporterOption, sortOption } from './listed-option.ts'

const examples = `
Examples:
  $ build-feed validate                       check the show in episodes/
  $ build-feed validate --fix                 apply safe fixes, and report what is left
  $ build-feed validate --for apple,spotify   only what those two ask for
  $ build-feed validate --reporter json       for other programs
  $ build-feed validate episodes/002.md   check one episode, in its show
  $ build-feed validate public/feed.xml       check a feed that exists, whatever made it
  $ build-feed validate https://show.example/feed.xml   check the feed that is live
`

export const validate: CommandDefinition = {
  name: 'validate',
  synonyms: ['check', 'lint', 'test', 'verify', 'fix'],
  define: (program, start) => {
    program
      .command('validate')
      .description('Checks shows and feeds against the rules of every directory.')
      .argument(
        '[what...]',
        'show folders (default: episodes), episodes by their files, feeds by file or address, or - for a feed on standard input',
      )
      .optionsGroup('What is checked:')
      .option('--as-of <instant>', 'check as if it were that moment')
      .option('--root <folder>', 'what show.md may name files in, instead of its repository')
      .option('--fix', 'apply safe fixes to front matter, chapters and transcripts')
      .optionsGroup('What fails:')
      .addOption(forOption())
      .option('--strict', 'let warnings fail as errors do')
      .option('--max-warnings <n>', 'fail when a show has more warnings than this')
      .addOption(acceptOption('accept a change that subscribers notice, as for a build (can be repeated)'))
      .optionsGroup('Network and cache:')
      .option('--refresh', 'ask again whether audio hosted elsewhere has changed')
      .option('--scan-remote', 'read remote audio whole where its length could only be estimated')
      .option('--allow-private', 'fetch from a home or company network too')
      .option('--no-cache', 'ignore the cache')
      .optionsGroup('Printing:')
      .option('-q, --quiet', 'print only what fails')
      .option('--verbose', 'also count the rules that passed, and those that had nothing to look at')
      .addOption(sortOption())
      .addOption(reporterOption())
      .optionsGroup('Help:')
      .helpOption('-h, --help', 'print this help')
      .addHelpText('after', examples)
      .action((shows: string[], flags: ValidateFlags) =>
        start(async (io, commands) =>
          (await import('../run-validate.ts')).runValidate(shows, flags, io, commands),
        ),
      )
  },
}
