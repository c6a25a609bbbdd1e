import { redacted } from '../units/credentials.ts'
import { displayWidth } from './cells.ts'
import { grouped } from './counts.ts'
import { keepEnd, oneLine } from './wrap.ts'

export interface Progress {
  /** What is going on: `Measuring`. */
  readonly verb: string
  /** How many are begun, of how many. */
  readonly done: number
  readonly of: number
  /** What is being worked on. */
  readonly name: string
}

/** `Measuring 120/1,000  season-2/014.mp3`, in at most `width` columns; a long name loses its front. The caller owns the terminal. */
export const progressLine = ({ verb, done, of, name }: Progress, width: number): string => {
  const count = `${verb} ${grouped(done)}/${grouped(of)}`
  const room = width - displayWidth(count) - 2
  // A few columns of a name tell nothing.
  return room < 8 ? count.slice(0, Math.max(0, width)) : `${count}  ${keepEnd(oneLine(redacted(name)), room)}`
}
