import type { Voice } from './vtt-text.ts'

/** A name in front of what is said: `Ada: `, `- Ada Lovelace: `, `>> SPEAKER 1: `. */
const PREFIX = /^(?:(?:-|>>)[ \t]*)?([\p{L}\p{N}][^:[\]<>]{0,40}):[ \t]+(?=\S)/u
const MOST_WORDS = 4
/** `de`, `van`, `of the`: the small words within names. */
const PARTICLE = /^(?:af|al|bin|d[aeiou]s?|del|della|den|der|di|du|el|la|le|of|the|te|ten|van|von|y|zu)$/
const NAME_WORD = /^[\p{Lu}\p{Lt}\p{Lo}\p{N}"'(]/u

/** The speaker that a line names, when the words before its colon look like a name. */
export function splitSpeaker(line: string): Voice {
  const [prefix, name = ''] = PREFIX.exec(line) ?? []
  if (prefix === undefined || !isName(name)) return { text: line }
  return { speaker: name.trim(), text: line.slice(prefix.length) }
}

function isName(name: string): boolean {
  const words = name.trim().split(/\s+/)
  return words.length <= MOST_WORDS && words.every(word => NAME_WORD.test(word) || PARTICLE.test(word))
}
