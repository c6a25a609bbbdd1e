import { type Client, type Followed, follow } from './client.ts'
import { type Answer, WebFailure, type WebProblem } from './transport.ts'

export interface Head {
  /** Undefined where nothing came back. */
  readonly followed: Followed | undefined
  /** Whether the host knows no HEAD. */
  readonly isRefused: boolean
}

export const headOf = async (
  client: Client,
  url: URL,
  signal: AbortSignal,
  headers: Readonly<Record<string, string>> = {},
): Promise<Head> => {
  for (let attempt = 1; ; attempt++) {
    try {
      const followed = await follow(client, url, { method: 'HEAD', headers, signal })
      followed.answer.discard()
      return { followed, isRefused: REFUSALS.includes(followed.answer.status) }
    } catch (error) {
      if (!(error instanceof WebFailure) || !isCut(error.problem)) throw error
      // A connection that was kept open may have been closed meanwhile. Some servers, though, know no HEAD.
      if (attempt === 2) return { followed: undefined, isRefused: true }
    }
  }
}

/** Everything else may be the file's own trouble, or pass: GET will tell. */
const REFUSALS: readonly number[] = [400, 403, 404, 405, 501]

const isCut = (problem: WebProblem): boolean =>
  problem.kind === 'unreachable' && (problem.why === 'reset' || problem.why === 'protocol')

/** Undefined where it says nothing of the file: the answer to GET decides, then. */
export const answerOf = ({ followed }: Head): Answer | undefined =>
  followed?.answer.status === 200 ? followed.answer : undefined

export const lengthOf = (answer: Answer | undefined): number | undefined => {
  const written = answer?.headers['content-length']
  return written !== undefined && /^\d{1,15}$/.test(written) ? Number(written) : undefined
}

/** What the server calls the file, without parameters, in lower case. */
export const contentTypeOf = ({ headers }: Answer): string | undefined =>
  headers['content-type']?.split(';')[0]?.trim().toLowerCase()
