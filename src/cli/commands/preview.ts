import type { PreviewFlags } from '../run-preview.ts'
import type { CommandDefinition } from './command.ts'
import { lenientOption } from './listed-option.ts'

const examples = `
Examples:
  $ build-feed preview               the show in episodes/, drafts and future episodes too, live
  $ build-feed preview --open        opens the browser too
  $ build-feed preview --port 8080   at http://127.0.0.1:8080/
`

export const preview: CommandDefinition = {
  name: 'preview',
  synonyms: ['serve', 'watch', 'dev', 'start', 'live'],
  define: (program, start) => {
    program
      .command('preview')
      .description('Shows the pages, the feed and the audio on this machine, live; writes nothing by itself.')
      .argument('[show]', 'show folder (default: episodes)')
      .option('-p, --port <number>', 'the port to listen on, 0 for any that is free (default: 4321)')
      .option('--host <address>', 'the address to listen on', '127.0.0.1')
      .option('--open', 'open it in the browser')
      .option('--against <feed>', 'a published feed to compare with under Changes (default: the lock)')
      .addOption(lenientOption())
      .option('--allow-private', 'fetch audio from a home or company network too')
      .addHelpText('after', examples)
      .action((show: string | undefined, flags: PreviewFlags) =>
        start(async (io, commands) =>
          (await import('../run-preview.ts')).runPreview(show, flags, io, commands),
        ),
      )
  },
}
