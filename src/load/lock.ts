import { diagnose, type Outcome } from '../diagnostic.ts'
import { lockFileBytes } from '../limits.ts'
import type { Lock, LockedEpisode, LockedFile } from '../model.ts'
import { decodeText } from '../syntax/decode-text.ts'
import { bytesText } from '../units/amount.ts'
import { isEtag, isHttpDate } from '../units/validator.ts'
import damagedLock from './rules/damaged-lock.ts'

const isText = (value: unknown): value is string => typeof value === 'string' && value !== ''
const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) >= 0
const isMap = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const isLocked = (value: unknown): value is LockedEpisode =>
  isMap(value) &&
  isText(value.guid) &&
  isText(value.url) &&
  URL.canParse(value.url) &&
  isCount(value.bytes) &&
  isText(value.type) &&
  isCount(value.duration) &&
  isText(value.fingerprint) &&
  isText(value.pubDate) &&
  Number.isFinite(Date.parse(value.pubDate)) &&
  (value.etag === undefined || (isText(value.etag) && isEtag(value.etag))) &&
  (value.lastModified === undefined || (isText(value.lastModified) && isHttpDate(value.lastModified))) &&
  (value.gone === undefined || value.gone === true) &&
  (value.chapters === undefined || (Array.isArray(value.chapters) && value.chapters.every(isChapter)))

/** As much of one as an audio file can say. */
const isChapter = (value: unknown): boolean =>
  isMap(value) &&
  isSeconds(value.start) &&
  (value.end === undefined || isSeconds(value.end)) &&
  (value.title === undefined || typeof value.title === 'string') &&
  (value.url === undefined || typeof value.url === 'string') &&
  (value.toc === undefined || typeof value.toc === 'boolean')

const isSeconds = (value: unknown): boolean => Number.isFinite(value) && (value as number) >= 0

const isLockedFile = (value: unknown): value is LockedFile =>
  isMap(value) &&
  isCount(value.bytes) &&
  isText(value.type) &&
  isText(value.integrity) &&
  (value.bitrate === undefined || isCount(value.bitrate)) &&
  (value.codecs === undefined || isText(value.codecs))

/** Reads feed.lock.json. A damaged one is an error: nothing may be built without the guids that subscribers know. */
export const readLock = (file: string, bytes: Uint8Array): Outcome<Lock | undefined> => {
  const damaged = (message: string, help: string, line?: number): Outcome<undefined> => ({
    value: undefined,
    diagnostics: [
      diagnose(damagedLock, { place: line === undefined ? { file } : { file, line }, message, help }),
    ],
  })
  const restore = `Restore it from version control, for instance \`git checkout -- ${file}\`; nothing was changed.`
  if (bytes.length > lockFileBytes)
    return damaged(
      `the lock has more than ${bytesText(lockFileBytes)}, the most that is read of one`,
      restore,
    )
  const { text, fault } = decodeText(bytes)
  if (fault !== undefined)
    return damaged(
      'the lock is not in UTF-8, so what it says of guids cannot be trusted',
      restore,
      fault.line,
    )
  const marker = /^(?:<{7}|={7}|>{7})/m.exec(text)
  if (marker)
    return damaged(
      'the lock holds the marks of a merge conflict, so it is not clear which guids are right',
      'Keep the entries of both sides (they are one block per episode), remove the marked lines, and build again.',
      text.slice(0, marker.index).split('\n').length,
    )
  let data: unknown
  try {
    data = JSON.parse(text)
  } catch {
    return damaged('the lock is not JSON, so the guids that subscribers know cannot be read', restore)
  }
  if (
    !isMap(data) ||
    !isText(data.podcastGuid) ||
    !isMap(data.episodes) ||
    (data.feedUrl !== undefined && !isText(data.feedUrl))
  )
    return damaged('the lock lacks `podcastGuid` or `episodes`', restore)
  if (data.version !== 1)
    return damaged(
      `the lock has version ${JSON.stringify(data.version)}, and this build-feed knows version 1`,
      'Use the build-feed that wrote it, or a newer one.',
    )
  const twice = repeatedKey(text)
  if (twice)
    return damaged(
      `the lock has two entries for "${twice.key}", and only one of them can be right`,
      'Keep the one whose guid is in the feed that subscribers read, remove the other, and build again.',
      twice.line,
    )
  const broken = Object.entries(data.episodes).find(([, entry]) => !isLocked(entry))
  if (broken) return damaged(`the lock's entry for "${broken[0]}" is incomplete`, restore)
  const odd = Object.entries(isMap(data.files) ? data.files : {}).find(([, entry]) => !isLockedFile(entry))
  if (odd) return damaged(`the lock's entry for the file "${odd[0]}" is incomplete`, restore)
  return { value: lockFrom(data as unknown as Lock), diagnostics: [] }
}

const lockFrom = ({ podcastGuid, feedUrl, episodes, files }: Lock): Lock => ({
  version: 1,
  podcastGuid,
  ...(feedUrl === undefined ? {} : { feedUrl }),
  // Without a prototype, so that an episode may be called __proto__.
  episodes: Object.assign(Object.create(null), episodes),
  ...(isMap(files) && Object.keys(files).length > 0 ? { files } : {}),
})

/** A lock that was read before without a complaint: nothing is checked again. */
export const readSoundLock = (bytes: Uint8Array): Lock => lockFrom(JSON.parse(decodeText(bytes).text))

/** A merge can leave an episode twice, and JSON readers take the last without a word. As we write it, a block begins at the fifth column. */
const repeatedKey = (text: string): { readonly key: string; readonly line: number } | undefined => {
  const seen = new Set<string>()
  for (const [index, line] of text.split('\n').entries()) {
    if (line.startsWith('  "')) seen.clear()
    const key = /^ {4}"(.*)": \{\r?$/.exec(line)?.[1]
    if (key === undefined) continue
    if (seen.has(key)) return { key, line: index + 1 }
    seen.add(key)
  }
  return undefined
}
