/** Shows in which several things are as they are in the examples of rules, good ones and bad ones: mistakes seldom come alone. */

import type { Example } from '../../src/diagnostic.ts'
import { rules } from '../../src/rules.ts'
import { frontMatter } from './good-show.ts'
import fc from './property.ts'

/** What is about a show folder as it lies there: no earlier build, no web, no folder that cannot be read or written. */
const isAboutFolder = (example: Example): boolean =>
  Object.entries(example).every(
    ([path, text]) =>
      path !== 'feed.xml' &&
      path !== 'feed.lock.json' &&
      !/^https?:/.test(path) &&
      !/https?:\/\/media\./.test(text) &&
      !/^!(?:unreadable|many|output|frozen|link|built|missing|deep)\b/.test(text),
  )

export interface Part {
  /** `rule bad`. */
  readonly name: string
  readonly example: Example
}

const partsOf = (kinds: readonly ('bad' | 'good')[]): readonly Part[] =>
  rules.flatMap(({ id, example }) =>
    kinds
      .map(kind => ({ name: `${id} ${kind}`, example: example[kind] }))
      .filter(part => isAboutFolder(part.example)),
  )

export const goodParts = partsOf(['good'])
export const allParts = partsOf(['good', 'bad'])

/** One example over another: of the same key, and of the same file that is no front matter, the later one counts. */
export const over = (below: Example, above: Example): Example => {
  const both: Record<string, string> = { ...below }
  for (const [path, text] of Object.entries(above)) {
    const other = below[path]
    const isMerged = path in frontMatter && other !== undefined && !/^!/.test(other) && !/^!/.test(text)
    both[path] = isMerged ? mergedText(other, text) : text
  }
  return both
}

const mergedText = (below: string, above: string): string => {
  const [belowHead = '', ...belowBody] = below.split(/^---\n/m)
  const [aboveHead = '', ...aboveBody] = above.split(/^---\n/m)
  const head = [belowHead.trimEnd(), aboveHead.trimEnd()].filter(Boolean).join('\n')
  const [body] = [...aboveBody, ...belowBody]
  return body === undefined ? head : `${head}\n---\n${body}`
}

export interface Mixture {
  readonly names: readonly string[]
  readonly example: Example
}

export const mixtureOf = (parts: readonly Part[], most = 5): fc.Arbitrary<Mixture> =>
  fc.uniqueArray(fc.constantFrom(...parts), { minLength: 1, maxLength: most }).map(chosen => ({
    names: chosen.map(({ name }) => name),
    example: chosen.map(({ example }) => example).reduce(over),
  }))
