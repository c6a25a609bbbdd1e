/** The file of a show with another look in it; every other line stays as it is. Pure. */

import { showSchema } from '../fields/index.ts'
import { applyEdits, quoteScalar } from '../load/edits.ts'
import { entryOf } from '../load/index.ts'
import type { Written } from '../schema/index.ts'
import type { ThemeChoice } from './theme-choice.ts'

type Map = Readonly<Record<string, string>>

interface Theme {
  /** A variable, `stylesheet` and `folder`. */
  readonly values: Map
  readonly dark: Map
}

/** Undefined where it cannot be written without touching more: front matter in one line, in TOML or in JSON. */
export const withTheme = (text: string, choice: ThemeChoice): string | undefined => {
  const entry = entryIn(text)
  const before = themeIn(entry.raw.theme)
  const after: Theme = {
    values: without({ ...before.values, ...choice.values }),
    dark: without({ ...before.dark, ...choice.dark }),
  }
  if (isSame(before, after)) return text
  const made = replaced(text, before, after) ?? rewritten(text, after)
  if (made === undefined) return undefined
  const again = entryIn(made)
  return isSame(themeIn(again.raw.theme), after) ? made : undefined
}

const entryIn = (text: string) => entryOf(showSchema, 'show.md', 'show.md', text).entry

const themeIn = (written: Written | undefined): Theme => {
  if (written === undefined) return { values: {}, dark: {} }
  if (typeof written === 'string')
    return { values: { [/\.css$/i.test(written) ? 'stylesheet' : 'folder']: written }, dark: {} }
  const texts = (map: object): Map =>
    Object.fromEntries(Object.entries(map).filter(([, value]) => typeof value === 'string'))
  const dark = 'dark' in written ? written.dark : undefined
  return { values: texts(written), dark: typeof dark === 'object' ? texts(dark) : {} }
}

const without = (map: Map): Map =>
  Object.fromEntries(Object.entries(map).filter(([, value]) => value.trim() !== ''))

const isSame = (one: Theme, other: Theme): boolean => spelled(one) === spelled(other)

const spelled = ({ values, dark }: Theme): string =>
  JSON.stringify([values, dark].map(map => Object.entries(map).sort(([a], [b]) => (a < b ? -1 : 1))))

/** Where nothing but values changed: comments beside them stay. */
const replaced = (text: string, before: Theme, after: Theme): string | undefined => {
  const paths = (theme: Theme): readonly (readonly [readonly string[], string])[] => [
    ...Object.entries(theme.values).map(([key, value]) => [['theme', key], value] as const),
    ...Object.entries(theme.dark).map(([key, value]) => [['theme', 'dark', key], value] as const),
  ]
  const keysOf = (theme: Theme): string =>
    paths(theme)
      .map(([path]) => path.join('.'))
      .sort()
      .join()
  const { raw, fix } = entryIn(text)
  if (typeof raw.theme !== 'object' || keysOf(before) !== keysOf(after)) return undefined
  const was = new Map(paths(before).map(([path, value]) => [path.join('.'), value]))
  const edits: { start: number; end: number; text: string }[] = []
  for (const [path, value] of paths(after)) {
    if (was.get(path.join('.')) === value) continue
    const one = fix.replace(path, value)
    if (one === undefined) return undefined
    edits.push(...one.edits)
  }
  const applied = applyEdits(text, edits)
  return applied.skipped.length > 0 ? undefined : applied.text
}

/** The whole of it, at the end of the front matter. */
const rewritten = (text: string, { values, dark }: Theme): string | undefined => {
  const entry = entryIn(text)
  const gone = entry.raw.theme === undefined ? [] : entry.fix.remove('theme')?.edits
  if (gone === undefined) return undefined
  const bare = applyEdits(text, gone).text
  const lines = [...linesOf(values, '  '), ...darkLines(dark)]
  if (lines.length === 0) return bare
  const edits = entryIn(bare).fix.insert('theme', 'x')?.edits
  const [edit, ...others] = edits ?? []
  const [, indent, end] = /^( *)theme: x(\r?\n)$/.exec(edit?.text ?? '') ?? []
  if (edit === undefined || others.length > 0 || end === undefined) return undefined
  const block = ['theme:', ...lines].map(line => `${indent}${line}${end}`).join('')
  return applyEdits(bare, [{ ...edit, text: block }]).text
}

const linesOf = (map: Map, indent: string): readonly string[] =>
  Object.entries(map).map(([key, value]) => `${indent}${key}: ${quoteScalar(value)}`)

const darkLines = (dark: Map): readonly string[] =>
  Object.keys(dark).length === 0 ? [] : ['  dark:', ...linesOf(dark, '    ')]
