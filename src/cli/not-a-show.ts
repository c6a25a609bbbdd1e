/** What a word on the command line was probably meant for that names no folder. */

import { dirname, join, resolve } from 'node:path'
import { isThere, namesIn } from '../door/index.ts'
import { showsNamed } from '../limits.ts'
import { isIgnored } from '../names.ts'
import { nearest } from '../units/text.ts'
import type { CommandDefinition } from './commands/command.ts'
import { hasShow } from './has-show.ts'
import { type Io, UsageError } from './io.ts'
import { name } from './version.ts'

export const notAShow = (
  word: string,
  asked: readonly string[],
  commands: readonly CommandDefinition[],
  io: Pick<Io, 'cwd'>,
): UsageError => {
  const run = (command: string): string =>
    `\`${[name, command, ...asked.filter(other => other !== word)].join(' ')}\``
  if (isThere(resolve(io.cwd, word)) || /^https?:\/\//i.test(word))
    return new UsageError(
      `${word} is not a folder; a show is one, and a file or a feed is checked by \`${name} validate ${word}\``,
    )
  const command = isPlain(word) ? commandNear(word, commands) : undefined
  const shows = showsBeside(word, io)
  const folder = nearest(word, shows)
  const what =
    commands.length > 0 && isPlain(word)
      ? `"${word}" is neither a command nor a folder`
      : `there is no folder "${word}"`
  if (command !== undefined && (folder === undefined || command === nearest(word, [folder, command])))
    return new UsageError(`${what}; did you mean ${run(command)}?`)
  if (folder !== undefined) return new UsageError(`${what}; did you mean the folder ${folder}?`)
  const there =
    shows.length > 0
      ? `; there ${shows.length === 1 ? 'is the show' : 'are the shows'} ${shows.slice(0, showsNamed).join(', ')}`
      : ''
  return new UsageError(`${what}${there}; run \`${name} help\` for what there is`)
}

/** What a command could be called. */
const isPlain = (word: string): boolean => /^[a-z][a-z-]*$/i.test(word)

const commandNear = (word: string, commands: readonly CommandDefinition[]): string | undefined =>
  commands.find(({ synonyms }) => synonyms?.includes(word.toLowerCase()))?.name ??
  nearest(
    word,
    commands.map(({ name }) => name),
  )

/** The folders of shows that stand where the word says one should, named as it is. */
const showsBeside = (word: string, { cwd }: Pick<Io, 'cwd'>): readonly string[] => {
  const parent = dirname(word)
  return namesIn(resolve(cwd, parent))
    .filter(folder => !isIgnored(folder) && hasShow(resolve(cwd, parent, folder)))
    .map(folder =>
      parent === '.' && !word.startsWith('.') ? folder : join(parent, folder).replaceAll('\\', '/'),
    )
}
