/** A host that does not answer is not asked a thousand times: what is true of it for one recording is true for the next. */

import { webSilences } from '../limits.ts'
import { PASSING } from './passing.ts'
import { type Transport, WebFailure, type WebProblem, type Why } from './transport.ts'

/** At once, whatever is asked there: nobody goes by that name, nobody listens, or nobody can be trusted. */
const FINAL: readonly Why[] = ['dns', 'refused', 'tls']
/** Such as may pass: after some in a row. */
const DOUBTFUL: readonly Why[] = ['timeout', 'reset']

interface Silence {
  readonly problem: WebProblem
  /** In a row. */
  readonly times: number
}

/** The same transport; a host that keeps silent is answered for with what it did before. */
export const patient = (ask: Transport): Transport => {
  const silences = new Map<string, Silence>()
  const note = (host: string, problem: WebProblem): void => {
    const times = (silences.get(host)?.times ?? 0) + 1
    silences.set(host, { problem, times: isFinal(problem) ? webSilences : times })
  }
  return async asked => {
    const { host, hostname } = asked.url
    const silence = silences.get(host)
    if (silence !== undefined && silence.times >= webSilences) throw new WebFailure(silence.problem)
    try {
      const answer = await ask(asked)
      const { status } = answer
      if (PASSING.includes(status)) note(host, { kind: 'status', status, host: hostname })
      else silences.delete(host)
      return answer
    } catch (error) {
      if (error instanceof WebFailure && isSilence(error.problem)) note(host, error.problem)
      throw error
    }
  }
}

const isFinal = (problem: WebProblem): boolean =>
  problem.kind === 'unreachable' && FINAL.includes(problem.why) && problem.detail !== 'EAI_AGAIN'

const isSilence = (problem: WebProblem): boolean =>
  problem.kind === 'unreachable' && [...FINAL, ...DOUBTFUL].includes(problem.why)

/** Whether what is said of one recording would be said of all that the host has. */
export const isOfHost = (problem: WebProblem): boolean =>
  problem.kind === 'status' ? PASSING.includes(problem.status) : isSilence(problem)
