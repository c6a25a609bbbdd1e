/** Globs, as .gitignore and site generators have them: `*`, `?`, `[…]` and `{a,b}` within a name, `**` for any folders. Pure. */

import { normalize } from 'node:path/posix'
import { type Pattern, patternOf, type Steps } from './pattern.ts'

export interface Glob {
  /** `!` stands in front of it. */
  readonly isExcluding: boolean
  /** From the folder of show.md; it may begin with `../`. */
  readonly path: string
  readonly segments: readonly string[]
}

export const globOf = (written: string): Glob => {
  const isExcluding = written.startsWith('!')
  const path = normalize(written.slice(isExcluding ? 1 : 0).replaceAll('\\', '/')).replace(/^\.\//, '')
  const whole = path.endsWith('/') ? `${path}**` : path
  return { isExcluding, path: whole, segments: whole.split('/') }
}

/** The folders in front of the first name that is not one name: `../content/episode` of `../content/episode/*.md`. */
export const baseOf = ({ segments }: Glob): string => {
  const first = segments.findIndex(isWild)
  return segments.slice(0, first < 0 ? segments.length - 1 : first).join('/')
}

const isWild = (segment: string): boolean => /[*?[{]/.test(segment)

/** The same glob, seen from a folder above: `folder` is where it was seen from. Undefined where it leads out of that. */
export const globFrom = (folder: string, glob: Glob): Glob | undefined => {
  const path = normalize(folder === '' ? glob.path : `${folder}/${glob.path}`)
  if (path === '..' || path.startsWith('../')) return undefined
  return { ...glob, path, segments: path.split('/') }
}

/** Of paths with forward slashes. `refused`: why it cannot be used. */
export const matcherOf = (
  { segments }: Pick<Glob, 'segments'>,
  steps: Steps,
): ((path: string) => boolean) | { readonly refused: string } => {
  const pattern = patternOf(`^${expressionOf(segments)}$`, steps)
  if ('refused' in pattern) return pattern
  const { find }: Pattern = pattern
  return path => find(path, 0) !== undefined
}

const expressionOf = (segments: readonly string[]): string =>
  segments
    .map((segment, i) => {
      const isLast = i === segments.length - 1
      if (segment === '**') return isLast ? '.*' : '(?:[^/]+/)*'
      return nameExpression(segment) + (isLast ? '' : '/')
    })
    .join('')

const nameExpression = (segment: string): string => {
  let depth = 0
  let text = ''
  for (let at = 0; at < segment.length; at++) {
    const sign = segment[at]!
    const end = sign === '[' ? segment.indexOf(']', at + 2) : -1
    if (sign === '*') text += '[^/]*'
    else if (sign === '?') text += '[^/]'
    else if (end > 0) {
      const inner = segment.slice(at + 1, end)
      text += `[${inner.startsWith('!') ? '^' : ''}${inner.replace(/^[!^]/, '').replace(/[\\\][]/g, '\\$&')}]`
      at = end
    } else if (sign === '{' && segment.indexOf('}', at) > 0) {
      depth++
      text += '(?:'
    } else if (sign === '}' && depth > 0) {
      depth--
      text += ')'
    } else if (sign === ',' && depth > 0) text += '|'
    else text += sign.replace(/[\\^$.|+(){}[\]]/, '\\$&')
  }
  return text + ')'.repeat(depth)
}

/**
 * Whether a glob names a folder or a file whose name begins with `_`, so that it is meant. All that the glob may mean by the names so
 * far is carried along: to try one reading after the other would take time without end for `**` many times over.
 */
export const isNamedBy = ({ segments }: Pick<Glob, 'segments'>, path: string): boolean => {
  let next: ReadonlySet<number> = new Set([0])
  for (const name of path.split('/'))
    next = new Set([...next].flatMap(at => segmentsAfter(segments, at, name)))
  return next.size > 0
}

/** Which segments may be for the next name, when `name` is for the one at `at`, or for one behind it where that is `**`. */
const segmentsAfter = (segments: readonly string[], at: number, name: string): readonly number[] => {
  const segment = segments[at]
  if (segment === undefined) return []
  if (segment === '**')
    return [...(name.startsWith('_') ? [] : [at]), ...segmentsAfter(segments, at + 1, name)]
  if (name.startsWith('_') && !segment.startsWith('_')) return []
  return mayMatch(segment, name) ? [at + 1] : []
}

/** Good enough to pass over folders: what is let in is matched as a whole. */
const mayMatch = (segment: string, name: string): boolean => isWild(segment) || segment === name
