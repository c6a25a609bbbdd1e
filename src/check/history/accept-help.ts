import { ours, quoted } from '../../units/shell.ts'

/** The one step that makes a change be taken as meant. */
export const acceptHelp = (accept: string): string =>
  `If it is meant, run \`${ours(`--accept ${quoted(accept)}`)}\` once.`
