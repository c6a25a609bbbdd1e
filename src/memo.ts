/**
 * What earlier builds have found out: the facts of files, and the HTML of notes. Losing it costs time, never correctness.
 * Values must survive JSON.
 */
export interface Memo {
  /** What `make` reads out of a file of the show folder, or read before, when the file is what it was. */
  readonly recallFile: <T>(kind: string, path: string, make: () => T | Promise<T>) => T | Promise<T>
  readonly recallFileNow: <T>(kind: string, path: string, make: () => T) => T
  /** What was kept under the key, for one who can tell whether it still holds. */
  readonly peek: <T>(kind: string, key: string) => T | undefined
  readonly put: <T>(kind: string, key: string, value: T) => void
}

/** Remembers nothing. */
export const forgetful: Memo = {
  recallFile: (_kind, _path, make) => make(),
  recallFileNow: (_kind, _path, make) => make(),
  peek: () => undefined,
  put: () => {},
}
