/** Stands in for vitest, whose only part in tests/support is to clean up; the script that runs this does so itself. */
export const afterAll = (): void => {}
