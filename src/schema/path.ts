import type { Written } from './value.ts'

type Path = readonly (string | number)[]

/** Where a value stands in front matter in which a list of one may be written without its list: then there is no step 0. */
export const writtenPath = (raw: Readonly<Record<string, Written>>, path: Path): Path => {
  const steps: (string | number)[] = []
  let node: Written | undefined = raw
  for (const step of path) {
    if (step === 0 && !Array.isArray(node)) continue
    steps.push(step)
    node = childOf(node, step)
  }
  return steps
}

const childOf = (node: Written | undefined, step: string | number): Written | undefined => {
  if (typeof node !== 'object') return undefined
  if (Array.isArray(node)) return node[Number(step)]
  return Object.hasOwn(node, step) ? (node as { readonly [key: string]: Written })[step] : undefined
}
