/** Audio that the feed says is in the output folder, though it is not in the show folder to be put there: the lock knows it. */

import type { Project, Recording } from '../../project.ts'
import { isHttpUrl, pathBelow } from '../../units/url.ts'

export interface AbsentAudio {
  /** Of the episode's file in the show folder. */
  readonly entry: string
  /** Inside the output folder. */
  readonly path: string
  readonly bytes: number
}

/** `baseUrl`: where the output is served, instead of the show's own. */
export const absentAudio = (project: Project, baseUrl: string | undefined): readonly AbsentAudio[] => {
  const { meta } = project.manuscript.show
  const base = baseUrl ?? meta.baseUrl
  if (base === undefined || meta.audioBaseUrl !== undefined) return []
  return project.recordings.flatMap(recording => absentOf(recording, base))
}

const absentOf = ({ entry, audio, named }: Recording, base: string): readonly AbsentAudio[] => {
  const absent: AbsentAudio[] = []
  const { meta, path: of } = entry
  // What is named by its address is served there, whoever put it there.
  if (audio?.from === 'lock' && !(meta.audio !== undefined && isHttpUrl(meta.audio.url))) {
    const path = pathBelow(base, audio.url ?? '')
    if (path !== undefined) absent.push({ entry: of, path, bytes: audio.facts.bytes })
  }
  for (const file of named?.values() ?? [])
    if (file.kind === 'media' && file.from === 'lock')
      absent.push({ entry: of, path: file.path, bytes: file.facts.bytes })
  return absent
}
