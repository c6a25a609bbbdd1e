/** The same mistake many times over is one, usually of the program that wrote the file: the first is shown, the others are counted. */

import type { Finding, Place } from '../diagnostic.ts'

export function* firstOf(findings: Iterable<Finding>): Iterable<Finding> {
  const [first, ...others] = findings
  if (first === undefined) return
  yield others.length === 0
    ? first
    : { ...first, message: `${first.message} (and ${others.length} more like it)` }
}

interface Problem {
  readonly kind: string
  readonly key?: string
  readonly place: Place
}

/** A finding for each kind. */
export function* eachKind<P extends Problem>(
  problems: readonly P[],
  find: (problem: P) => Omit<Finding, 'place'>,
): Iterable<Finding> {
  const kinds = new Map<string, P[]>()
  for (const problem of problems) {
    const kind = `${problem.kind} ${problem.key}`
    const same = kinds.get(kind)
    if (same) same.push(problem)
    else kinds.set(kind, [problem])
  }
  for (const same of kinds.values())
    yield* firstOf(same.map(problem => ({ ...find(problem), place: problem.place })))
}
