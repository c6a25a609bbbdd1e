/** A field is one file: whatever else is to know of it, knows. */

import { describe, expect, test } from 'vitest'
import { fieldTable } from '../../scripts/documents/field-table.ts'
import { feedElements } from '../../src/feed/feed-elements.ts'
import { fields } from '../../src/fields/index.ts'
import type { Said } from '../../src/table/said.ts'
import { tableOf } from '../../src/table/table.ts'
import { mood } from '../support/mood.ts'
import { settingOf } from '../support/settings.ts'
import { feedOf } from '../support/xml-of.ts'

const table = tableOf([...fields, mood])
const setting = settingOf({ raw: {}, written: {} })
const readIn = (xml: string): Readonly<Record<string, Said>> => table.read('show', feedElements(xml).channel)
describe('a made-up field', () => {
  test.each(['show', 'episode'] as const)('is written in its short and its long form: %s', owner => {
    expect(table.accept(owner, { mood: 'calm' })).toEqual({
      written: { mood: { word: 'calm' } },
      problems: [],
    })
    expect(table.accept(owner, { mood: { word: 'Calm', strength: '3' } }).written).toEqual({
      mood: { word: 'calm', strength: 3 },
    })
  })

  test('is an element of the feed, and read back', () => {
    const { written } = table.accept('show', { title: 'A', mood: { word: 'calm', strength: '3' } })
    const model = table.resolve('show', written, setting)!
    expect(model.mood).toEqual({ word: 'calm', strength: 3 })
    const xml = feedOf(table.write('show', model))
    expect(xml).toContain('<podcast:mood strength="3">calm</podcast:mood>')
    const again = table.acceptSaid('show', readIn(xml))
    expect(again.problems).toEqual([])
    expect(table.resolve('show', again.written, setting)).toEqual(model)
  })

  test('is documented, and in both JSON Schemas', () => {
    const document = fieldTable(table.fields)
    expect(document.match(/^### mood$/gm)).toHaveLength(2)
    expect(document).toContain(
      'Becomes [`<podcast:mood>`](https://podcast.example/mood). Read by nobody yet.',
    )
    expect(document).toContain('| **word** | In a word. |')
    expect(document).toContain('mood:\n  word: calm\n  strength: 3')
    for (const owner of ['show', 'episode'] as const)
      expect(JSON.parse(table.jsonSchema(owner)).properties.mood.description).toMatch(
        /sounds.*<podcast:mood>\.$/,
      )
  })

  test('is what `moood` and `Atmosphere` were meant to be', () => {
    expect(table.meant('show', 'moood')).toBe('mood')
    expect(table.meant('episode', 'moood')).toBe('mood')
    expect(table.meant('show', 'Atmosphere')).toBe('mood')
    expect(tableOf(fields).meant('show', 'moood')).toBeUndefined()
  })

  test('is an element that is known, with its attributes', () => {
    expect(table.elements('episode').get('podcast:mood')).toEqual({
      attributes: new Set(['strength']),
      isDeprecated: false,
    })
  })

  test('is judged in front matter', () => {
    expect(table.accept('episode', { mood: 'gloomy' }).problems).toMatchObject([
      { path: ['mood'], message: '"gloomy" is not a mood' },
    ])
  })

  test('is judged by the same form in a feed, at its place', () => {
    const xml = feedOf([{ name: 'podcast:mood', attributes: { strength: '0' }, text: 'calm' }])
    expect(table.acceptSaid('show', readIn(xml)).problems).toMatchObject([
      {
        path: ['mood', 'strength'],
        message: '"0" is not a whole number from 1',
        spot: { node: { name: 'podcast:mood' }, attribute: 'strength' },
      },
    ])
  })

  test('is not in the table that it was not put into', () => {
    const xml = feedOf([{ name: 'podcast:mood', text: 'calm' }])
    expect(tableOf(fields).read('show', feedElements(xml).channel)).toEqual({})
    expect(tableOf(fields).elements('show').has('podcast:mood')).toBe(false)
  })
})
