import { characterCount } from '../../../units/character-count.ts'
import type { Rule } from '../../evidence.ts'
import { namesOf } from './plain-texts.ts'

/** Characters. */
const LIMIT = 255

const rule: Rule = {
  id: 'text/name-too-long',
  inherits: 'value',
  title: 'The name of an author or an owner has at most 255 characters',
  why: 'Apple ignores what is longer, and the W3C validator counts it as an error.',
  specs: ['https://help.apple.com/itc/podcasts_connect/#/itcb54353390'],
  askedBy: { apple: 'ignores', psp1: 'advises', w3c: 'requires' },
  covers: ['doc-value-255', 'show-author'],
  example: {
    bad: { 'show.md': `author: ${'Ada Pier and her many friends, '.repeat(9)}` },
    good: { 'show.md': 'author: Ada Pier and friends' },
  },
  *check(evidence) {
    for (const { entry, path, text } of namesOf(evidence)) {
      if (text.length <= LIMIT) continue
      const count = characterCount(text)
      if (count <= LIMIT) continue
      yield {
        place: entry.at(path),
        message: `${entry.words.name(path)} has ${count} characters, ${count - LIMIT} more than the ${LIMIT} that directories take`,
        help: `Name the people or the group in a few words, such as "${briefly(text)}".`,
      }
    }
  },
}
export default rule

/** The first of the names, or as many words as fit. */
const briefly = (text: string): string => {
  const [first = ''] = text.split(/[,;]/)
  return first.length <= 60 ? first.trim() : text.slice(0, 40).replace(/\s\S*$/, '')
}
