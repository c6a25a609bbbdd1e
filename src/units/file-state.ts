/** The numbers of a file that change when its content does, or when another takes its place. */
export interface FileNumbers {
  readonly size: number
  readonly mtimeMs: number
  readonly ctimeMs: number
  /** The file's number on its disk. */
  readonly ino: number
  /** The disk's number. */
  readonly dev: number
}

/**
 * What tells a file from an earlier state of it. The time of the last change of anything (ctime) cannot be set by hand:
 * a file that was replaced by one of the same size, with its time set back, is found by it.
 */
export const fileState = ({ size, mtimeMs, ctimeMs, ino, dev }: FileNumbers): string =>
  `${size} ${mtimeMs} ${ctimeMs} ${ino} ${dev}`
