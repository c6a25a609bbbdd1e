/** A difference of words, as far as a person wants to see it: what changed, and a few words around it. */

import { type Words, wordDifference } from '../word-difference.ts'

export interface Excerpt {
  readonly words: readonly Words[]
  readonly isCut: boolean
}

/** Words that stay, around what changes. */
const around = 5

export const excerptOf = (before: string, after: string, most: number): Excerpt => {
  const all = wordDifference(before, after)
  const words: Words[] = []
  let room = most
  for (const [i, { kind, text }] of all.entries()) {
    const shown = kind === 'same' ? shortened(text, i === 0, i === all.length - 1) : text
    if (shown.length > room) {
      words.push({ kind, text: `${shown.slice(0, room).toWellFormed()}…` })
      return { words, isCut: true }
    }
    words.push({ kind, text: shown })
    room -= shown.length
  }
  return { words, isCut: false }
}

const shortened = (text: string, isFirst: boolean, isLast: boolean): string => {
  const words = text.split(/(?<=\s)/)
  const [head, tail] = [isFirst ? 0 : around, isLast ? 0 : around]
  if (words.length <= head + tail + 2) return text
  return [...words.slice(0, head), '… ', ...words.slice(words.length - tail)].join('')
}
