import { judge, mutate, nonsense, randomFrom, seedFiles } from '../../tests/support/fuzz.ts'
import type { Attack } from './attack.ts'

/** Of all that the fuzzers of text try: a recording costs more. */
const SHARE = 0.1

export const audio: Attack = {
  name: 'audio',
  tries:
    'recordings of every kind with bytes changed, sizes that lie, parts cut out, repeated and mixed, through the audio reader',
  run: async ({ runs, seed, onProgress }) => {
    const files = seedFiles()
    const failures: string[] = []
    const cases = Math.ceil(runs * SHARE)
    for (let at = 0; at < cases; at++) {
      onProgress(at, cases)
      const random = randomFrom(seed + at)
      const bytes = at % 4 === 0 ? nonsense(files, random) : mutate(files, random)
      const fault = attempt(bytes)
      if (fault !== undefined) failures.push(`seed ${seed + at}: ${fault}`)
    }
    return { tried: cases, failures }
  },
}

const attempt = (bytes: Uint8Array): string | undefined => {
  try {
    return judge(bytes)
  } catch (error) {
    return error instanceof Error ? (error.stack ?? error.message) : String(error)
  }
}
