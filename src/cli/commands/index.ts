/** The commands, in the order of the help. To add one is a file and a line. */

import { adopt } from './adopt.ts'
import { build } from './build.ts'
import type { CommandDefinition } from './command.ts'
import { completion } from './completion.ts'
import { diff } from './diff.ts'
import { explain } from './explain.ts'
import { help } from './help.ts'
import { importFeed } from './import.ts'
import { init } from './init.ts'
import { newEpisode } from './new.ts'
import { preview } from './preview.ts'
import { publish } from './publish.ts'
import { schema } from './schema.ts'
import { submit } from './submit.ts'
import { upcoming } from './upcoming.ts'
import { validate } from './validate.ts'

export const commands: readonly CommandDefinition[] = [
  build,
  validate,
  diff,
  init,
  newEpisode,
  importFeed,
  preview,
  adopt,
  upcoming,
  publish,
  submit,
  explain,
  schema,
  completion,
  help,
]
