import type { Name } from './field.ts'
import type { AnyOwned } from './owned.ts'

/** Every name in what was written, with its path from the outermost field on. */
export function* namesIn({ fields }: AnyOwned, written: Readonly<Record<string, unknown>>): Iterable<Name> {
  for (const field of fields)
    if (written[field.key] !== undefined)
      for (const name of field.names?.(written[field.key]) ?? [])
        yield { ...name, path: [field.key, ...name.path] }
}

/** Every text in what was written that is Markdown. */
export function* markdownIn(
  { fields }: AnyOwned,
  written: Readonly<Record<string, unknown>>,
): Iterable<string> {
  for (const field of fields)
    if (written[field.key] !== undefined) yield* field.markdown?.(written[field.key]) ?? []
}
