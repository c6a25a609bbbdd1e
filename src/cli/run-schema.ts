import { episodeSchema, showSchema } from '../fields/index.ts'
import { jsonSchema } from '../schema/json-schema.ts'
import { type ExitCode, type Io, UsageError } from './io.ts'

export const runSchema = async (kind: string, io: Io): Promise<ExitCode> => {
  if (kind === 'show') io.stdout.write(jsonSchema(showSchema))
  else if (kind === 'episode') io.stdout.write(jsonSchema(episodeSchema))
  else throw new UsageError(`there is no schema "${kind}"; there are show and episode`)
  return 0
}
