/**
 * What an earlier build has worked out. Losing it costs time, never correctness.
 * Values must survive JSON. `path` is the file of the show folder that a value belongs to: when that is gone, so is the value.
 */
export interface Memo {
  /**
   * What `make` gives, or gave for the same key before: the key names all that goes into it. `last` is what it gave for another
   * key, if anything.
   */
  readonly recall: <T>(kind: string, path: string, key: string, make: (last: () => T | undefined) => T) => T
  readonly recallLater: <T>(
    kind: string,
    path: string,
    key: string,
    make: () => T | Promise<T>,
  ) => T | Promise<T>
  /**
   * What `make` reads out of a file of the show folder, or read before, when the file is what it was. `last` is what was read
   * out of an earlier state of the file, if it was.
   */
  readonly recallFile: <T>(kind: string, path: string, make: () => T | Promise<T>) => T | Promise<T>
  readonly recallFileNow: <T>(kind: string, path: string, make: (last: () => T | undefined) => T) => T
  /** What was kept under the key, for one who can tell whether it still holds. */
  readonly peek: <T>(kind: string, path: string, key: string) => T | undefined
  readonly put: <T>(kind: string, path: string, key: string, value: T) => void
  /** A file has changed while the build ran: nothing of what it works out is kept. */
  readonly distrust: () => void
}

const nothing = (): undefined => undefined

/** Remembers nothing. */
export const forgetful: Memo = {
  recall: (_kind, _path, _key, make) => make(nothing),
  recallLater: (_kind, _path, _key, make) => make(),
  recallFile: (_kind, _path, make) => make(),
  recallFileNow: (_kind, _path, make) => make(nothing),
  peek: () => undefined,
  put: () => {},
  distrust: () => {},
}
