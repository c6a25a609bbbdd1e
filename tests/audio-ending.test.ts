/** The feed's type comes from the bytes, and the address from the name: where they disagree it is said, with the way out. */

import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { Diagnostic, Example } from '../src/diagnostic.ts'
import { lay } from './support/lay.ts'
import { m4a } from './support/mp4.ts'
import { recipeOf } from './support/recipe.ts'
import { type RunOptions, rebuild, runShow } from './support/run.ts'
import { runFeed } from './support/run-feed.ts'

const rulesOfEndings = ['audio/extension', 'audio/ending-type', 'audio/format']
const ofEndings = (diagnostics: readonly Diagnostic[]) =>
  diagnostics.filter(({ rule }) => rulesOfEndings.includes(rule))

const kinds: Readonly<Record<string, { readonly bytes: Uint8Array; readonly right: string }>> = {
  MP3: { bytes: recipeOf('!mp3 10'), right: 'mp3' },
  'AAC in MP4': { bytes: m4a({ seconds: 10 }), right: 'm4a' },
  'AAC in MP4 of the brand isom': { bytes: m4a({ seconds: 10, brand: 'isom' }), right: 'm4a' },
  'AAC in MP4 of the brand M4V': { bytes: m4a({ seconds: 10, brand: 'M4V ' }), right: 'm4a' },
  video: { bytes: m4a({ seconds: 10, brand: 'isom', hasVideo: true }), right: 'mp4' },
  'video of the brand M4V': { bytes: m4a({ seconds: 10, brand: 'M4V ', hasVideo: true }), right: 'm4v' },
  QuickTime: { bytes: m4a({ seconds: 10, brand: 'qt  ' }), right: 'mov' },
}
const endings = ['mp3', 'm4a', 'mp4', 'm4v', 'mov', 'm4b', 'M4A']

describe.each(Object.entries(kinds))('%s', (_, { bytes, right }) => {
  test.each(endings)('named .%s', async ending => {
    const { files } = lay({ '001.mp3': '!nothing' })
    const { diagnostics, feed } = await runShow({ ...files, [`001.${ending}`]: bytes })
    const said = ofEndings(diagnostics).map(({ place, help }) => [place.file, help])
    expect(said).toEqual(
      ending.toLowerCase() === right
        ? []
        : [[`episodes/001.${ending}`, `Rename it: \`mv episodes/001.${ending} episodes/001.${right}\`.`]],
    )
    // What stops nothing is published, and the feed says no more than the build.
    if (said.length === 0) expect(runFeed(feed!).ids).toEqual(ofFeed(diagnostics))
  })
})

const ofFeed = (diagnostics: readonly Diagnostic[]) =>
  diagnostics.map(({ rule }) => rule).filter(rule => rule !== 'audio/video')

describe('what to do is said in the names of the show', () => {
  const helps = async (example: Example, options: RunOptions = {}) => {
    const { files, run } = lay({ '001.mp3': '!nothing', ...example })
    const { diagnostics } = await runShow(files, { ...run, ...options })
    return ofEndings(diagnostics).map(({ place, help }) => `${place.file}:${place.line ?? ''} ${help}`)
  }

  test('a name with spaces, in a folder of a season', async () => {
    const text =
      '!text ---\ntitle: Fog\ndate: 2026-01-01\nlink: https://show.example/0\nseason: 1\n---\nFog.\n'
    expect(
      await helps({ '001.md': '!nothing', 'Season 1/the fog.md': text, 'Season 1/the fog.mp4': '!m4a 10' }),
    ).toEqual([
      'episodes/Season 1/the fog.mp4: Rename it: `mv "episodes/Season 1/the fog.mp4" "episodes/Season 1/the fog.m4a"`.',
    ])
  })

  test('one that the front matter names', async () => {
    expect(await helps({ '001.md': 'audio: fog.mp4', 'fog.mp4': '!m4a 10' })).toEqual([
      'episodes/001.md:7 Rename it: `mv episodes/fog.mp4 episodes/fog.m4a`, and write `audio: fog.m4a`.',
    ])
  })

  test('one that is served elsewhere, behind a prefix', async () => {
    const url = 'https://media.example/fog.mp4?from=feed'
    const web = lay({ [url]: '!m4a 10' }).run
    expect(
      await helps({ 'show.md': 'enclosurePrefixes: https://op3.example/e/', '001.md': `audio: ${url}` }, web),
    ).toEqual([
      'episodes/001.md:7 Serve it as `https://media.example/fog.m4a?from=feed`, and write that address.',
    ])
  })

  test('one that only the lock knows, as in a CI without recordings: the feed says it again with every build', async () => {
    const { files } = lay({ '001.mp3': '!nothing', '001.mp4': '!m4a 10' })
    const built = await runShow(files)
    rmSync(join(built.root, 'episodes/001.mp4'))
    const { diagnostics, feed } = await rebuild(built.root, { frozen: true })
    expect(ofEndings(diagnostics).map(({ place, help }) => [place.file, help])).toEqual([
      ['episodes/001.md', 'Rename it: `mv episodes/001.mp4 episodes/001.m4a`.'],
    ])
    expect(runFeed(feed!).ids).toEqual(['document/enclosure-type'])
  })
})

test('a picture too', async () => {
  const { files } = lay({ 'show.md': 'image: my cover.png', 'my cover.png': '!jpeg 3000' })
  const { diagnostics } = await runShow(files)
  expect(diagnostics.map(({ rule, help }) => [rule, help])).toEqual([
    [
      'artwork/extension',
      'Rename it: `mv "episodes/my cover.png" "episodes/my cover.jpg"`, and write `image: my cover.jpg`.',
    ],
  ])
})
