/** Locks that version 0.1.0 wrote know recordings by another fingerprint: they keep it, and it still does its work. */

import { readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { Lock } from '../src/model.ts'
import { readBuffer } from '../src/probe/bytes.ts'
import { firstFingerprint } from '../src/probe/fingerprint.ts'
import { concat } from './support/bytes.ts'
import { goodShow } from './support/good-show.ts'
import { id3v2 } from './support/id3.ts'
import { recipe } from './support/recipe.ts'
import { type Run, rebuild, runShow } from './support/run.ts'

const recording = recipe('mp3', '20')
const lockIn = (root: string): string => join(root, 'episodes/feed.lock.json')
const lockOf = (root: string): Lock => JSON.parse(readFileSync(lockIn(root), 'utf8'))
const before = readBuffer(firstFingerprint({ start: 0, end: recording.length }), recording)

/** A show whose first episode is in the lock as version 0.1.0 put it there. */
const old = async (): Promise<Run> => {
  const run = await runShow({ ...goodShow(), '001.mp3': recording })
  const lock = lockOf(run.root)
  const one = { ...lock.episodes['001'], fingerprint: before }
  writeFileSync(
    lockIn(run.root),
    `${JSON.stringify({ ...lock, episodes: { ...lock.episodes, '001': one } }, null, 2)}\n`,
  )
  return run
}
const put = (root: string, name: string, bytes: Uint8Array): void =>
  writeFileSync(join(root, 'episodes', name), bytes)

describe('a fingerprint of the first method', () => {
  test('stays in the lock, and a frozen build has nothing against it', async () => {
    const { root } = await old()
    expect(before).toMatch(/^1:/)
    const text = readFileSync(lockIn(root), 'utf8')
    expect((await rebuild(root, { frozen: true })).ids).toEqual([])
    expect((await rebuild(root)).ids).toEqual([])
    expect(readFileSync(lockIn(root), 'utf8')).toBe(text)
    expect(lockOf(root).episodes['002']?.fingerprint).toMatch(/^2:/)
  })

  test('holds after tagging anew, and tells another recording', async () => {
    const { root } = await old()
    put(root, '001.mp3', concat(id3v2({ texts: { TPE1: 'Jo' } }), recording))
    expect((await rebuild(root)).ids).toEqual([])
    expect(lockOf(root).episodes['001']?.fingerprint).toBe(before)
    put(root, '001.mp3', recipe('mp3', '21'))
    expect((await rebuild(root)).ids).toEqual(['history/audio-replaced'])
    expect((await rebuild(root, { accept: ['audio:001'] })).ids).toEqual([])
    expect((await rebuild(root)).ids).toEqual([])
  })

  test('finds an episode that was renamed', async () => {
    const { root } = await old()
    const { guid } = lockOf(root).episodes['001']!
    for (const ending of ['md', 'mp3'])
      renameSync(join(root, `episodes/001.${ending}`), join(root, `episodes/harbour.${ending}`))
    await rebuild(root)
    expect(lockOf(root).episodes.harbour).toMatchObject({ guid, fingerprint: before })
  })

  test('does not hide that the same recording is there twice', async () => {
    const { root } = await old()
    put(root, '002.mp3', recording)
    expect((await rebuild(root, { accept: ['audio:002'] })).ids).toContain('audio/same-recording')
  })
})
