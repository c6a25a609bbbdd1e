import { resolve } from 'node:path'
import { namesIn } from '../door/index.ts'
import { initValues } from '../init-values.ts'
import { isShowPath, showName } from '../names.ts'
import { ours } from '../units/shell.ts'
import { create } from '../write/create.ts'
import { type CommandDefinition, notACommand } from './commands/command.ts'
import { type ExitCode, hint, type Io, UsageError } from './io.ts'
import { episodeText, today } from './new-episode.ts'
import { showText } from './new-show.ts'
import { plainFolder, shownPath } from './shows.ts'
import { machineZone } from './terminal.ts'

export interface InitFlags {
  readonly title?: string
}

export const runInit = async (
  asked: string,
  flags: InitFlags,
  io: Io,
  commands: readonly CommandDefinition[],
): Promise<ExitCode> => {
  const folder = plainFolder(asked)
  const shown = (name: string): string => (folder === '.' ? name : `${folder}/${name}`)
  const zone = machineZone()
  const files = [
    { name: showName, text: showText(flags.title ?? initValues.title, zone) },
    {
      name: '001-hello.md',
      // At midnight, so that it is in the feed at once, however early in the day this is.
      text: `${episodeText('Hello', `${today(io.now(), zone)} 00:00`, { season: 1, episode: 1 })}\n${initValues.notes}\n`,
    },
  ]
  const taken = namesIn(resolve(io.cwd, folder)).find(isShowPath)
  if (taken !== undefined && taken !== showName)
    throw new UsageError(`${shown(showName)} cannot be written: ${shown(taken)} is a show already`)
  const refusal = create(files.map(({ name, text }) => ({ path: resolve(io.cwd, folder, name), text })))
  if (refusal) throw new UsageError(`${shownPath(io.cwd, refusal.path)} cannot be written: ${refusal.reason}`)

  for (const { name } of files) io.stdout.write(`${shown(name)}\n`)
  io.stderr.write(
    [
      '',
      'Next:',
      `  1. fill in ${shown(showName)}`,
      `  2. put your artwork there as ${shown('cover.jpg')}, and the audio of the first episode as ${shown('001-hello.mp3')}`,
      hint(`  3. run \`${folder === 'episodes' ? ours() : ours('', notACommand(folder, commands))}\``, io),
      '',
    ].join('\n'),
  )
  return 0
}
