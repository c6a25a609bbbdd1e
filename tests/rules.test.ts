/** A rule's example is its documentation and its test: the bad one is found, the good one is not. */

import { describe, expect, test } from 'vitest'
import { rules } from '../src/rules.ts'
import { severityFor, targetNames } from '../src/targets.ts'
import { findings } from './support/examples.ts'
import { lay } from './support/lay.ts'
import { layFeed } from './support/lay-feed.ts'
import { runShow } from './support/run.ts'
import { runFeed } from './support/run-feed.ts'

test('the good feed, over which the examples of feeds are laid, has no findings', () => {
  expect(runFeed(layFeed('')).diagnostics).toEqual([])
})

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
    const parties = Object.keys(rule.askedBy ?? {})
    expect([...parties, ...(rule.always ? [rule.always] : [])]).not.toEqual([])
    expect(targetNames).toEqual(expect.arrayContaining(parties))
    // Who asks for something has written it down somewhere.
    if (parties.length > 0) expect(rule.specs).not.toEqual([])
    for (const spec of rule.specs) expect(URL.canParse(spec), spec).toBe(true)
  })

  test('finds its bad example', async () => {
    const { diagnostics, ids } = await findings(rule.example.bad)
    expect(ids).toContain(rule.id)
    for (const diagnostic of diagnostics.filter(one => one.rule === rule.id)) {
      expect(diagnostic.severity).toBe(severityFor(rule, targetNames))
      expect(diagnostic.message).not.toMatch(/undefined|\[object|NaN|!|\.$/)
      expect(diagnostic.help ?? 'Do').toMatch(/^[A-Z][a-z]+/)
    }
  })

  test('is silent about its good example', async () => {
    const { ids } = await findings(rule.example.good)
    expect(ids).not.toContain(rule.id)
  })
})
