import type { SubmitFlags } from '../run-submit.ts'
import { type CommandDefinition, repeated } from './command.ts'

const examples = `
Examples:
  $ build-feed submit                   where the show can be submitted, and what stands in the way
  $ build-feed submit --verify apple=abcd1234       the code that proves to Apple that the show is yours
  $ build-feed submit --listed https://podcasts.apple.com/podcast/id1500000000
  $ build-feed submit --owner ada@show.example      where the others send their codes
  $ build-feed submit --without owner --without codes   remove both, once the show is listed
  $ build-feed submit --without codes --dry-run     see it as a patch

It uses no network and submits nothing: you do that on the directories' own pages, which it names.
`

export const submit: CommandDefinition = {
  name: 'submit',
  synonyms: ['directories', 'distribute', 'distribution', 'list', 'listings', 'register'],
  define: (program, start) => {
    program
      .command('submit')
      .description('Says where the show is listed, where it can be submitted, and what stands in the way.')
      .argument('[show]', 'show folder (default: episodes)')
      .option(
        '--listed <url>',
        'the page of the show in a directory; written into show.md (can be repeated)',
        repeated,
      )
      .option(
        '--verify <directory=code>',
        'the code that a directory wants to see in the feed; written into show.md',
        repeated,
      )
      .option('--owner <e-mail>', 'the address that directories send their codes to; written into show.md')
      .option('--without <what>', 'remove from show.md: owner, codes (can be repeated)', repeated)
      .option('--dry-run', 'write nothing, and print the change as a patch')
      .option('--json', 'print JSON')
      .addHelpText('after', examples)
      .action((show: string | undefined, flags: SubmitFlags) =>
        start(async io => (await import('../run-submit.ts')).runSubmit(show, flags, io)),
      )
  },
}
