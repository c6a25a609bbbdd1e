import type { Command } from 'commander'
import { defaultOut } from '../io.ts'
import { type CommandDefinition, repeated, type Start } from './command.ts'

export interface BuildFlags {
  /** Default: `public`. */
  readonly out?: string
  readonly baseUrl?: string
  readonly asOf?: string
  readonly drafts?: boolean
  readonly audio: boolean
  readonly link?: boolean
  readonly cache: boolean
  readonly allowPrivate?: boolean
  readonly accept?: readonly string[]
  readonly refresh?: boolean
  readonly frozen?: boolean
  readonly check?: boolean
  readonly for?: string
  readonly strict?: boolean
  readonly maxWarnings?: string
  readonly quiet?: boolean
  readonly reporter?: string
}

const examples = `
Examples:
  $ build-feed                          build the show in episodes/ into public/
  $ build-feed talks music --out site   build two shows into site/talks and site/music
  $ build-feed --as-of 2026-12-24       see what the feed will be on that day
  $ build-feed --strict --quiet         in CI: warnings fail the build, only problems are printed
  $ build-feed --frozen                 in CI: the lock that was committed says it all
  $ build-feed --refresh                see whether audio that is served elsewhere was replaced
  $ build-feed --accept gone:007        take episode 007 out of the feed on purpose
`

/** The program itself, `build-feed [show…]`, and the same by its name: in a script, `build-feed build talks` says what it does. */
export const build: CommandDefinition = {
  name: 'build',
  define: (program, start) => {
    program.description('Builds a podcast feed from a folder of Markdown episodes and audio files.')
    withFlags(program, start, () => program.commands.map(command => command.name()))
    const byName = program.command('build').description('Builds shows: the same as no command at all.')
    withFlags(byName, start, () => [])
  },
}

/** `others`: what else the first word may have been meant for. */
const withFlags = (command: Command, start: Start, others: () => readonly string[]): void => {
  command
    .argument('[show...]', 'show folders (default: episodes)')
    .option('-o, --out <folder>', `output folder (default: "${defaultOut}")`)
    .option('--base-url <url>', "where the output is served, instead of the show's baseUrl")
    .option(
      '--as-of <instant>',
      'build as if it were that moment, such as 2026-12-24 or 2026-12-24T06:00:00Z',
    )
    .option('--drafts', 'put drafts and future episodes in, to look at them')
    .option('--no-audio', 'do not put the audio into the output folder')
    .option(
      '--link',
      'hard-link files into the output folder instead of copying them; an edit in place then changes what is published',
    )
    .option('--allow-private', 'fetch audio from a home or company network too')
    .option('--no-cache', 'work everything out anew')
    .option(
      '--accept <change>',
      'accept a change that subscribers notice (can be repeated): guid:<episode>, gone:<episode>, audio:<episode>, back-dated:<episode>, artwork:<file>, podcast-guid, feed-url',
      repeated,
    )
    .option('--refresh', 'ask again whether audio that is served elsewhere is what the lock knows')
    .option('--frozen', 'use no network, and fail if the lock would change')
    .option('--check', 'write nothing; fail if the output folder is not what a build would write')
    .option(
      '--for <names>',
      'only what these ask for: apple, spotify, youtube, amazon, podcastindex, psp1, w3c',
    )
    .option('--strict', 'let warnings stop the build as errors do')
    .option('--max-warnings <n>', 'let more warnings than this stop the build')
    .option('-q, --quiet', 'print problems only')
    .option('--reporter <name>', 'how problems are printed: pretty, compact, json, github, sarif, junit')
    .addHelpText('after', examples)
    .action((shows: string[], flags: BuildFlags) =>
      start(async io => (await import('../run-build.ts')).runBuild(shows, flags, io, others())),
    )
}
