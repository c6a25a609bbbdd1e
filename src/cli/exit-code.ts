import type { Diagnostic } from '../diagnostic.ts'

/** 1 when there is something that fails the run. */
export const exitCodeOf = (diagnostics: readonly Diagnostic[], strict: boolean): 0 | 1 =>
  diagnostics.some(({ severity }) => severity === 'error' || (strict && severity === 'warning')) ? 1 : 0
