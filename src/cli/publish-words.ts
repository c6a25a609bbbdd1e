/** What `publish` says of what it found. */

import type { Difference, FileFault, Live, Told } from '../publish/index.ts'
import { refusedWords } from '../web/refused-words.ts'
import type { WebProblem } from '../web/transport.ts'
import { unreachableWords } from '../web/unreachable-words.ts'

/** How many of a list are named. */
const NAMED = 3

export const problemWords = (problem: WebProblem): string => {
  switch (problem.kind) {
    case 'refused-address':
      return `${problem.host} leads to ${problem.address}, which ${refusedWords(problem.address, 'to look there')}`
    case 'too-many-redirects':
      return `the redirects of ${problem.host} do not end`
    case 'scheme':
      return `${problem.host} redirects to an address that begins with ${problem.scheme}:`
    default:
      return `${problem.host} ${unreachableWords(problem).is}`
  }
}

/** Of a feed that is not what was built: what is there instead, and what to do. */
export const notLiveWords = (live: Exclude<Live, { readonly kind: 'same' }>, built: string): string => {
  if (live.kind === 'unreadable') return `the feed is not live: ${problemWords(live.problem)}`
  return `${live.url} is not the same as ${built}: ${differenceWords(live.how)}`
}

const differenceWords = (how: Difference): string => {
  switch (how.kind) {
    case 'no-feed':
      return `it is not a whole feed (${how.bytes} bytes); subscribers would see a broken show`
    case 'lacks':
      return `${how.titles.length} of ${how.of} episodes are missing, such as ${named(how.titles)}; either the deployment is not finished, or it lost them`
    case 'has-more':
      return `it has ${how.titles.length} more than were built, such as ${named(how.titles)}; something newer is live, or this build lost them`
    case 'words':
      return 'it has the same episodes with other text: it is older, or something on the way changes it'
    case 'compressed':
      return 'apps that ask for it compressed get an older one; clear the cache in front of it'
  }
}

const named = (titles: readonly string[]): string =>
  titles
    .slice(0, NAMED)
    .map(title => `"${title}"`)
    .join(', ')

const THINGS: Readonly<Record<FileFault['file']['kind'], string>> = {
  audio: 'the recording',
  artwork: 'the picture',
  chapters: 'the chapters file',
  transcript: 'a transcript',
  page: 'the page',
}

const RIGHT_TYPES: Readonly<Record<FileFault['file']['kind'], string>> = {
  audio: 'the type that the feed says',
  artwork: 'image/jpeg or image/png, whichever it is',
  chapters: 'application/json+chapters',
  transcript: 'the type that the feed says',
  page: 'text/html',
}

export const faultWords = ({ severity, file, fault }: FileFault): string =>
  `${severity}: ${file.url}: ${THINGS[file.kind]} of "${file.of}" ${faultText(fault, file)}`

const faultText = (fault: FileFault['fault'], { bytes, kind }: FileFault['file']): string => {
  switch (fault.kind) {
    case 'unreachable':
      return `cannot be fetched: ${problemWords(fault.problem)}`
    case 'web-page':
      return 'is a web page there, not audio; let the host send the recording to everybody, without a page to log in or to agree to something'
    case 'bytes':
      return `has ${fault.there} bytes, and the feed says ${bytes}: it is another file, or only part of it; upload it again`
    case 'no-ranges':
      return 'is only sent whole, so nobody can skip in it, and Apple refuses that; let the host answer byte ranges'
    case 'no-head':
      return 'is refused to a HEAD request, which some apps send first; let the host answer it'
    case 'type':
      return `is sent as ${fault.there}; have it sent as ${RIGHT_TYPES[kind]}`
    case 'no-cors':
      return 'cannot be read by players in a browser: let the host send `Access-Control-Allow-Origin: *`'
    case 'downgraded':
      return `redirects from https to http at ${fault.host}, which iPhones do not follow`
  }
}

export const toldWords = (told: Told): string => {
  const { to } = told
  switch (told.kind) {
    case 'told':
      return `notified ${to}`
    case 'told-before':
      return `${to} knows it already`
    case 'would-tell':
      return `would notify ${to}`
    case 'refused':
      return `error: ${to} ${told.why}`
    case 'unreachable':
      return `error: ${to}: ${problemWords(told.problem)}`
    case 'out-of-reach':
      return `did not notify ${to}: nobody else can reach ${told.feedUrl}`
    case 'unasked':
      return `did not notify ${to}: ${told.needs.join(' and ')} ${told.needs.length === 1 ? 'is' : 'are'} not set`
  }
}

export const hasFailed = ({ kind }: Told): boolean => kind === 'refused' || kind === 'unreachable'
