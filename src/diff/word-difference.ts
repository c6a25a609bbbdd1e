/** Two texts, word by word. */

import { diffArrays } from 'diff'
import { diffWordEdits, diffWords } from '../limits.ts'

export interface Words {
  readonly kind: 'same' | 'removed' | 'added'
  /** With the spaces that follow its words. */
  readonly text: string
}

/** Of texts that have little in common, or too many words, the one and then the other. */
export const wordDifference = (before: string, after: string): readonly Words[] => {
  const [one, other] = [wordsIn(before), wordsIn(after)]
  const found =
    one.length + other.length > diffWords
      ? undefined
      : diffArrays(one, other, {
          comparator: (a, b) => a.trim() === b.trim(),
          maxEditLength: diffWordEdits,
        })
  const words: readonly Words[] = found?.map(({ added, removed, value }) => ({
    kind: added ? 'added' : removed ? 'removed' : 'same',
    text: value.join(''),
  })) ?? [
    { kind: 'removed', text: before },
    { kind: 'added', text: after },
  ]
  return words.filter(({ text }) => text !== '')
}

/** Of scripts that put no spaces between words, each sign. */
const WORD =
  /(?:[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]|[^\s\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]+)\s*/gu

const wordsIn = (text: string): string[] => text.trimStart().match(WORD) ?? []
