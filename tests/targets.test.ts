/** Whom a show is made for: what they refuse stops a build, and nobody else's rules are heard. */

import { describe, expect, test } from 'vitest'
import { readyOf } from '../src/report/index.ts'
import { rules } from '../src/rules.ts'
import { defaultTargets, severityFor, targetNames } from '../src/targets.ts'
import { lay } from './support/lay.ts'
import { layFeed } from './support/lay-feed.ts'
import { type Run, runShow } from './support/run.ts'
import { runFeed } from './support/run-feed.ts'

const opus = { '001.mp3': '!nothing', '001.opus': '!opus 10' }

/** As the show itself says. */
const build = (files: Readonly<Record<string, string>>): Promise<Run> => {
  const { files: laid, run } = lay(files)
  return runShow(laid, { ...run, targets: undefined })
}

describe('an Opus-only show', () => {
  test('for Podcast Index builds, and nothing is said', async () => {
    const { diagnostics, feed } = await build({ ...opus, 'show.md': 'for: podcastindex' })
    expect(diagnostics).toEqual([])
    expect(feed).toMatch(/<enclosure url="[^"]+\.opus" length="\d+" type="audio\/ogg"\/>/)
    expect(readyOf('show', diagnostics, rules, ['podcastindex'])).toEqual({ podcastindex: [] })
  })

  test('for Apple is refused, with what stands in the way', async () => {
    const { diagnostics, feed } = await build({ ...opus, 'show.md': 'for: [apple, podcastindex]' })
    expect(feed).toBeUndefined()
    expect(diagnostics.map(({ severity, rule }) => `${severity} ${rule}`)).toContain('error audio/format')
    expect(readyOf('show', diagnostics, rules, ['apple']).apple).toContain('audio/format')
  })

  test('that names nobody is made for the directories, of which Apple is one', async () => {
    expect((await build(opus)).ids).toContain('audio/format')
  })

  test('is judged by the flag instead of by show.md where both speak', async () => {
    const { files, run } = lay({ ...opus, 'show.md': 'for: apple' })
    const { diagnostics, feed } = await runShow(files, { ...run, targets: ['podcastindex'] })
    expect(diagnostics).toEqual([])
    expect(feed).toBeDefined()
  })

  test('as a feed is judged by the same measure', () => {
    const item =
      '<item>\n<enclosure url="https://show.example/2.opus" length="992496" type="audio/ogg"/>\n</item>'
    expect(runFeed(layFeed(item), undefined, ['podcastindex']).diagnostics).toEqual([])
    const { diagnostics } = runFeed(layFeed(item), undefined, defaultTargets)
    expect(diagnostics.map(({ severity, rule }) => `${severity} ${rule}`)).toEqual([
      'error document/enclosure-media',
    ])
  })
})

describe('for: in show.md', () => {
  test('names one that there is not: the nearest is said', async () => {
    const { diagnostics } = await build({ 'show.md': 'for: podcast-index' })
    expect(diagnostics.map(({ rule, help }) => [rule, help])).toEqual([
      ['front-matter/choice', 'Write `podcastindex`.'],
    ])
  })

  test('a standard speaks when it is named, and refuses nobody', async () => {
    const files = { 'show.md': 'copyright: © 2026 Ada Pier' }
    expect((await build(files)).diagnostics).toEqual([])
    const named = await build({ 'show.md': 'copyright: © 2026 Ada Pier\nfor: psp1' })
    expect(named.diagnostics.map(({ severity, rule }) => `${severity} ${rule}`)).toEqual([
      'note show/copyright-form',
    ])
    expect(named.feed).toBeDefined()
  })
})

describe('how severe a rule is', () => {
  test.each([
    [{ askedBy: { apple: 'refuses' } }, ['apple'], 'error'],
    [{ askedBy: { apple: 'refuses' } }, ['spotify'], undefined],
    [{ askedBy: { apple: 'refuses', spotify: 'advises' } }, ['spotify'], 'note'],
    [{ askedBy: { apple: 'ignores' } }, ['apple'], 'warning'],
    [{ askedBy: { w3c: 'requires' } }, ['w3c'], 'warning'],
    [{ askedBy: { w3c: 'advises' } }, ['w3c'], 'note'],
    [{ askedBy: { w3c: 'requires' } }, defaultTargets, undefined],
    [{ askedBy: { apps: 'ignores' } }, ['spotify'], 'warning'],
    [{ always: 'broken' }, ['w3c'], 'error'],
    [{ always: 'noticed' }, ['podcastindex'], 'warning'],
    [{ always: 'advice', askedBy: { apple: 'refuses' } }, ['apple'], 'error'],
  ] as const)('%j for %j: %s', (rule, targets, severity) => {
    expect(severityFor(rule, targets)).toBe(severity)
  })

  test('no standard and no player ever stops a build', () => {
    for (const rule of rules.filter(({ always }) => always !== 'broken'))
      expect(severityFor(rule, ['psp1', 'w3c', 'apps']), rule.id).not.toBe('error')
  })

  test('what the only one who asks ignores stops no build', () => {
    // What it is about cannot be read, built or played: who asks is beside the point.
    const nothingCanBeMade = [
      ...['chapters/unreadable', 'transcripts/encoding', 'document/outside-channel'],
      ...['podcast/guid-shape', 'podcast/live-item', 'history/audio-replaced'],
      'podcast/trailer',
    ]
    const ignored = rules.filter(
      ({ always, askedBy = {} }) =>
        always === 'broken' &&
        Object.values(askedBy).includes('ignores') &&
        !Object.values(askedBy).includes('refuses'),
    )
    expect(ignored.map(({ id }) => id).sort()).toEqual(nothingCanBeMade.sort())
  })

  test('a licence without an address builds for Apple and Spotify, which do not ask', async () => {
    const files = { 'show.md': 'license: harbour-terms-1\nfor: [apple, spotify]' }
    expect((await build(files)).diagnostics).toEqual([])
    const asked = await build({ 'show.md': 'license: harbour-terms-1\nfor: podcastindex' })
    expect(asked.diagnostics.map(({ severity, rule }) => `${severity} ${rule}`)).toEqual([
      'warning podcast/license-url',
    ])
    expect(asked.feed).toContain('<podcast:license>harbour-terms-1</podcast:license>')
  })

  test('every rule is heard by somebody', () => {
    expect(rules.filter(rule => severityFor(rule, targetNames) === undefined)).toEqual([])
  })
})
