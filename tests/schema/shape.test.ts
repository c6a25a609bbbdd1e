/** A map where a list was expected, and the reverse: what is to be written is told in the user's own values. */

import { describe, expect, test } from 'vitest'
import { episodeSchema, showSchema } from '../../src/fields/index.ts'
import { readField } from '../../src/schema/index.ts'

const apple = 'https://podcasts.apple.com/podcast/id1'
const spotify = 'https://open.spotify.com/show/x'

const told = (field: string, written: unknown): readonly string[] => {
  const reading = readField<never>(
    (field in showSchema.fields ? showSchema : episodeSchema) as never,
    field,
    written,
  )
  return (reading.problems ?? []).map(({ message, help = '' }) => `${message}. ${help}`)
}

describe('names of their own for keys, where the keys are fixed', () => {
  test.each<[string, unknown, string]>([
    ['listings', { apple }, `Write \`listings: { url: ${apple}, name: apple }\`.`],
    [
      'listings',
      { apple, spotify },
      `Write \`listings: [{ url: ${apple}, name: apple }, { url: ${spotify}, name: spotify }]\`.`,
    ],
    ['listings', [spotify, { apple }], `Write \`{ url: ${apple}, name: apple }\`.`],
    ['listings', { apple: { url: apple } }, `Write \`listings: { url: ${apple}, name: apple }\`.`],
    ['listings', { apple: [apple] }, `Write \`listings: { url: ${apple}, name: apple }\`.`],
    ['funding', [{ 'https://x.dev/': 'Give' }], 'Write `{ url: https://x.dev/, text: Give }`.'],
    ['persons', { 'Ada, Pier': 'host' }, 'Write `persons: { name: "Ada, Pier", role: host }`.'],
    ['persons', { Ada: { role: 'host' } }, 'Write `persons: { name: Ada, role: host }`.'],
  ])('%s: %j is one mistake, with what it comes to', (field, written, help) => {
    const all = told(field, written)
    expect(all).toHaveLength(1)
    expect(all[0]).toMatch(/ is missing, and ".*" (?:is no key|are no keys) of /)
    expect(all[0]).toContain(help)
  })

  test('where no value fits, the example of the field is shown', () => {
    expect(told('listings', { apple: 'id1' })).toEqual([
      expect.stringContaining('Write it like `listings: [https:'),
    ])
  })

  test('a key that is misspelt, or beside one that is known, is told as before', () => {
    expect(told('listings', { name: 'Apple', ulr: apple })).toHaveLength(1)
    expect(told('listings', { name: 'Apple', place: apple }).join()).toContain(
      'there is no field "place" here',
    )
  })
})

describe('a list', () => {
  test.each<[string, unknown, string, string]>([
    ['messages', [{ recent: 'Newest' }], 'has to be a map of keys', 'Write `messages: { recent: Newest }`.'],
    ['messages', ['a', 'b'], 'has to be a map of keys', 'such as `messages: { recent: '],
    [
      'theme',
      [{ accent: 'red' }, { text: 'tan' }],
      'text or a map of keys',
      'Write `theme: { accent: red, text: tan }`.',
    ],
    [
      'listings',
      [[apple, spotify]],
      'entry 1 of `listings` is a list',
      `Write \`${apple}\` and \`${spotify}\` without`,
    ],
  ])('%s: %j', (field, written, message, help) => {
    const all = told(field, written)
    expect(all).toHaveLength(1)
    expect(all[0]).toContain(message)
    expect(all[0]).toContain(help)
  })
})
