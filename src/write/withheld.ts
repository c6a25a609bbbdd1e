/** What earlier builds have left in the output folder, and nobody is to find there. Only looked at: a build deletes nothing that it did not write. */

import { join } from 'node:path'
import { type Diagnostic, diagnose } from '../diagnostic.ts'
import { listed } from '../units/text.ts'
import { lookAt } from './output-folder.ts'
import withheld from './rules/withheld.ts'

/** Of one episode. */
export interface NotForOutput {
  readonly why: 'draft' | 'future' | 'gone'
  /** Its Markdown file, as messages name it; undefined where that is gone too. */
  readonly file: string | undefined
  /** Inside the output folder. */
  readonly paths: readonly string[]
}

interface Output {
  readonly to: string
  /** How messages name it. */
  readonly shown: string
}

export const findWithheld = (
  episodes: readonly NotForOutput[],
  { to, shown }: Output,
): readonly Diagnostic[] =>
  episodes.flatMap(({ why, file, paths }) => {
    const left = paths.filter(path => isFile(join(to, path))).map(path => `${shown}/${path}`)
    const [first] = left
    if (first === undefined) return []
    const [are, them] = left.length === 1 ? ['is', 'it'] : ['are', 'them']
    return diagnose(withheld, {
      place: { file: file ?? first },
      message: `${listed(left)} ${are} of ${words[why]}, and whoever guesses the address can get ${them}`,
      help: `Remove ${them}, here and where the folder was uploaded to.`,
    })
  })

const words = {
  draft: 'a draft',
  future: 'an episode that is not out yet',
  gone: 'an episode that was taken out of the feed',
} as const

/** A name that no disk takes, out of a lock, is nowhere. */
const isFile = (path: string): boolean => {
  try {
    return lookAt(path)?.isFile() === true
  } catch {
    return false
  }
}
