/** A recording by its name, for programs. */

import { openNamed } from './door/index.ts'
import type { AudioReading } from './probe/audio/index.ts'
import { readAudio } from './probe/audio/index.ts'

/** What a file is, by its bytes. */
export const readAudioFile = async (path: string): Promise<AudioReading> => {
  const file = openNamed(path)
  try {
    return await readAudio(file)
  } finally {
    file.close()
  }
}
