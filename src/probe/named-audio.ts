import { openNamed } from '../door/index.ts'
import type { AudioFacts } from '../model.ts'
import { readAudio, readBytes } from './audio/index.ts'
import { type EmbeddedPictures, picturesIn } from './audio/music-metadata.ts'

/** What a named recording is and says about itself; undefined where it is none, or cannot be read. */
export const factsOf = async (path: string): Promise<AudioFacts | undefined> => {
  try {
    const file = openNamed(path)
    try {
      const reading = await readAudio(file)
      return reading.kind === 'audio' ? reading.facts : undefined
    } finally {
      file.close()
    }
  } catch {
    return undefined
  }
}

/** The pictures that a named recording holds. */
export const picturesOf = async (path: string): Promise<EmbeddedPictures> => {
  try {
    const file = openNamed(path)
    try {
      return await picturesIn(file.size, (start, length) => readBytes(file, start, length))
    } finally {
      file.close()
    }
  } catch {
    return { chapters: new Map() }
  }
}
