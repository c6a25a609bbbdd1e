import { webWaitSeconds } from '../../limits.ts'
import { defaultOut } from '../io.ts'
import type { PublishFlags } from '../run-publish.ts'
import type { CommandDefinition } from './command.ts'

const examples = `
Examples:
  $ build-feed publish                  check that public/ is live, then notify hubs and directories
  $ build-feed publish --wait 300       allow the deployment five minutes
  $ build-feed publish --dry-run        check everything, notify nobody
  $ build-feed publish --all            check the files of every episode, not only of some
  $ build-feed publish talks --out site/talks

It notifies the WebSub hubs that the feed names, and Podcast Index. With PODCASTINDEX_API_KEY and PODCASTINDEX_API_SECRET in the environment it also adds the feed to Podcast Index; with PODPING_TOKEN it notifies Podping. Nobody is notified twice of the same bytes.
`

export const publish: CommandDefinition = {
  name: 'publish',
  synonyms: ['deploy', 'notify', 'ping', 'release', 'announce'],
  define: (program, start) => {
    program
      .command('publish')
      .description('Checks that the live feed is the one that was built, then notifies hubs and directories.')
      .argument('[show]', 'show folder (default: episodes)')
      .optionsGroup('What is checked:')
      .option('-o, --out <folder>', `output folder that was deployed (default: "${defaultOut}")`)
      .option(
        '--wait <seconds>',
        `check again for this long, at most ${webWaitSeconds}, until it is live`,
        '60',
      )
      .option('--allow-private', 'check addresses in a home or company network too')
      .option('--all', 'check the files of every episode')
      .optionsGroup('Who is notified:')
      .option('--dry-run', 'notify nobody')
      .option('--state <file>', 'where to remember who was notified (default: in the cache)')
      .optionsGroup('Printing:')
      .option('-q, --quiet', 'print problems only')
      .optionsGroup('Help:')
      .helpOption('-h, --help', 'print this help')
      .addHelpText('after', examples)
      .action((show: string | undefined, flags: PublishFlags) =>
        start(async io => (await import('../run-publish.ts')).runPublish(show, flags, io)),
      )
  },
}
