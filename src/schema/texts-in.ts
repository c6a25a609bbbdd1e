import type { Written } from './value.ts'

/** Every text in front matter, or in a part of it. */
export function* textsIn(written: Written | Readonly<Record<string, Written>>): Iterable<string> {
  if (typeof written === 'string') yield written
  else for (const part of Object.values(written)) yield* textsIn(part)
}
