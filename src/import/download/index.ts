/** `--download`: recordings, artwork, chapters and transcripts come from the old host into the show folder. */

import { join } from 'node:path'
import { isFile, sizeOfFile } from '../../door/index.ts'
import { webFiles } from '../../limits.ts'
import { canParseUrl } from '../../units/can-parse-url.ts'
import { fetchFile } from '../../web/fetch-file.ts'
import { openClient } from '../../web/open.ts'
import type { WebOptions } from '../../web/options.ts'
import { type PartFile, partFile } from '../../write/part-file.ts'
import { reasonOf } from '../../write/unwritable.ts'
import { transcriptStem } from '../local.ts'
import type { ReportLine } from '../report-file.ts'
import { changedAtHost } from './changed-at-host.ts'
import { fileProblemWords } from './problem-words.ts'
import type { Wanted } from './wanted.ts'

export { type Wanted, wantedOf } from './wanted.ts'

export interface Progress {
  /** Files. */
  readonly done: number
  readonly of: number
  readonly path: string
  /** Of the file at `path`. */
  readonly bytes: number
  readonly ofBytes: number | undefined
}

export interface Downloading extends WebOptions {
  /** The show folder. */
  readonly location: string
  readonly onProgress?: ((progress: Progress) => void) | undefined
}

export interface Downloads {
  /** Paths inside the show folder, sorted: what came, and what was there already. */
  readonly fetched: ReadonlySet<string>
  readonly came: readonly string[]
  /** What could not be had. It stays where it is, by its address. */
  readonly failed: readonly ReportLine[]
  /** What came and is not what the feed says. */
  readonly remarks: readonly ReportLine[]
}

/** Rejects only when it is stopped. */
export const download = async (wanted: readonly Wanted[], options: Downloading): Promise<Downloads> => {
  const { client, close } = openClient(options)
  const results: (Result | undefined)[] = wanted.map(() => undefined)
  const state = { next: 0, done: 0 }
  const work = async (): Promise<void> => {
    for (let i = state.next++; i < wanted.length; i = state.next++) {
      const one = wanted[i]!
      const tell = (path: string, bytes: number, ofBytes: number | undefined): void =>
        options.onProgress?.({ done: state.done, of: wanted.length, path, bytes, ofBytes })
      results[i] = await brought(one, { client, location: options.location, tell })
      state.done++
    }
  }
  try {
    await Promise.all(Array.from({ length: Math.min(webFiles, wanted.length) }, work))
  } finally {
    close()
  }
  const all = results.filter(result => result !== undefined)
  // Those beside an episode count as all that it has: of several, none does before all of them are there.
  const incomplete = new Set(
    all.flatMap(({ path, failure }) => (failure === undefined ? [] : [transcriptStem(path)])),
  )
  const isWhole = (path: string): boolean => {
    const stem = transcriptStem(path)
    return stem === undefined || !incomplete.has(stem)
  }
  return {
    fetched: new Set(
      all.flatMap(({ path, failure }) => (failure === undefined && isWhole(path) ? [path] : [])).sort(),
    ),
    came: all.flatMap(({ path, failure, isNew }) => (failure === undefined && isNew ? [path] : [])),
    failed: all.flatMap(({ path, failure }) =>
      failure === undefined ? [] : [{ about: path, text: failure }],
    ),
    remarks: all.flatMap(({ path, remark }) => (remark === undefined ? [] : [{ about: path, text: remark }])),
  }
}

interface Result {
  readonly path: string
  readonly isNew?: boolean
  readonly failure?: string
  readonly remark?: string
}

interface Bringing {
  readonly client: ReturnType<typeof openClient>['client']
  readonly location: string
  readonly tell: (path: string, bytes: number, of: number | undefined) => void
}

const brought = async (
  { kind, url, path, paths, stated, isCompared }: Wanted,
  { client, location, tell }: Bringing,
): Promise<Result> => {
  const there = paths.find(one => isFile(join(location, one)))
  if (there !== undefined) {
    const remark = isCompared && (await changedAtHost(client, url, hereAt(location, there)))
    return { path: there, ...(remark && { remark }) }
  }
  const expected = path(undefined)
  if (!canParseUrl(url)) return { path: expected, failure: `"${url}" is not an address` }
  const disk: { file?: PartFile } = {}
  try {
    const file = partFile(location, expected)
    disk.file = file
    const answer = await fetchFile({
      client,
      url: new URL(url),
      kept: onDisk(file),
      isText: kind === 'transcript' || kind === 'chapters',
      onBytes: (bytes, of) => tell(expected, bytes, of),
    })
    if (answer.kind !== 'file') return { path: expected, failure: fileProblemWords(answer) }
    const final = path(answer.contentType)
    file.finish(final)
    return { path: final, isNew: true, ...remarkOn(answer.bytes, stated) }
  } catch (error) {
    const cause = error instanceof DiskFailure ? error.cause : error
    if (!(error instanceof DiskFailure) && !isOfSystem(error)) throw error
    return { path: expected, failure: `it cannot be written: ${reasonOf(cause)}` }
  } finally {
    disk.file?.close()
  }
}

const hereAt = (location: string, path: string) => ({ path, bytes: sizeOfFile(join(location, path)) })

/** What the feed says of the size is wrong with many hosts; the new feed says what is true. */
const remarkOn = (bytes: number, stated: number): { readonly remark?: string } =>
  stated === 0 || stated === bytes
    ? {}
    : {
        remark: `it has ${bytes.toLocaleString('en')} bytes, and the feed says ${stated.toLocaleString('en')}; the new feed says what is true`,
      }

/** What the disk does is no failure of the host. */
class DiskFailure extends Error {}

const isOfSystem = (error: unknown): boolean =>
  error instanceof Error && (error.name === 'Error' || 'code' in error) && !('by' in error)

const onDisk = (file: PartFile): Pick<PartFile, 'size' | 'note' | 'restart' | 'append'> => {
  const orFail =
    <Args extends unknown[], T>(act: (...args: Args) => T) =>
    (...args: Args): T => {
      try {
        return act(...args)
      } catch (cause) {
        throw new DiskFailure('disk', { cause })
      }
    }
  return {
    size: orFail(file.size),
    note: orFail(file.note),
    restart: orFail(file.restart),
    append: orFail(file.append),
  }
}
