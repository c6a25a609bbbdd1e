import { countOf, type Diagnostic, hasErrors } from '../diagnostic.ts'
import { UsageError } from './io.ts'

export interface FailureFlags {
  readonly strict?: boolean
  readonly maxWarnings?: string
}

/** How many warnings a show may have: none with --strict, any number unless --max-warnings says otherwise. */
export const warningLimit = ({ strict, maxWarnings }: FailureFlags): number => {
  if (maxWarnings !== undefined && !/^\d{1,9}$/.test(maxWarnings))
    throw new UsageError(
      `--max-warnings "${maxWarnings}" is not a number; write how many may pass, such as 10`,
    )
  if (strict) return 0
  return maxWarnings === undefined ? Number.POSITIVE_INFINITY : Number(maxWarnings)
}

/** Whether what was found in one show makes the run fail. */
export const hasFailed = (diagnostics: readonly Diagnostic[], limit: number): boolean =>
  hasErrors(diagnostics) || countOf(diagnostics, 'warning') > limit
