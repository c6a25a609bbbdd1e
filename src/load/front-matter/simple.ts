import { isNothing, type WrittenMap } from './data.ts'

/** Letters and digits alone: no name that YAML or JavaScript gives a meaning to. */
const KEY = '[A-Za-z][A-Za-z0-9]*'
/** Begins with a letter or a digit; a colon only with text behind it, and no `#`: the rest means nothing within a line. */
const PLAIN = String.raw`[\p{L}\p{N}](?:(?:[\p{L}\p{M}\p{N} ,.!?'"()/;_+&=%$@*-]|:(?=[^ \n]))*[\p{L}\p{M}\p{N},.!?'"()/;_+&=%$@*-])?`
/** On one line, and without escapes. */
const QUOTED = String.raw`"([\p{L}\p{M}\p{N} !#-/:-@\[\]^_\x60{|}~–—’“”…]*)"`
/** In a list on one line: letters and digits, and nothing that means something there. */
const WORD = String.raw`[\p{L}\p{N}](?:[\p{L}\p{M}\p{N} ._+-]*[\p{L}\p{M}\p{N}._+-])?`
const LIST = String.raw`\[(${WORD}(?:, ${WORD}){0,30})\]`
const LINE = new RegExp(String.raw`\n(${KEY}): (?:${QUOTED}|${LIST}|(${PLAIN}))(?=\n|$)`, 'uy')

/**
 * The data of front matter that is nothing but lines of `name: text` and `name: [word, word]`, as most is; undefined for any
 * other. YAML takes twenty times as long to say the same. tests/load/simple.test.ts holds the two together.
 *
 * `yaml` starts with the opening fence's line break.
 */
export const simpleData = (yaml: string): WrittenMap | undefined => {
  const data: Record<string, string | readonly string[]> = Object.create(null)
  LINE.lastIndex = 0
  for (let at = 0; at < yaml.length; at = LINE.lastIndex) {
    const [, key, quoted, words, plain] = LINE.exec(yaml) ?? []
    if (key === undefined || key in data) return undefined
    data[key] = quoted ?? words?.split(', ').map(textOf) ?? textOf(plain!)
  }
  return yaml === '' ? undefined : data
}

const textOf = (plain: string): string => (isNothing(plain) ? '' : plain)
