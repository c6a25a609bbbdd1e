/** Episodes whose audio is served elsewhere: which of them are asked for, and what is said of the answers. */

import { basename } from 'node:path/posix'
import type { Place, RuleWords } from '../diagnostic.ts'
import { audioPath } from '../fields/audio.ts'
import type { WrittenEpisode } from '../fields/index.ts'
import { webRedirects } from '../limits.ts'
import type { Audio } from '../measured.ts'
import type { Memo } from '../memo.ts'
import type { AudioFacts, LockedEpisode } from '../model.ts'
import type { Entry, Manuscript } from '../project.ts'
import { formatClock } from '../units/duration.ts'
import { isMetadata } from '../units/public-address.ts'
import { ours } from '../units/shell.ts'
import { resolveUrl } from '../units/url.ts'
import type { Version } from '../web/look.ts'
import type { WebOptions } from '../web/options.ts'
import { isOfHost } from '../web/patience.ts'
import { metadataHelp, metadataIs } from '../web/refused-words.ts'
import type { WebProblem } from '../web/transport.ts'
import { networkLimit, unreachableWords } from '../web/unreachable-words.ts'
import { isOnWeb } from './find.ts'
import { givenAudio } from './given.ts'
import type { OnWeb, Probe } from './here.ts'
import { lockedWebAudio, validatorOf } from './locked-audio.ts'
import { marksOf } from './marks.ts'
import { notAudio } from './not-readable.ts'
import type { Query, WebAnswer } from './remote/ask.ts'
import type { WebAudio, Wishes } from './remote/measure.ts'
import { isNamedAs } from './remote/named-as.ts'
import audioNoDuration from './rules/audio-no-duration.ts'
import audioUnreadable from './rules/audio-unreadable.ts'
import webEstimated from './rules/web-estimated.ts'
import webInsecure from './rules/web-insecure.ts'
import webNoHead from './rules/web-no-head.ts'
import webNoRanges from './rules/web-no-ranges.ts'
import webNotProbed from './rules/web-not-probed.ts'
import webNotRefreshed from './rules/web-not-refreshed.ts'
import webOverLimit from './rules/web-over-limit.ts'
import webRefusedAddress from './rules/web-refused-address.ts'
import webScheme from './rules/web-scheme.ts'
import webTooManyRedirects from './rules/web-too-many-redirects.ts'
import webUnreachable from './rules/web-unreachable.ts'
import webWrongType from './rules/web-wrong-type.ts'

interface Asked {
  readonly entry: Entry<WrittenEpisode>
  /** What the lock knows at that address. */
  readonly locked: LockedEpisode | undefined
}

/** Asks for all that the lock does not know, several at a time; and about what it knows, where that is wished for. */
export const audioOnWeb = async (
  manuscript: Manuscript,
  memo: Memo,
  options: WebOptions & { readonly onProgress?: (done: number, total: number, name: string) => void },
): Promise<OnWeb> => {
  const { frozen = false, drafts = false, refresh = false, scanRemote = false, accept = [] } = options
  const asked = new Map<string, Asked[]>()
  const again = new Set<string>()
  const accepted = new Set<string>()
  for (const entry of frozen ? [] : manuscript.episodes) {
    // What is not ready may not be there yet.
    const url = entry.meta.draft && !drafts ? undefined : urlOf(entry)
    if (url === undefined) continue
    const locked = lockedAt(manuscript, entry, url)
    if (
      !refresh &&
      givenAudio(manuscript, entry, url) !== undefined &&
      (locked?.facts ?? 'given') === 'given'
    )
      continue
    // An acceptance of a recording that nobody looks at would do nothing.
    const isAccepted = accept.includes(`audio:${entry.stem}`) || accept.includes('audio:*')
    if (locked !== undefined) {
      const isMeasuredNow = scanRemote && locked.facts === 'estimated'
      if (!refresh && !isAccepted && !isMeasuredNow) continue
      again.add(entry.stem)
      if (isAccepted) accepted.add(entry.stem)
    }
    asked.set(url, [...(asked.get(url) ?? []), { entry, locked }])
  }
  const keepsValidators = options.check ?? false
  const asksAgain = asked.size > 0 && (refresh || accept.some(written => written.startsWith('audio:')))
  const onWeb = {
    frozen,
    again,
    hasAsked: asked.size > 0,
    asksAgain,
    accepted,
    keepsValidators,
    said: new Set<string>(),
  }
  if (asked.size === 0) return { ...onWeb, answers: new Map() }
  const { askAll } = await import('./remote/ask-all.ts')
  const { hasFirst } = marksOf(manuscript.lock)
  const queries = [...asked].map(([url, episodes]) =>
    queryOf(url, episodes, memo, { hasFirst, scansAll: scanRemote }),
  )
  return { ...onWeb, answers: await askAll(queries, options) }
}

const queryOf = (url: string, asked: readonly Asked[], memo: Memo, wishes: Wishes): Query => ({
  url,
  ...wishes,
  // What was estimated is to be measured, be it as it was or not.
  locked:
    wishes.scansAll && asked.some(({ locked }) => locked?.facts === 'estimated')
      ? undefined
      : versionIn(asked),
  remembered: memo.peek<WebAudio>('web', url),
  remember: audio => memo.put('web', url, audio),
})

/** What the lock knows, when it knows it of all these episodes, and the same. */
const versionIn = ([first, ...others]: readonly Asked[]): Version | undefined => {
  const locked = first?.locked
  if (locked === undefined || !others.every(other => isSameFile(other.locked, locked))) return undefined
  return { validator: validatorOf(locked), bytes: locked.bytes }
}

const isSameFile = (a: LockedEpisode | undefined, b: LockedEpisode): boolean =>
  a !== undefined &&
  a.fingerprint === b.fingerprint &&
  a.bytes === b.bytes &&
  a.etag === b.etag &&
  a.lastModified === b.lastModified

/** As it will stand in the feed. Undefined for what is no address of the web, or none at all. */
const urlOf = ({ meta: { audio } }: Entry<WrittenEpisode>): string | undefined =>
  audio !== undefined && isOnWeb(audio.url) ? resolveUrl(audio.url, audio.url) : undefined

const lockedAt = (
  manuscript: Manuscript,
  { stem }: Entry<WrittenEpisode>,
  url: string,
): LockedEpisode | undefined => {
  const locked = manuscript.lock?.episodes[stem] ?? renamedAt(manuscript, url)
  if (locked?.url !== url) return undefined
  // What a feed never said of its recordings, a build need not go and find out.
  return locked.duration !== undefined || locked.facts === 'given' ? locked : undefined
}

/** Of a file that has got another name since: the one entry at this address whose file is gone. */
const renamedAt = ({ lock, episodes }: Manuscript, url: string): LockedEpisode | undefined => {
  const there = Object.entries(lock?.episodes ?? {}).filter(([, locked]) => locked.url === url)
  if (there.length === 0) return undefined
  const stems = new Set(episodes.map(entry => entry.stem))
  const [found, other] = there.filter(([stem]) => !stems.has(stem))
  return other === undefined ? found?.[1] : undefined
}

/** What the lock knows of it, or else what the web has answered. */
export const webAudio = (here: Probe, entry: Entry<WrittenEpisode>, written: string): Audio | undefined => {
  // Most recordings are known, and where they are named need not be looked for.
  const at = (): Place => entry.at(audioPath(entry.raw))
  const url = urlOf(entry)
  if (url === undefined) {
    here.say(webUnreachable, at(), `"${written}" is not an address that can be opened`, WRITE_HTTPS)
    return undefined
  }
  const locked = lockedAt(here.manuscript, entry, url)
  const given = givenAudio(here.manuscript, entry, url)
  const isAgain = here.web.again.has(entry.stem) || here.web.answers.has(url)
  // What was measured once is known better than what is stated.
  if (given !== undefined && !isAgain && (locked?.facts ?? 'given') === 'given') return given
  if (locked !== undefined && !here.web.again.has(entry.stem)) return lockedWebAudio(locked)
  if (here.web.frozen) {
    here.say(
      webNotProbed,
      at(),
      `the size and length of ${url} are not in feed.lock.json, and with \`--frozen\` nothing is fetched to measure them`,
      `Run \`${ours()}\` without \`--frozen\`, and commit feed.lock.json.`,
    )
    return undefined
  }
  const answer = here.web.answers.get(url)
  if (answer === undefined) return undefined
  if (answer.kind === 'audio') return heard(here, { place: at(), stem: entry.stem, url, locked }, answer)
  // Only what the lock knows is found unchanged.
  if (answer.kind === 'unchanged') return locked && lockedWebAudio(locked)
  if (locked === undefined || here.web.accepted.has(entry.stem) || !isPassing(answer))
    return sayProblem(here, at(), url, answer)
  sayNotRefreshed(here, at(), answer)
  return lockedWebAudio(locked)
}

type Passing = Extract<WebProblem, { kind: 'status' | 'unreachable' | 'over-limit' }>

/**
 * What says nothing of the file itself. A host may be down for a minute, or keep computer centres out: the lock stays as good as
 * it was, and a build on a timer goes on. That there is no such file any more is said of the file.
 */
const isPassing = (answer: WebAnswer): answer is Passing =>
  answer.kind === 'unreachable' ||
  answer.kind === 'over-limit' ||
  (answer.kind === 'status' && answer.status !== 404 && answer.status !== 410)

/** Once for a host, at the first of its episodes. */
const sayNotRefreshed = (here: Probe, place: Place, problem: Passing): void => {
  const { web } = here
  const key = `${webNotRefreshed.id} ${problem.host}`
  if (web.said.has(key)) return
  web.said.add(key)
  const count = episodesWith(
    here,
    (answer, entry) => web.again.has(entry.stem) && isPassing(answer) && answer.host === problem.host,
  )
  const { is, help } = unreachableWords(problem)
  const what = count === 1 ? 'this audio' : `the audio of ${count} episodes`
  here.say(
    webNotRefreshed,
    place,
    `${problem.host} ${is}, so the feed keeps the size and length it already had for ${what}`,
    help,
  )
}

const episodesWith = (
  { manuscript, web }: Probe,
  isMeant: (answer: WebAnswer, entry: Entry<WrittenEpisode>) => boolean,
): number =>
  manuscript.episodes.filter(entry => {
    const answer = web.answers.get(urlOf(entry) ?? '')
    return answer !== undefined && isMeant(answer, entry)
  }).length

interface Heard {
  readonly place: Place
  readonly stem: string
  readonly url: string
  readonly locked: LockedEpisode | undefined
}

const heard = (here: Probe, { place, stem, url, locked }: Heard, audio: WebAudio): Audio | undefined => {
  const { reading, first } = audio
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
  if (reading.facts.method === 'estimate') sayEstimated(here, place, reading.facts)
  const validator = here.web.keepsValidators && locked !== undefined ? validatorOf(locked) : audio.validator
  const { facts } = reading
  const fingerprint = here.marks.of(stem, facts.fingerprint, () => first)
  return { path, from: 'web', url, facts, fingerprint, validator }
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
      `${host} redirects to ${audio.downgradedTo} over plain http, which players on web pages refuse, so the episode does not play there`,
      'Write an address that stays on `https://` all the way.',
    )
  if (!audio.answersRanges)
    once(
      webNoRanges,
      `${host} cannot send a part of a file (byte ranges), so listeners cannot skip ahead without downloading the whole episode`,
      'Ask the host to turn on range requests (it has to answer `Range: bytes=0-99` with 206), or use another host.',
    )
  if (!audio.answersHead)
    once(
      webNoHead,
      `${host} does not answer HEAD requests, by which Apple and apps ask for the size of a file before they download it`,
      'Ask the host to answer `HEAD` with the same headers as `GET`.',
    )
  const type = audio.contentType
  if (!isNamedAs(type, facts))
    once(
      webWrongType,
      `${host} ${type === undefined ? 'does not say what kind of file this is' : `calls this file ${type}`}, but it is ${facts.mediaType}, so some players may refuse to play it`,
      `Ask the host to send this file with \`Content-Type: ${facts.mediaType}\`.`,
    )
}

/** The lock remembers that it is an estimate, and it is not said again. */
const sayEstimated = (here: Probe, place: Place, { duration, bytes }: AudioFacts): void =>
  here.say(
    webEstimated,
    place,
    `this recording does not say how long it is: ${formatClock(Math.round(duration))} is an estimate from a part of its ${Math.round(bytes / 1e6)} MB, and may be some seconds off`,
    `Run \`${ours()} --scan-remote\` once: it reads the whole file and finds its true length.`,
  )

const WRITE_HTTPS = 'Write the full address, such as `https://media.example/001.mp3`.'

export const sayScheme = (here: Probe, place: Place, written: string): void => {
  const scheme = /^[^:]*/.exec(written)?.[0].toLowerCase()
  here.say(
    webScheme,
    place,
    `this address begins with ${scheme}:, and podcast apps play only what comes over https or http`,
    'Write an address that begins with `https://`.',
  )
}

const sayProblem = (here: Probe, place: Place, url: string, problem: WebProblem): undefined => {
  switch (problem.kind) {
    case 'refused-address':
      here.say(webRefusedAddress, place, ...refusedAddress(url, problem))
      return undefined
    case 'too-many-redirects':
      here.say(
        webTooManyRedirects,
        place,
        `this address redirects more than ${webRedirects} times, the last time at ${problem.host}, and apps give up before they reach the audio`,
        'Write the address where the file itself is, or use fewer tracking prefixes.',
      )
      return undefined
    case 'scheme':
      here.say(
        webScheme,
        place,
        `${problem.host} redirects to an address that begins with ${problem.scheme}:, and apps play what comes over https or http only`,
        'Use an address that ends at `https://`.',
      )
      return undefined
    case 'over-limit':
      return sayOverLimit(here, place, problem)
    case 'status':
    case 'unreachable':
      return sayUnreachable(here, place, problem)
  }
}

/** What is wrong with a host is so for all that it has: that is one finding. */
const sayUnreachable = (
  here: Probe,
  place: Place,
  problem: Extract<WebProblem, { kind: 'status' | 'unreachable' }>,
): undefined => {
  const { is, help } = unreachableWords(problem)
  const message = `${problem.host} ${is}`
  if (!isOfHost(problem)) {
    here.say(webUnreachable, place, `${message}, so listeners cannot play the episode`, help)
    return
  }
  const key = `${webUnreachable.id} ${message}`
  if (here.web.said.has(key)) return
  here.web.said.add(key)
  const count = episodesWith(
    here,
    answer =>
      (answer.kind === 'status' || answer.kind === 'unreachable') &&
      isOfHost(answer) &&
      `${answer.host} ${unreachableWords(answer).is}` === message,
  )
  const many = `, so the audio of ${count.toLocaleString('en')} episodes cannot be looked at; it is not asked again in this build`
  here.say(
    webUnreachable,
    place,
    `${message}${count > 1 ? many : ', so the audio of this episode cannot be checked'}`,
    help,
  )
}

/** Once: it is said of the build. */
const sayOverLimit = (
  here: Probe,
  place: Place,
  { limit }: Extract<WebProblem, { kind: 'over-limit' }>,
): undefined => {
  if (here.web.said.has(webOverLimit.id)) return
  here.web.said.add(webOverLimit.id)
  const all = [...here.web.answers.values()]
  const left = all.filter(({ kind }) => kind === 'over-limit').length
  const measured = all.length - left
  const [are, was] = [left === 1 ? 'recording is' : 'recordings are', measured === 1 ? 'was' : 'were']
  here.say(
    webOverLimit,
    place,
    `${networkLimit(limit)}, and ${left.toLocaleString('en')} ${are} left to measure, so this feed is not published yet`,
    measured === 0
      ? 'Use hosts that answer faster and can send a part of a file (byte ranges), or put the recordings into the show folder.'
      : `Run it again, with the cache of this run: the ${measured.toLocaleString('en')} that ${was} measured are remembered, and it goes on from there.`,
  )
}

const refusedAddress = (
  url: string,
  { host, address }: Extract<WebProblem, { kind: 'refused-address' }>,
): readonly [message: string, help: string] => {
  if (isMetadata(address))
    return [
      `${leads(url, host)}${host === address ? '' : `${host}, and so to `}${address}, which ${metadataIs}`,
      `Use an address that listeners reach: ${metadataHelp}.`,
    ]
  return [
    host === address
      ? `${leads(url, host)}${address}, which is not on the public internet, so no listener can reach it`
      : `${leads(url, host)}${host}, which is ${address}: that is not on the public internet, so no listener can reach it`,
    'Write the address that listeners use; to build on your own network all the same, add `--allow-private`.',
  ]
}

const leads = (url: string, host: string): string =>
  new URL(url).hostname.replace(/^\[|\]$/g, '') === host ? 'this is ' : 'this leads to '
