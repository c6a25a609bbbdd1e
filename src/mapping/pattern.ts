/**
 * The door to re2js: the regular expressions of a show, which may be a stranger's, take time in proportion to the text.
 * What they may hold: https://github.com/google/re2/wiki/Syntax
 */

import { RE2JS } from 're2js'
import { patternCharacters, patternProgram, patternSteps, patternText } from '../limits.ts'

export interface Pattern {
  /** Undefined where it does not match, or the group has no part in the match. `group`: default the first, or all where there is none. */
  readonly find: (text: string, group?: number) => string | undefined
  readonly groups: number
}

/** What all patterns of a show may take together. */
export interface Steps {
  left: number
  isUsedUp: boolean
}

export const stepsOfShow = (): Steps => ({ left: patternSteps, isUsedUp: false })

/** `refused`: why it is none, in words that go on after "`match` ". */
export const patternOf = (written: string, steps: Steps): Pattern | { readonly refused: string } => {
  if (written.length > patternCharacters)
    return { refused: `has ${written.length} characters, and at most ${patternCharacters} are taken` }
  let compiled: RE2JS
  try {
    compiled = RE2JS.compile(written)
  } catch (error) {
    return { refused: `is not an RE2 regular expression: ${reasonOf(error)}` }
  }
  const size = compiled.programSize()
  if (size > patternProgram) return { refused: 'repeats too much' }
  return {
    groups: compiled.groupCount(),
    find: (text, group = Math.min(1, compiled.groupCount())) => {
      const looked = text.slice(0, patternText)
      steps.left -= looked.length * size
      if (steps.left < 0) {
        steps.isUsedUp = true
        return undefined
      }
      const matcher = compiled.matcher(looked)
      if (group > compiled.groupCount() || !matcher.find()) return undefined
      return matcher.group(group) ?? undefined
    },
  }
}

const reasonOf = (error: unknown): string => {
  const words = error instanceof Error ? error.message : String(error)
  if (/invalid named capture|\(\?[<!=]/.test(words)) return 'it has no look-around and no back-references'
  return words.replace(/^error parsing regexp: /, '')
}
