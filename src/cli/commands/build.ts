import type { Command } from 'commander'
import { defaultOut } from '../io.ts'
import type { BuildFlags } from '../run-build.ts'
import type { CommandDefinition, Start } from './command.ts'
import { acceptOption, forOption, lenientOption, reporterOption, sortOption } from './listed-option.ts'

type Commands = readonly CommandDefinition[]

const examples = `
Examples:
  $ build-feed                          build the show in episodes/ into public/
  $ build-feed talks music --out site   build two shows into site/talks and site/music
  $ build-feed --as-of 2026-12-24       see what the feed will be on that day
  $ build-feed --strict --quiet         in CI: warnings fail the build, only problems are printed
  $ build-feed --frozen                 in CI: use only the committed lock
  $ build-feed --refresh                see whether audio hosted elsewhere was replaced
  $ build-feed --against https://show.example/feed.xml   refuse what would hurt its subscribers
  $ build-feed --accept gone:007        take episode 007 out of the feed on purpose
`

/** The program itself, `build-feed [show…]`, and the same by its name: in a script, `build-feed build talks` says what it does. */
export const build: CommandDefinition = {
  name: 'build',
  synonyms: ['compile', 'generate', 'make', 'render', 'run'],
  define: (program, start) => {
    program.description('Builds a podcast feed from a folder of Markdown episodes and audio files.')
    withFlags(program, start, others => others)
    const byName = program.command('build').description('Builds shows: the same as no command at all.')
    withFlags(byName, start, () => [])
  },
}

/** `meant`: which of the commands the first word may have been meant for. */
const withFlags = (command: Command, start: Start, meant: (commands: Commands) => Commands): void => {
  command
    .argument('[show...]', 'show folders (default: episodes)')
    .optionsGroup('What is built:')
    .option(
      '--as-of <instant>',
      'build as if it were that moment, such as 2026-12-24 or 2026-12-24T06:00:00Z',
    )
    .option('--drafts', 'put drafts and future episodes in, to look at them')
    .option('--root <folder>', 'what show.md may name files in, instead of its repository')
    .optionsGroup('Output:')
    .option('-o, --out <folder>', `output folder (default: "${defaultOut}")`)
    .option('--base-url <url>', "where the output is served, instead of the show's baseUrl")
    .option('--website', "make pages of the show and its episodes (default: show.md's `website`)")
    .option('--no-website', 'make no pages')
    .option('--no-audio', 'do not put the audio into the output folder')
    .option(
      '--link',
      'hard-link files into the output folder instead of copying them; an edit in place then changes what is published',
    )
    .option('--check', 'write nothing; fail if the output folder is not what a build would write')
    .optionsGroup('What stops a build:')
    .addOption(forOption())
    .option('--strict', 'let warnings stop the build as errors do')
    .option('--max-warnings <n>', 'let more warnings than this stop the build')
    .option('--frozen', 'use no network, and fail if the lock would change')
    .option(
      '--against <feed>',
      'write nothing if subscribers of that feed, a file or an address, would suffer: see `build-feed diff`',
    )
    .addOption(lenientOption())
    .addOption(acceptOption('accept a change that subscribers notice (can be repeated)'))
    .optionsGroup('Network and cache:')
    .option('--refresh', 'ask again whether audio hosted elsewhere has changed')
    .option('--scan-remote', 'read remote audio whole where its length could only be estimated')
    .option('--allow-private', 'fetch audio from a home or company network too')
    .option('--no-cache', 'ignore the cache')
    .optionsGroup('Printing:')
    .option('-q, --quiet', 'print only what fails')
    .addOption(sortOption())
    .addOption(reporterOption())
    .optionsGroup('Help:')
    .helpOption('-h, --help', 'print this help')
    .addHelpText('after', examples)
    .action((shows: string[], flags: BuildFlags) =>
      start(async (io, commands) =>
        (await import('../run-build.ts')).runBuild(shows, flags, io, meant(commands)),
      ),
    )
}
