import type { BudgetLimits } from './budget.ts'
import type { Transport } from './transport.ts'

export interface WebOptions {
  /** Whether addresses of the home or company network may be asked. Default: no. */
  readonly allowPrivate?: boolean | undefined
  /** Nothing is fetched: what the lock does not know is an error. */
  readonly frozen?: boolean | undefined
  /** Whether drafts count as episodes. */
  readonly drafts?: boolean | undefined
  /** Name and version of this program, as servers are told it. */
  readonly generator?: string
  /** Whether it is asked about what the lock knows, too. */
  readonly refresh?: boolean | undefined
  /** Whether remote recordings are read whole where a part of them does not say how long they are. Default: their length is estimated. */
  readonly scanRemote?: boolean | undefined
  /** As written behind `--accept`: another recording under the same address has to be looked at before it can be taken. */
  readonly accept?: readonly string[] | undefined
  /** Whether nothing is written: that a host only calls a file otherwise than before is then no difference. */
  readonly check?: boolean | undefined
  /** What all recordings together may take of the network. Default: see limits.ts. */
  readonly network?: Partial<BudgetLimits> | undefined
  /** Ends all that is under way: what was asked for rejects with its reason. */
  readonly signal?: AbortSignal | undefined
  /** Instead of the web. */
  readonly transport?: Transport | undefined
}
