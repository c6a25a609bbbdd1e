import { inFolder } from '../units/file-name.ts'
import { ours } from '../units/shell.ts'
import { type CommandDefinition, notACommand } from './commands/command.ts'
import type { ShowFolder } from './shows.ts'

/** As a person names it on the command line. */
export const namedShow = ({ folder, show }: Pick<ShowFolder, 'folder' | 'show'>): string =>
  show === undefined ? folder : inFolder(folder, show)

/** The command that builds it, with more options: for what is told of a show by other commands than a build. */
export const buildOf =
  (show: Pick<ShowFolder, 'folder' | 'show'>, commands: readonly CommandDefinition[]) =>
  (words: string): string => {
    const named = namedShow(show)
    return ours(words, ...(named === 'episodes' ? [] : [notACommand(named, commands)]))
  }
