/** Whether the files that a feed names are live, and served as apps need them. */

import { webAudioMilliseconds, webConnections } from '../limits.ts'
import type { Client } from '../web/client.ts'
import { deadlineIn } from '../web/deadline.ts'
import { lookAt } from '../web/look.ts'
import { openClient } from '../web/open.ts'
import type { WebOptions } from '../web/options.ts'
import { WebFailure, type WebProblem } from '../web/transport.ts'
import type { BuiltFeed, FileKind, NamedFile } from './built-feed.ts'

/** `error`: nobody hears or sees it. `warning`: some apps do worse with it than they could. */
export interface FileFault {
  readonly severity: 'error' | 'warning'
  readonly file: NamedFile
  readonly fault: Fault
}

export type Fault =
  | { readonly kind: 'unreachable'; readonly problem: WebProblem }
  /** A web page in the place of a recording, such as one on which somebody has to log in. */
  | { readonly kind: 'web-page' }
  | { readonly kind: 'bytes'; readonly there: number }
  /** Apple asks for byte ranges: without them nobody can skip. */
  | { readonly kind: 'no-ranges' }
  | { readonly kind: 'no-head' }
  | { readonly kind: 'type'; readonly there: string }
  /** Players in a browser may not read it: https://fetch.spec.whatwg.org/#http-cors-protocol */
  | { readonly kind: 'no-cors' }
  | { readonly kind: 'downgraded'; readonly host: string }

/** Episodes whose files are looked at where not all are asked for: the newest ones, and some down to the oldest. */
const NEWEST = 3
const OLDER = 5

/** What is looked at: all, or what the show names, and of the episodes some. */
export const sampleOf = ({ files }: BuiltFeed, isAll: boolean): readonly NamedFile[] => {
  const [show = [], ...episodes] = files
  const older = episodes.slice(NEWEST)
  const step = (older.length - 1) / (OLDER - 1)
  const some =
    isAll || older.length <= OLDER
      ? episodes
      : [
          ...episodes.slice(0, NEWEST),
          ...Array.from({ length: OLDER }, (_, i) => older[Math.round(i * step)]!),
        ]
  const byUrl = new Map([...show, ...some.flat()].reverse().map(file => [file.url, file]))
  return [...byUrl.values()].reverse()
}

/** In the order of the files. Rejects only when it is stopped. */
export const lookAtFiles = async (
  files: readonly NamedFile[],
  { onFile = () => {}, ...web }: WebOptions & { readonly onFile?: (done: number, of: number) => void },
): Promise<readonly FileFault[]> => {
  const { client, close } = openClient(web)
  const found: (readonly FileFault[])[] = []
  const left = [...files.entries()]
  let done = 0
  const work = async (): Promise<void> => {
    for (let next = left.shift(); next !== undefined; next = left.shift()) {
      const [at, file] = next
      found[at] = await faultsOf(client, file)
      onFile(++done, files.length)
    }
  }
  try {
    await Promise.all(Array.from({ length: webConnections }, work))
    return found.flat()
  } finally {
    close()
  }
}

const faultsOf = async (client: Client, file: NamedFile): Promise<readonly FileFault[]> => {
  const deadline = deadlineIn(webAudioMilliseconds)
  const isAudio = file.kind === 'audio'
  try {
    const { bytes, contentType, head, answersRanges, downgradedTo, allowsOrigin } = await lookAt({
      client,
      url: new URL(file.url),
      signal: deadline.signal,
      etag: undefined,
      triesRange: true,
      // Hosts answer a page of another origin otherwise than one that does not say where it comes from.
      origin: ORIGIN,
    })
    // What else is wrong with it is so because it is a page. What is as long as the recording is that, under a wrong name.
    if (isAudio && isPage(contentType) && (bytes === undefined || differs(bytes, file.bytes)))
      return [{ severity: 'error', file, fault: { kind: 'web-page' } }]
    const faults: [FileFault['severity'], Fault | false][] = [
      ['error', isAudio && differs(bytes, file.bytes) && { kind: 'bytes', there: bytes! }],
      ['error', isAudio && answersRanges === false && { kind: 'no-ranges' }],
      ['warning', isAudio && head.isRefused && { kind: 'no-head' }],
      ['warning', !fits(contentType, file) && { kind: 'type', there: contentType! }],
      ['warning', isRead(file.kind) && !allows(allowsOrigin) && { kind: 'no-cors' }],
      ['warning', downgradedTo !== undefined && { kind: 'downgraded', host: downgradedTo }],
    ]
    return faults.flatMap(([severity, fault]) => (fault ? { severity, file, fault } : []))
  } catch (error) {
    if (!(error instanceof WebFailure)) throw error
    return [{ severity: 'error', file, fault: { kind: 'unreachable', problem: error.problem } }]
  } finally {
    deadline.clear()
  }
}

/** Some player in a browser, in a domain that is nobody's: https://www.rfc-editor.org/rfc/rfc6761#section-6.4 */
const ORIGIN = 'https://player.invalid'

const differs = (there: number | undefined, said: number | undefined): boolean =>
  there !== undefined && said !== undefined && there !== said

/** What a player in a browser reads by script. */
const isRead = (kind: FileKind): boolean => kind === 'chapters' || kind === 'transcript'

const allows = (origin: string | undefined): boolean => origin === '*' || origin === ORIGIN

const FAMILIES: Readonly<Record<FileKind, RegExp>> = {
  audio: /^(?:audio|video)\//,
  artwork: /^image\//,
  chapters: /^application\/(?:[\w.-]+\+)?json(?:\+chapters)?$/,
  transcript: /^(?:text\/|application\/(?:[\w.-]+\+)?(?:json|srt|x-subrip|ttml\+xml)$)/,
  page: /^(?:text\/html|application\/xhtml\+xml)$/,
}

const isPage = (contentType: string | undefined): boolean =>
  contentType !== undefined && FAMILIES.page.test(contentType)

/** Whether the host calls it what it is. A host that says nothing says nothing wrong. */
const fits = (there: string | undefined, { kind }: NamedFile): boolean =>
  there === undefined || FAMILIES[kind].test(there)
