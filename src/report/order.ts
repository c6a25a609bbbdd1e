/** In which order people are told. */

import type { Diagnostic } from '../diagnostic.ts'
import { SEVERITIES } from './counts.ts'

/** `severity`: what makes others hard to judge, then errors, warnings, notes. `file`: as they stand in the files. */
export const orders = ['severity', 'file'] as const
export type Order = (typeof orders)[number]

/** What could not be read leads: what is said of the rest may only follow from it. */
const CAUSES =
  /^files\/(?!unclaimed|case-twins|not-markdown)|^front-matter\/(?:missing|unclosed|syntax|language|format|too-complex|lost-text)$|^lock\/damaged$|^document\/(?:compressed|root|atom|well-formed|undeclared-prefix|broken-bytes|utf8|one-channel|too-complex|itunes-namespace)$/

const isCause = ({ rule, severity }: Diagnostic): boolean => severity === 'error' && CAUSES.test(rule)

/** Given in the order of the files, which is kept among equals. */
export const inOrder = (
  diagnostics: readonly Diagnostic[],
  order: Order = 'severity',
): readonly Diagnostic[] =>
  order === 'file'
    ? diagnostics
    : [...diagnostics].sort(
        (a, b) =>
          Number(isCause(b)) - Number(isCause(a)) ||
          SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity),
      )
