import { webStreamBytes } from '../limits.ts'
import { bytesText, millisecondsText } from '../units/amount.ts'
import type { NetworkLimit, WebProblem, Why } from './transport.ts'

interface Words {
  /** Goes on after the address: `is empty`. */
  readonly is: string
  readonly help: string
}

/** Goes on after the host's name. */
export const unreachableWords = (
  problem: Extract<WebProblem, { kind: 'status' | 'unreachable' | 'over-limit' }>,
): Words => {
  if (problem.kind === 'status') return statusWords(problem.status)
  if (problem.kind === 'over-limit')
    return { is: `was not asked again, as ${networkLimit(problem.limit)}`, help: 'Run it again.' }
  const { is, help } = WORDS[problem.why]
  return { is: problem.detail === undefined ? is : `${is} (${problem.detail})`, help }
}

/** Stands alone. */
export const networkLimit = (limit: NetworkLimit): string =>
  'bytes' in limit
    ? `one build reads at most ${bytesText(limit.bytes)} from the network`
    : `one build uses the network for at most ${millisecondsText(limit.milliseconds)}`

const AGAIN = 'Try again later; if it keeps failing, ask the host.'
const LOOK = 'Open the address in a browser, and correct it here.'

const statusWords = (status: number): Words => {
  if (status === 404 || status === 410) return { is: `answers ${status}: there is no such file`, help: LOOK }
  if (status === 401 || status === 403)
    return {
      is: `answers ${status}: the file is not for everybody`,
      help: 'Let the host serve it to everybody, without a password.',
    }
  if (status === 429) return { is: 'answers 429: it was asked too often, three times in a row', help: AGAIN }
  if (status >= 500)
    return { is: `answers ${status}, an error on its side, three times in a row`, help: AGAIN }
  return { is: `answers ${status}, and not with the file`, help: LOOK }
}

const WORDS: Readonly<Record<Why, Words>> = {
  dns: {
    is: 'cannot be found: no server goes by that name',
    help: 'Correct the name, or check the network.',
  },
  refused: { is: 'does not take connections', help: `Check the address and its port. ${AGAIN}` },
  timeout: { is: 'does not answer in time', help: AGAIN },
  reset: { is: 'broke the connection off, three times in a row', help: AGAIN },
  tls: { is: 'offers no https that can be trusted', help: 'Renew the certificate at the host.' },
  protocol: {
    is: 'sends something that is not proper HTTP',
    help: 'Ask the host; a browser may be more patient.',
  },
  changed: { is: 'changed the file while it was read', help: 'Run it again when the upload is complete.' },
  encoded: {
    is: 'compresses the audio though that was not asked for, so that no app knows its length',
    help: 'Turn off compression for audio at the host.',
  },
  'too-large': {
    is: `answers no byte ranges, and the file is larger than ${bytesText(webStreamBytes)}, which is more than is read whole`,
    help: 'Use a host that answers byte ranges, or put the file into the show folder.',
  },
  'no-room': {
    is: 'does not answer byte ranges, and there is no room to read the whole file',
    help: 'Make room in the folder for temporary files.',
  },
}
