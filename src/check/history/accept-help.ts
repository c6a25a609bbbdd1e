import { ours, quoted } from '../../units/shell.ts'

/** The one step that makes a change be taken as meant. */
export const acceptHelp = (accept: string): string =>
  `If you mean this change, run \`${ours(`--accept ${quoted(accept)}`)}\` once.`
