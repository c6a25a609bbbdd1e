import { webWaitSeconds } from '../../limits.ts'
import { defaultOut } from '../io.ts'
import type { PublishFlags } from '../run-publish.ts'
import type { CommandDefinition } from './command.ts'

const examples = `
Examples:
  $ build-feed publish                  is public/ live? then tell hubs and directories
  $ build-feed publish --wait 300       a deployment takes a while: look again for five minutes
  $ build-feed publish --dry-run        look at everything, tell nobody
  $ build-feed publish --all            look at the files of every episode, not of some
  $ build-feed publish talks --out site/talks

Told are the WebSub hubs that the feed names and Podcast Index; with PODCASTINDEX_API_KEY and
PODCASTINDEX_API_SECRET in the environment, the feed is added there as well; with PODPING_TOKEN,
Podping is told. The same bytes are told once.
`

export const publish: CommandDefinition = {
  name: 'publish',
  synonyms: ['deploy', 'notify', 'ping', 'release', 'announce'],
  define: (program, start) => {
    program
      .command('publish')
      .description('Proves that what is live is what was built, then tells hubs and directories of it.')
      .argument('[show]', 'show folder (default: episodes)')
      .optionsGroup('What is proved:')
      .option('-o, --out <folder>', `output folder that was deployed (default: "${defaultOut}")`)
      .option('--wait <seconds>', `look again for so long, up to ${webWaitSeconds}, until it is live`, '60')
      .option('--allow-private', 'look at a home or company network too')
      .option('--all', 'look at the files of every episode')
      .optionsGroup('Who is told:')
      .option('--dry-run', 'tell nobody')
      .option('--state <file>', 'where it is kept who was told (default: in the cache)')
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
