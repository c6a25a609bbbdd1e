import type { Written } from './value.ts'

export type Path = readonly (string | number)[]

/** Every text that was written in a value, and the way there. */
export function* textsIn(written: Written | undefined, path: Path): Iterable<readonly [Path, string]> {
  if (typeof written === 'string') yield [path, written.trim()]
  else if (Array.isArray(written))
    for (const [index, value] of written.entries()) yield* textsIn(value, [...path, index])
  else if (written !== undefined)
    for (const [key, value] of Object.entries(written)) yield* textsIn(value, [...path, key])
}

/**
 * Where a value was written. A list of one may stand without its list: then there is no step 0. A short form has no keys, and a
 * key may be missing: then the way ends at what holds it.
 */
export const writtenPath = (raw: Readonly<Record<string, Written>>, path: Path): Path => {
  const steps: (string | number)[] = []
  let node: Written | undefined = raw
  for (const step of path) {
    if (step === 0 && !Array.isArray(node)) continue
    node = childOf(node, step)
    if (node === undefined) break
    steps.push(step)
  }
  return steps
}

const childOf = (node: Written | undefined, step: string | number): Written | undefined => {
  if (typeof node !== 'object') return undefined
  if (Array.isArray(node)) return node[Number(step)]
  return Object.hasOwn(node, step) ? (node as { readonly [key: string]: Written })[step] : undefined
}
