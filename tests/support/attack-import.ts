/** A feed, attacked, through all that `import` does: into a new folder, and into the same once more. */

import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { readFeed } from '../../src/feed/index.ts'
import { type ImportResult, importShow } from '../../src/import/index.ts'
import type { Lock } from '../../src/model.ts'
import type { AnyFeed } from './any-feed.ts'

const now = Date.parse('2026-11-24T12:00:00Z')

/** What went wrong, whatever the feed holds: an exception, or a guid that is none of the feed's. Undefined when all is well. */
export const attackImport = async (
  { bytes }: Pick<AnyFeed, 'bytes'>,
  within: string,
): Promise<string | undefined> => {
  const location = mkdtempSync(join(within, 'import-'))
  try {
    const first = await imported(bytes, location)
    if (first.kind !== 'imported') return undefined
    const lock = lockIn(location)
    const foreign = strangersIn(lock, bytes)
    if (foreign.length > 0) return `not a guid of the feed: ${JSON.stringify(foreign)}`
    const again = await imported(bytes, location)
    if (again.kind !== 'imported') return `the second time it is ${again.kind}`
    const { merged } = again
    if (merged === undefined || merged.added + merged.updated > 0)
      return `the second time something is new: ${JSON.stringify(merged)}`
    const [before, after] = [lock, lockIn(location)].map(guidsIn)
    return JSON.stringify(before) === JSON.stringify(after) ? undefined : 'the second time a guid is another'
  } catch (error) {
    return error instanceof Error ? (error.stack ?? error.message) : String(error)
  } finally {
    rmSync(location, { recursive: true, force: true })
  }
}

const imported = (bytes: Uint8Array, location: string): Promise<ImportResult> =>
  importShow({
    bytes,
    file: 'old.xml',
    location,
    folder: 'episodes',
    baseUrl: 'https://new.example/',
    isLenient: true,
    now,
    generator: 'build-feed test',
    processId: process.pid,
  })

const lockIn = (location: string): Lock =>
  JSON.parse(readFileSync(join(location, 'feed.lock.json'), 'utf8')) as Lock

const guidsIn = ({ episodes }: Lock): readonly (readonly [string, string])[] =>
  Object.entries(episodes).map(([stem, { guid }]) => [stem, guid])

/** Guids in the lock that no item has: neither as its guid, nor, where it has none, as the address of its recording. */
const strangersIn = (lock: Lock, bytes: Uint8Array): readonly string[] => {
  const known = new Set(
    readFeed(bytes, 'old.xml', now).items.flatMap(({ children }) =>
      children.flatMap(({ name, text, attributes }) => {
        if (name === 'guid') return [plain(text)]
        return name === 'enclosure' ? [plain(attributes.url ?? ''), hrefOf(attributes.url ?? '')] : []
      }),
    ),
  )
  return guidsIn(lock)
    .map(([, guid]) => guid)
    .filter(guid => !known.has(guid))
}

/** Without what XML forbids, on one line. */
const plain = (text: string): string =>
  text
    .replace(/[^\t\n\r\x20-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '')
    .replace(/\s+/g, ' ')
    .trim()

const hrefOf = (url: string): string => (URL.canParse(url.trim()) ? new URL(url.trim()).href : '')
