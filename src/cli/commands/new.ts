import type { NewFlags } from '../run-new.ts'
import type { CommandDefinition } from './command.ts'

const examples = `
Examples:
  $ build-feed new "The ferry that waits"       an episode of this title, with the next numbers
  $ build-feed new ~/Desktop/ferry.mp3          copies it into the show, with the title from its tags
  $ build-feed new episodes/005-ferry.mp3       writes 005-ferry.md beside it
  $ build-feed new "Salt and rope" --next        a week after the last one, if the show is weekly
`

export const newEpisode: CommandDefinition = {
  name: 'new',
  synonyms: ['add', 'episode', 'post'],
  define: (program, start) => {
    program
      .command('new')
      .description(
        'Writes an episode to start from: title, date, next numbers, and what the tags of a recording say; overwrites nothing.',
      )
      .argument('<title-or-audio>', 'a title, or an audio file whose tags hold one')
      .option('--show <folder>', 'the show folder (default: episodes)')
      .option('--next', 'date it by the rhythm of the last episodes, instead of today')
      .option('--extract', 'only take chapters and pictures out of the recording of an existing episode')
      .addHelpText('after', examples)
      .action((titleOrAudio: string, flags: NewFlags) =>
        start(async io => (await import('../run-new.ts')).runNew(titleOrAudio, flags, io)),
      )
  },
}
