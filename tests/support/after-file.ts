/**
 * What is put away when the tests of a file are done. The files of a worker share their modules, so that an `afterAll` of
 * vitest, registered when a module is read, would run after one file only; and one put away twice does no harm.
 */
const putAway: (() => unknown)[] = []

export const afterFile = (act: () => unknown): void => {
  putAway.push(act)
}

/** For the setup of every file: the last first. */
export const afterThisFile = async (): Promise<void> => {
  for (const act of [...putAway].reverse()) await act()
}
