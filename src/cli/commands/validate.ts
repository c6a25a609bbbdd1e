import type { ValidateFlags } from '../run-validate.ts'
import type { CommandDefinition } from './command.ts'
import { acceptOption, forOption, reporterOption } from './listed-option.ts'

const examples = `
Examples:
  $ build-feed validate                       check the show in episodes/
  $ build-feed validate --fix                 repair what needs no judgement, and say what is left
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
      .description('Checks shows and feeds by the rules of all directories; writes nothing.')
      .argument(
        '[what...]',
        'show folders (default: episodes), episodes by their files, feeds by file or address, or - for a feed on standard input',
      )
      .option('--as-of <instant>', 'check as if it were that moment')
      .option('--fix', 'repair what needs no judgement, in the front matter')
      .option('--no-cache', 'work everything out anew')
      .option('--allow-private', 'fetch from a home or company network too')
      .option('--refresh', 'ask again whether audio that is served elsewhere is what the lock knows')
      .option('--scan-remote', 'read remote audio whole where its length could only be estimated')
      .addOption(acceptOption('accept a change that subscribers notice, as for a build (can be repeated)'))
      .addOption(forOption())
      .option('--strict', 'let warnings fail as errors do')
      .option('--max-warnings <n>', 'fail when a show has more warnings than this')
      .option('-q, --quiet', 'print only what fails')
      .addOption(reporterOption())
      .addHelpText('after', examples)
      .action((shows: string[], flags: ValidateFlags) =>
        start(async io => (await import('../run-validate.ts')).runValidate(shows, flags, io)),
      )
  },
}
