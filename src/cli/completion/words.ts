/** What can be typed behind the program's name, as plain data: the same words as the help has. */

import type { Command, Option } from 'commander'
import { valuesOf } from '../commands/listed-option.ts'

export interface CompletedOption {
  /** `--out`. */
  readonly long: string
  /** `-o`. */
  readonly short: string | undefined
  /** One line. */
  readonly says: string
  readonly takesValue: boolean
  /** The values that there are; empty where anything can be written, or a file. */
  readonly values: readonly string[]
}

export interface CompletedCommand {
  /** Empty for the program without a command. */
  readonly name: string
  readonly says: string
  readonly options: readonly CompletedOption[]
  /** Values of its first argument; empty where that is a file or a folder. */
  readonly values: readonly string[]
}

/** The program itself first, then its commands. */
export const completedCommands = async (program: Command): Promise<readonly CompletedCommand[]> => {
  const names = program.commands.map(command => command.name())
  return Promise.all(
    [program, ...program.commands].map(async command => ({
      name: command === program ? '' : command.name(),
      says: oneLine(command.description()),
      options: await Promise.all(command.options.map(completed)),
      values: command.name() === 'help' ? names : [...(command.registeredArguments[0]?.argChoices ?? [])],
    })),
  )
}

const completed = async (option: Option): Promise<CompletedOption> => ({
  long: option.long ?? '',
  short: option.short,
  says: oneLine(option.description),
  takesValue: option.required || option.optional,
  values: await valuesOf(option),
})

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim()
