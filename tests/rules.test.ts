/** A rule's example is its documentation and its test: the bad one is found, the good one is not. */

import { describe, expect, test } from 'vitest'
import type { Party } from '../src/diagnostic.ts'
import { rules } from '../src/rules.ts'
import { lay } from './support/lay.ts'
import { runShow } from './support/run.ts'

const parties: readonly Party[] = [
  'apple',
  'spotify',
  'youtube',
  'amazon',
  'podcastindex',
  'psp1',
  'w3c',
  'own',
]

test('the good show, over which the examples are laid, has no findings', async () => {
  const { diagnostics, feed } = await runShow(lay({}).files)
  expect(diagnostics).toEqual([])
  expect(feed).toContain('<title>')
})

test('ids are unique, of the form family/kebab-name', () => {
  expect(rules.filter(rule => !/^[a-z]+(-[a-z]+)*\/[a-z0-9]+(-[a-z0-9]+)*$/.test(rule.id))).toEqual([])
  expect(new Set(rules.map(rule => rule.id)).size).toBe(rules.length)
})

describe.each(rules)('$id', rule => {
  test('says why, and who asks', () => {
    expect(rule.title).toMatch(/^[A-Za-z].*[^.]$/)
    expect(rule.why).toMatch(/^[A-Z].*\.$/s)
    expect(Object.keys(rule.askedBy).length).toBeGreaterThan(0)
    expect(parties).toEqual(expect.arrayContaining(Object.keys(rule.askedBy)))
    for (const spec of rule.specs) expect(URL.canParse(spec), spec).toBe(true)
  })

  test('finds its bad example', async () => {
    const { files, run } = lay(rule.example.bad)
    const { diagnostics, ids } = await runShow(files, run)
    expect(ids).toContain(rule.id)
    for (const diagnostic of diagnostics.filter(one => one.rule === rule.id)) {
      expect(diagnostic.severity).toBe(rule.severity)
      expect(diagnostic.message).not.toMatch(/undefined|\[object|NaN|!|\.$/)
      expect(diagnostic.help ?? 'Do').toMatch(/^[A-Z][a-z]+/)
    }
  })

  test('is silent about its good example', async () => {
    const { files, run } = lay(rule.example.good)
    const { ids } = await runShow(files, run)
    expect(ids).not.toContain(rule.id)
  })
})
