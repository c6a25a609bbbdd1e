import { ours, quoted } from '../../units/shell.ts'
import type { Evidence } from '../evidence.ts'

/** The one step that makes a change be taken as meant. */
export const acceptHelp = (accept: string, { history }: Pick<Evidence, 'history'>): string =>
  `If you mean this change, run \`${(history.again ?? ours)(acceptOption(accept))}\` once.`

export const acceptOption = (accept: string): string => `--accept ${quoted(accept)}`
