import { appendFileSync, chmodSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { isAbsolute, join } from 'node:path'
import { type BuildOptions, type Built, build } from '../../src/build.ts'
import type { Lock } from '../../src/model.ts'
import { type Targets, targetNames } from '../../src/targets.ts'
import { type Files, temporaryFolder, writeFiles } from './folder.ts'
import { goodShow } from './good-show.ts'
import { type Web, webOf } from './web.ts'

export const now = Date.parse('2026-11-24T12:00:00Z')

export interface RunOptions {
  /** Undefined: whom the show names. Default: everybody, so that every rule is heard. */
  readonly targets?: Targets | undefined
  readonly fileLimit?: number
  /** What the web may be used for in all. */
  readonly network?: BuildOptions['network']
  readonly out?: string
  readonly now?: string
  readonly drafts?: boolean
  readonly strict?: boolean
  readonly audio?: boolean
  readonly baseUrl?: string
  readonly frozen?: boolean
  /** Whether `now` is a moment to look at, and whether into a folder of its own. */
  readonly look?: 'here' | 'aside'
  readonly isEpoch?: boolean
  readonly allowPrivate?: boolean
  /** What there is on the web. Default: nothing; with `allowPrivate` the real one is asked: a server on loopback. */
  readonly web?: Web
  /** A file that nobody may read while the show is built. */
  readonly unreadable?: string
  /** A file that another program is still writing to when the output is written. */
  readonly changing?: string
  /** Whether the good show was built in the folder before. */
  readonly isBuilt?: boolean
  /** A file of the output that is lost since. */
  readonly lost?: string
  /** Then it was this show, and this is what there was on the web. */
  readonly webBefore?: Web
  /** By the version of this program that wrote locks of version 1. */
  readonly isBuiltBefore?: boolean
  readonly refresh?: boolean
  readonly scanRemote?: boolean
  readonly ci?: boolean
  readonly check?: boolean
  readonly accept?: readonly string[]
  /** Whatever show.md says. */
  readonly website?: boolean
}

export interface Run extends Built {
  readonly root: string
  readonly feed: string | undefined
  readonly ids: readonly string[]
}

/** Builds files in a folder of their own: the show in `episodes`, the output in `public`. */
export const runShow = async (files: Files, options: RunOptions = {}): Promise<Run> => {
  const root = temporaryFolder()
  mkdirSync(join(root, 'episodes'))
  if (options.isBuilt) {
    const before = options.webBefore === undefined ? goodShow() : files
    writeFiles(join(root, 'episodes'), before)
    await rebuild(root, { web: options.webBefore ?? {} })
    if (options.isBuiltBefore) asVersion1(join(root, 'episodes/feed.lock.json'))
    for (const path of Object.keys(before)) rmSync(join(root, 'episodes', path))
    if (options.lost !== undefined) rmSync(join(root, options.lost))
  }
  writeFiles(join(root, 'episodes'), files)
  if (options.unreadable === undefined) return rebuild(root, options)
  chmodSync(root, 0o755)
  chmodSync(join(root, 'episodes', options.unreadable), 0)
  // Root may read everything: as long as the show is built, be somebody else.
  const isRoot = process.geteuid?.() === 0
  if (isRoot) process.seteuid?.(65_534)
  try {
    return await rebuild(root, options)
  } finally {
    if (isRoot) process.seteuid?.(0)
  }
}

/** As build-feed 0.1.0 wrote it. */
export const asVersion1 = (path: string): void => {
  const { podcastGuid, feedUrl, episodes, files } = JSON.parse(readFileSync(path, 'utf8')) as Lock
  const entries = Object.entries(episodes).map(
    ([
      stem,
      { guid, url, bytes, type, duration, fingerprint, pubDate, etag, lastModified, chapters, gone },
    ]) => [
      stem,
      { guid, url, bytes, type, duration, fingerprint, pubDate, etag, lastModified, chapters, gone },
    ],
  )
  const lock = { version: 1, podcastGuid, feedUrl, episodes: Object.fromEntries(entries), files }
  writeFileSync(path, `${JSON.stringify(lock, null, 2)}\n`)
}

export const rebuild = async (root: string, options: RunOptions = {}): Promise<Run> => {
  const outFolder = options.out ?? 'public'
  const built = await build({
    location: join(root, 'episodes'),
    folder: 'episodes',
    out: isAbsolute(outFolder) ? outFolder : join(root, outFolder),
    outFolder,
    now: options.now === undefined ? now : Date.parse(options.now),
    look: options.look && { clock: now, isAside: options.look === 'aside' },
    isEpoch: options.isEpoch,
    drafts: options.drafts ?? false,
    ...(options.strict ? { maxWarnings: 0 } : {}),
    audio: options.audio ?? true,
    baseUrl: options.baseUrl,
    ci: options.ci,
    frozen: options.frozen,
    check: options.check,
    accept: options.accept,
    website: options.website,
    targets: 'targets' in options ? options.targets : targetNames,
    refresh: options.refresh,
    scanRemote: options.scanRemote,
    generator: 'build-feed test',
    process: { id: process.pid, isRunning: () => true },
    ...(options.allowPrivate ? { allowPrivate: true } : { transport: webOf(options.web ?? {}) }),
    network: options.network,
    ...(options.fileLimit === undefined ? {} : { fileLimit: options.fileLimit }),
    onStage: stage => {
      if (stage === 'write' && options.changing !== undefined)
        appendFileSync(join(root, 'episodes', options.changing), 'more')
    },
  })
  const feed = built.artefacts.find(artefact => artefact.path === 'feed.xml')
  return {
    ...built,
    root,
    feed: feed && 'bytes' in feed ? Buffer.from(feed.bytes).toString() : undefined,
    ids: built.diagnostics.map(diagnostic => diagnostic.rule),
  }
}
