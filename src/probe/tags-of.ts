import { openNamed } from '../door/index.ts'
import type { AudioTags } from '../model.ts'
import { readAudio } from './audio/index.ts'

/** What an audio file says about itself; undefined where it is none, or cannot be read. */
export const tagsOf = async (path: string): Promise<AudioTags | undefined> => {
  try {
    const file = openNamed(path)
    try {
      const reading = await readAudio(file)
      return reading.kind === 'audio' ? reading.facts.tags : undefined
    } finally {
      file.close()
    }
  } catch {
    return undefined
  }
}
