import type { Name } from './field.ts'
import type { AnyOwned } from './owned.ts'

/** Every name in what was written, with its path from the outermost field on. */
export function* namesIn({ fields }: AnyOwned, written: Readonly<Record<string, unknown>>): Iterable<Name> {
  for (const field of fields)
    if (written[field.key] !== undefined)
      for (const name of field.names?.(written[field.key]) ?? [])
        yield { ...name, path: [field.key, ...name.path] }
}
