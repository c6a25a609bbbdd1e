/** What two rules say of the audio that the feed names in the output folder, and that nothing puts there. */

import type { Finding } from '../../../diagnostic.ts'
import { audioPath } from '../../../fields/audio.ts'
import type { Evidence, Words } from '../../evidence.ts'

export function* checkAbsent({ items, output }: Evidence): Iterable<Finding> {
  if (output === undefined) return
  const entries = new Map(items.map(({ entry }) => [entry.path, entry]))
  for (const { entry, path } of output.absent) {
    const of = entries.get(entry)
    if (of !== undefined)
      yield {
        place: of.at(audioPath(of.raw)),
        message: `the feed says that ${path} is served beside it, but it is neither in the show folder nor in ${output.folder}, so players would not find it`,
        help: help('it'),
      }
  }
}

export const manyAbsent = (count: number, { output }: Evidence): Words => ({
  message: `the feed says that ${count} audio files are served beside it, but they are neither in the show folder nor in ${output?.folder}, so players would not find them`,
  help: help('them'),
})

const help = (it: string): string =>
  `Fetch ${it} before the build (\`git lfs pull\`, or a download in CI); write \`audioBaseUrl: https://…\` in show.md if the audio is served elsewhere; or build with \`--no-audio\` if something else uploads ${it}.`
