/** What the program says is plain English. Phrases that were put right once must not come back. */

import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { rules } from '../src/rules.ts'

const root = join(import.meta.dirname, '..')

/** On the left what was said, on the right what is said instead. */
const GONE: readonly (readonly [RegExp, string])[] = [
  [/belongs? into/, 'belongs in'],
  [/of any other making/, 'made by any other tool'],
  [/takes no (?:new )?(?:show|episode)/, 'rejects'],
  [/failure of ours|mistake of ours/, 'an internal error'],
  [/everything out anew/, 'ignore the cache'],
  [/committed says it all/, 'use only the committed lock'],
  [/needs no judgement/, 'apply safe fixes'],
  [/\breckons?\b/, 'calculate'],
  [/Not like this|But like this/, 'Bad, Good'],
  [/\b(?:stands?|lies?) (?:behind|outside|between|twice|once)\b/, 'comes after, is outside, appears twice'],
  [
    /(?<!there )\bis no (?:audio|date|feed|number|object|time|URL|weekday|picture|transcript)\b/,
    'is not a …',
  ],
  [/\bis none (?:of|that)\b/, 'is not one of, is not known'],
  [/\bas it stands\b/, 'as it is written'],
  [/\bthis cue\b/, 'the words at that time'],
  [/\bslug of\b/, 'name on the list'],
  [/the UUID of zeros/, 'what programs write that have no guid'],
  [/has an alpha channel;/, 'may be transparent'],
  [/(?:RGB|JPEG or PNG|H\.264|MP3, or AAC in M4A,) was expected/, 'who does not take it, and what they take'],
  [/belongs to HTML/, 'is known to HTML'],
  [/\bso do others\b/, 'so do other episodes'],
  [/\btakes? no other\b/, 'accepts nothing else'],
  [/\bis a text\b(?! for machines)/, 'is written as text'],
  [/\bthe very date\b/, 'exactly the same date'],
  [/\bwhat is called after\b/, 'its other files'],
  [/\bkey that is known\b/, 'there is no field'],
  [/from where it is whole/, 'copy the complete file again'],
  [/\bfeels meant\b/, 'no service obeys it'],
  [/if the host answers there/, 'if that address works in your browser'],
]

/** The lines of a source file that hold text for people: not its comments. */
const spoken = (file: string): readonly string[] =>
  readFileSync(file, 'utf8')
    .split('\n')
    .filter(line => !/^\s*(?:\/\/|\*|\/\*)/.test(line))
    .map(line => line.replace(/\s\/\/ .*$/, ''))

const sources = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
  .filter(file => file.endsWith('.ts'))
  .map(file => join(root, 'src', file))

test.each(GONE)('nothing says %s; it is %s', phrase => {
  const said = sources.flatMap(file =>
    spoken(file).flatMap(line => (phrase.test(line) ? [`${file}: ${line.trim()}`] : [])),
  )
  expect(said).toEqual([])
})

test('a rule says what it is about in a title and a reason of their own', () => {
  for (const { id, title, why } of rules) {
    expect(why.length, id).toBeGreaterThan(30)
    expect(why.toLowerCase(), id).not.toBe(`${title.toLowerCase()}.`)
  }
  expect(new Set(rules.map(({ why }) => why)).size).toBeGreaterThan(rules.length * 0.95)
})
