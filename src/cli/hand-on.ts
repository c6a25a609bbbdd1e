import type { Step } from '../report/step-outputs.ts'
import type { Io } from './io.ts'
import { name } from './version.ts'

/** To later steps of a workflow, where there are any. It is an extra: that it cannot be written fails nothing. */
export const handOn = async (shows: readonly Step[], io: Io): Promise<void> => {
  const path = io.env.GITHUB_OUTPUT
  if (!path) return
  const { append, stepOutputs } = await import('./reporting.ts')
  if (!append(path, stepOutputs(shows)))
    io.stderr.write(`${name}: the outputs of the step cannot be written\n`)
}
