/** A message or its help names something of the user's own: a value, a key, a tag, a file, or what was measured. */

import { expect, test } from 'vitest'
import { table } from '../src/fields/index.ts'
import { rules } from '../src/rules.ts'
import { findings } from './support/examples.ts'
import { lay } from './support/lay.ts'
import { laid } from './support/lay-feed.ts'

/** Keys and tags that a message may name because they are missing. */
const known: ReadonlySet<string> = new Set([
  ...table.fields.map(({ key }) => key),
  ...(['show', 'episode'] as const).flatMap(owner => [...table.elements(owner).keys()]),
])

/** What a text sets off as somebody's own: in quotes, in backticks, in angle brackets, files and numbers. */
const setOff = (text: string): readonly string[] => [
  ...[...text.matchAll(/"([^"]+)"|`([^`]+)`|<([^<>]+)>/g)].map(found => found[1] ?? found[2] ?? found[3]!),
  ...(text.match(/[\w./-]+\.[a-z0-9]{2,5}\b|https?:\/\/\S+/g) ?? []),
]

const numbersIn = (text: string): readonly string[] => text.match(/\d[\d.,:]*/g) ?? []

const namesTheirOwn = (
  words: readonly (string | undefined)[],
  own: string,
  rule: { readonly title: string; readonly why: string },
): boolean => {
  const text = words.filter(word => word !== undefined).join(' ')
  const usual = new Set(numbersIn(`${rule.title} ${rule.why}`))
  return (
    numbersIn(text).some(number => !usual.has(number)) ||
    setOff(text).some(token => {
      const parts = token.split(/[\s:=/{}[\],;()<>"]+/).filter(part => part.length > 1)
      return [token, ...parts].some(part => known.has(part) || own.includes(part))
    })
  )
}

test.each(rules)('$id', async rule => {
  const { diagnostics } = await findings(rule.example.bad)
  const { bad } = rule.example
  const isFeed = bad['feed.xml'] !== undefined
  const written = isFeed ? {} : lay(bad).files
  const own = [
    ...Object.entries(written).map(([path, text]) => `${path}\n${typeof text === 'string' ? text : ''}`),
    ...Object.values(bad),
    ...(isFeed ? [laid('')] : []),
  ].join('\n')
  for (const { message, help, place } of diagnostics.filter(one => one.rule === rule.id))
    expect(
      namesTheirOwn([message, help], `${own}\n${place.file}`, rule),
      `${place.file}: ${message} / ${help}`,
    ).toBe(true)
})
