/** Episodes whose audio is served elsewhere: which of them are asked for, and what is said of the answers. */

import { basename } from 'node:path/posix'
import type { Place, RuleWords } from '../diagnostic.ts'
import type { LockedEpisode } from '../model.ts'
import type { Audio, Entry, Manuscript } from '../project.ts'
import type { EpisodeMeta } from '../schema/index.ts'
import { resolveUrl } from '../units/url.ts'
import { findNamed } from './find.ts'
import type { Probe } from './index.ts'
import { notAudio } from './not-readable.ts'
import audioNoDuration from './rules/audio-no-duration.ts'
import audioUnreadable from './rules/audio-unreadable.ts'
import webInsecure from './rules/web-insecure.ts'
import webNoHead from './rules/web-no-head.ts'
import webNoRanges from './rules/web-no-ranges.ts'
import webNotProbed from './rules/web-not-probed.ts'
import webRefusedAddress from './rules/web-refused-address.ts'
import webScheme from './rules/web-scheme.ts'
import webTooManyRedirects from './rules/web-too-many-redirects.ts'
import webUnreachable from './rules/web-unreachable.ts'
import webWrongType from './rules/web-wrong-type.ts'
import { isNamedAs } from './web/media-type.ts'
import type { WebAudio } from './web/probe-web.ts'
import type { Transport, WebProblem } from './web/transport.ts'
import { unreachableWords } from './web/unreachable-words.ts'

export interface WebOptions {
  /** Whether addresses of the home or company network may be asked. Default: no. */
  readonly allowPrivate?: boolean | undefined
  /** Nothing is fetched: what the lock does not know is an error. */
  readonly frozen?: boolean | undefined
  /** Whether drafts count as episodes. */
  readonly drafts?: boolean | undefined
  /** Name and version of this program, as servers are told it. */
  readonly generator?: string
  /** Instead of the web. */
  readonly transport?: Transport | undefined
}

export interface OnWeb {
  readonly frozen: boolean
  /** By address. */
  readonly answers: ReadonlyMap<string, WebAudio | WebProblem>
  /** What has been said of a host: once is enough. */
  readonly said: Set<string>
}

/** Asks for all that the lock does not know, several at a time. */
export const audioOnWeb = async (
  manuscript: Manuscript,
  options: WebOptions & { readonly onProgress?: (done: number, total: number, name: string) => void },
): Promise<OnWeb> => {
  const { frozen = false, drafts = false } = options
  const urls = new Set<string>()
  for (const entry of frozen ? [] : manuscript.episodes) {
    // What is not ready may not be there yet.
    const url = entry.meta.draft && !drafts ? undefined : urlOf(entry)
    if (url !== undefined && lockedAt(manuscript, entry, url) === undefined) urls.add(url)
  }
  const said = new Set<string>()
  if (urls.size === 0) return { frozen, answers: new Map(), said }
  const { probeAll } = await import('./web/index.ts')
  return { frozen, answers: await probeAll([...urls], options), said }
}

/** As it will stand in the feed. Undefined for what is no address of the web, or none at all. */
const urlOf = ({ meta: { audio }, path }: Entry<EpisodeMeta>): string | undefined =>
  audio !== undefined && findNamed(audio, path, none, none).kind === 'web'
    ? resolveUrl(audio, audio)
    : undefined

const none: ReadonlySet<string> = new Set()

const lockedAt = (
  { lock }: Manuscript,
  { stem }: Entry<EpisodeMeta>,
  url: string,
): LockedEpisode | undefined => {
  const locked = lock?.episodes[stem]
  return locked?.url === url ? locked : undefined
}

/** What the lock knows of it, or else what the web has answered. */
export const webAudio = (
  here: Probe,
  entry: Entry<EpisodeMeta>,
  written: string,
  fromLock: (locked: LockedEpisode) => Audio,
): Audio | undefined => {
  const place = entry.at('audio')
  const url = urlOf(entry)
  if (url === undefined) {
    here.say(webUnreachable, place, `"${written}" is not an address that can be opened`, WRITE_HTTPS)
    return undefined
  }
  const locked = lockedAt(here.manuscript, entry, url)
  if (locked !== undefined) return fromLock(locked)
  if (here.web.frozen) {
    here.say(
      webNotProbed,
      place,
      'with --frozen nothing is fetched, and the lock does not know the audio at this address',
      'Run `build-feed` without `--frozen`, and commit feed.lock.json.',
    )
    return undefined
  }
  const answer = here.web.answers.get(url)
  if (answer === undefined) return undefined
  return answer.kind === 'audio' ? heard(here, place, url, answer) : sayProblem(here, place, url, answer)
}

const heard = (here: Probe, place: Place, url: string, audio: WebAudio): Audio | undefined => {
  const { reading, fingerprint } = audio
  const path = basename(new URL(url).pathname)
  if (reading.kind !== 'audio') {
    const rule = reading.kind === 'no-duration' ? audioNoDuration : audioUnreadable
    here.say(
      rule,
      place,
      `what is served at this address ${notAudio(reading).is}`,
      'Open the address in a browser: it should play.',
    )
    return undefined
  }
  sayManners(here, place, url, audio, reading.facts)
  // The lock, from which the next build takes its facts, holds no chapters: they would be in the feed once, and gone again.
  return { path, from: 'web', url, facts: { ...reading.facts, chapters: [] }, fingerprint }
}

/** A host that does it wrong does so for every file: that is one finding. */
const sayManners = (here: Probe, place: Place, url: string, audio: WebAudio, facts: Audio['facts']): void => {
  const { host } = new URL(url)
  const once = (rule: RuleWords, message: string, help: string): void => {
    const key = `${rule.id} ${host} ${message}`
    if (!here.web.said.has(key)) here.say(rule, place, message, help)
    here.web.said.add(key)
  }
  if (audio.downgradedTo !== undefined)
    once(
      webInsecure,
      `${host} leads on to ${audio.downgradedTo} over http, which players on web pages do not follow`,
      'Use an address that stays on `https://` all the way.',
    )
  if (!audio.answersRanges)
    once(
      webNoRanges,
      `${host} does not answer byte ranges, so nobody can skip ahead in an episode without fetching all of it`,
      'Turn on range requests at the host, or use one that answers `Range: bytes=0-99` with 206.',
    )
  if (!audio.answersHead)
    once(
      webNoHead,
      `${host} does not answer HEAD, by which Apple and apps ask for the size of a file`,
      'Allow the method `HEAD` at the host, with the headers that `GET` has.',
    )
  const type = audio.contentType
  if (!isNamedAs(type, facts))
    once(
      webWrongType,
      `${host} ${type === undefined ? 'gives no type' : `says ${type}`}, and the bytes are ${facts.mediaType}, which is what the feed will say`,
      `Set \`Content-Type: ${facts.mediaType}\` at the host.`,
    )
}

const WRITE_HTTPS = 'Write the full address, such as `https://media.example/001.mp3`.'

export const sayScheme = (here: Probe, place: Place, written: string): void => {
  const scheme = /^[^:]*/.exec(written)?.[0].toLowerCase()
  here.say(
    webScheme,
    place,
    `this address begins with ${scheme}:, and apps play what comes over https or http only`,
    'Use an address that begins with `https://`.',
  )
}

const sayProblem = (here: Probe, place: Place, url: string, problem: WebProblem): undefined => {
  switch (problem.kind) {
    case 'refused-address':
      here.say(
        webRefusedAddress,
        place,
        problem.host === problem.address
          ? `${leads(url, problem.host)}${problem.address}, which is no address of the public internet`
          : `${leads(url, problem.host)}${problem.host}, which is ${problem.address}: no address of the public internet`,
        'Use an address that listeners reach; to build at home all the same, run with `--allow-private`.',
      )
      return undefined
    case 'too-many-redirects':
      here.say(
        webTooManyRedirects,
        place,
        `after five steps this address still leads on, at last from ${problem.host}`,
        'Use the address where the file is, or fewer tracking prefixes.',
      )
      return undefined
    case 'scheme':
      here.say(
        webScheme,
        place,
        `${problem.host} leads on to an address that begins with ${problem.scheme}:, and apps play what comes over https or http only`,
        'Use an address that ends at `https://`.',
      )
      return undefined
    case 'status':
    case 'unreachable': {
      const { is, help } = unreachableWords(problem)
      here.say(webUnreachable, place, `${problem.host} ${is}`, help)
    }
  }
}

const leads = (url: string, host: string): string =>
  new URL(url).hostname.replace(/^\[|\]$/g, '') === host ? 'this is ' : 'this leads to '
