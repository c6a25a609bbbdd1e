import { episodeSchema, showSchema } from '../schema/index.ts'
import { jsonSchema } from '../schema/json-schema.ts'
import { type Io, UsageError } from './io.ts'
import type { ExitCode } from './main.ts'

export const runSchema = async (kind: string, io: Io): Promise<ExitCode> => {
  if (kind === 'show') io.stdout.write(jsonSchema(showSchema))
  else if (kind === 'episode') io.stdout.write(jsonSchema(episodeSchema))
  else throw new UsageError(`there is no schema "${kind}"; there are show and episode`)
  return 0
}
