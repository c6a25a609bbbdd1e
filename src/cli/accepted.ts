import { acceptForms, isAcceptable } from '../check/history/accept.ts'
import { UsageError } from './io.ts'

/** What was written behind `--accept`. It is about one show: in another, an episode of the same name is another one. */
export const acceptedOf = (written: readonly string[] | undefined, shows: number): readonly string[] => {
  if (written === undefined) return []
  const wrong = written.find(one => !isAcceptable(one))
  if (wrong !== undefined)
    throw new UsageError(`--accept does not know "${wrong}"; there are ${acceptForms.join(', ')}`)
  if (shows > 1) throw new UsageError('--accept is about one show; name that one only')
  return written
}
