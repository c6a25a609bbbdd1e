import { compareText } from '../diagnostic.ts'
import type { Lock } from '../model.ts'

/** One block per episode, sorted, so that a merge conflict stays as small as the two changes. Ends with a newline. */
export const renderLock = (lock: Lock): string => {
  const episodes = Object.entries(lock.episodes).sort(([a], [b]) => compareText(a, b))
  const files = Object.entries(lock.files ?? {}).sort(([a], [b]) => compareText(a, b))
  const whole = {
    version: lock.version,
    podcastGuid: lock.podcastGuid,
    ...(lock.feedUrl === undefined ? {} : { feedUrl: lock.feedUrl }),
    episodes: Object.fromEntries(episodes),
    ...(files.length === 0 ? {} : { files: Object.fromEntries(files) }),
  }
  return `${JSON.stringify(whole, null, 2)}\n`
}
