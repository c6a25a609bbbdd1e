/** The shells that can complete what is typed. To add one is a file and a line. */

import { bash } from './bash.ts'
import { fish } from './fish.ts'
import type { CompletedCommand } from './words.ts'
import { zsh } from './zsh.ts'

export { completedCommands } from './words.ts'

type Shell = (name: string, commands: readonly CompletedCommand[]) => string

export const shells: Readonly<Record<string, Shell>> = { bash, zsh, fish }
