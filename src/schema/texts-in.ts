import type { Written } from './value.ts'

/** Every text in front matter, or in a part of it. */
export function* textsIn(written: Written | Readonly<Record<string, Written>>): Iterable<string> {
  if (typeof written === 'string') yield written
  else for (const part of Object.values(written)) yield* textsIn(part)
}

/** Whether a text in it has what is looked for. */
export const anyText = (
  written: Written | Readonly<Record<string, Written>>,
  has: (text: string) => boolean,
): boolean =>
  typeof written === 'string' ? has(written) : Object.values(written).some(part => anyText(part, has))
