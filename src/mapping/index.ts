/**
 * How the files of a site are read as episodes: what show.md says of it, as data, → which files they are, and where each of our keys
 * comes from. Pure: a page is handed in, and what it comes to is what a plain episode would have written.
 */

import type { WrittenShow } from '../fields/index.ts'
import type { SiteBody } from '../fields/site-body.ts'
import type { PresetName } from '../fields/site-preset.ts'
import { isSiteFile, namesEnding, siteKeys } from '../names.ts'
import type { SourceParts, WrittenSource } from '../schema/source.ts'
import { folderOf, nameOf } from '../units/file-name.ts'
import { ours } from '../units/shell.ts'
import { type Glob, globFrom, globOf, isNamedBy, matcherOf } from './glob.ts'
import { type Page, scopeOf } from './page.ts'
import { stepsOfShow } from './pattern.ts'
import { presets } from './presets/index.ts'
import { type Find, finderOf, type Making, type Problem } from './source.ts'
import { madeFrom, mapOf, type Sourced } from './sourced.ts'
import { selectorOf } from './where.ts'

export { partsOfFile } from './file-parts.ts'
export { baseOf, globOf } from './glob.ts'
export type { Document, Page } from './page.ts'
export type { Problem } from './source.ts'
export { deeper, type Located, locate, type Origin, type Sourced } from './sourced.ts'

export interface Mapping {
  /** Whether a file is one that `content` means. */
  readonly isContent: (path: string) => boolean
  /** Whether a path whose name begins with `_` is meant all the same. */
  readonly isNamed: (path: string) => boolean
  /** Whether a page of the content is an episode. */
  readonly isEpisode: (page: Page) => boolean
  /** Undefined where episodes are written with our own keys. */
  readonly read: ((page: Page) => Sourced) | undefined
  /** The key of the site that says ours, where it is but one. */
  readonly keyOf: (ours: string) => string | undefined
  readonly body: SiteBody
  readonly preset: PresetName | undefined
  /** Whether bytes, duration and type are taken as stated. */
  readonly isGiven: boolean
  /** What is wrong with what show.md says of it. */
  readonly problems: readonly Problem[]
  /** Asked at the end: whether the regular expressions took more time than they may. */
  readonly isCutShort: () => boolean
}

type Said = Partial<Pick<WrittenShow, (typeof siteKeys)[number] | 'link'>>

/** Whether a show is one of a site. */
export const isMapped = (said: Said): boolean => siteKeys.some(key => said[key] !== undefined)

/** Keys that are read under their own names, whatever else a show says. */
const ownKeys: SourceParts = { title: 'title', date: 'date', draft: 'draft', guid: 'guid' }

/** Parts of the audio that have names of their own here: in a plain episode they are measured. */
const audioParts = { bytes: 'length', type: 'type' } as const

/** `showPath`: of show.md, in the folder that is read. `keys`: what an episode may say. */
export const mappingOf = (said: Said, showPath: string, keys: readonly string[]): Mapping => {
  const preset = presets.find(({ name }) => name === said.preset)
  const problems: Problem[] = []
  const making: Making = { steps: stepsOfShow(), problems, folder: folderOf(showPath).slice(0, -1) }
  const globs = globsOf(said.content ?? preset?.content ?? ['**'], said.content !== undefined, making)
  const where = selectorOf(said.where ?? {}, ['where'], making)
  const written: SourceParts | undefined =
    said.fields === undefined && preset === undefined
      ? undefined
      : { ...ownKeys, ...preset?.fields, ...said.fields }
  const finders = written && findersOf(written, said.fields ?? {}, keys, making)
  return {
    ...matchersOf(globs, said.content !== undefined || preset !== undefined, making),
    isEpisode: page => where(scopeOf(page)),
    read: finders && (page => readPage(page, finders)),
    keyOf: ours => keyIn(written?.[ours]) ?? (written === undefined ? ours : undefined),
    body: { ...preset?.body, ...said.body },
    preset: said.preset,
    isGiven: said.facts !== undefined && 'given' in said.facts,
    problems,
    isCutShort: () => making.steps.isUsedUp,
  }
}

const keyIn = (source: WrittenSource | undefined): string | undefined => {
  if (source === undefined) return undefined
  if (typeof source === 'string') return /^[^{}.]+$/.test(source) ? source : undefined
  if (Array.isArray(source)) return keyIn((source as readonly WrittenSource[])[0])
  return keyIn((source as { readonly from?: WrittenSource }).from)
}

const globsOf = (
  content: readonly string[],
  isWritten: boolean,
  { folder, problems }: Making,
): readonly Glob[] =>
  content.flatMap((written, i) => {
    const glob = globFrom(folder, globOf(written))
    if (glob !== undefined) return glob
    if (isWritten)
      problems.push({
        path: ['content', i],
        message: `"${written}" leads out of the repository (or of the show folder where there is none), and nothing is read from there`,
        help: 'Put the show into the repository of the site, or name the folder that holds both with `--root`.',
      })
    return []
  })

const matchersOf = (
  globs: readonly Glob[],
  isAsked: boolean,
  { steps, problems }: Making,
): Pick<Mapping, 'isContent' | 'isNamed'> => {
  const compiled = globs.flatMap(glob => {
    const matches = matcherOf(glob, steps)
    if (!('refused' in matches)) return [{ glob, matches }]
    problems.push({
      path: ['content'],
      message: `"${glob.path}" ${matches.refused}`,
      help: 'Write a shorter one.',
    })
    return []
  })
  const isMeant = (path: string): boolean =>
    compiled.some(({ glob, matches }) => !glob.isExcluding && fits(glob, path) && matches(path)) &&
    !compiled.some(({ glob, matches }) => glob.isExcluding && matches(path))
  return {
    isContent: path => isSiteFile(path) && isMeant(path),
    isNamed: path => isAsked && compiled.some(({ glob }) => !glob.isExcluding && isNamedBy(glob, path)),
  }
}

/** Data files are episodes only where a glob says how they end. */
const fits = ({ path: glob }: Glob, path: string): boolean =>
  !/\.(?:ya?ml|json|toml)$/i.test(path) || namesEnding(nameOf(glob))

const findersOf = (
  written: SourceParts,
  own: SourceParts,
  keys: readonly string[],
  making: Making,
): readonly (readonly [key: string, find: Find])[] =>
  Object.entries(written).flatMap(([key, source]) => {
    if (keys.includes(key) || Object.hasOwn(audioParts, key)) {
      if (source === 'none') return []
      return [[key, finderOf(source, ['fields', key], making)] as const]
    }
    if (Object.hasOwn(own, key))
      making.problems.push({
        path: ['fields', key],
        message: `"${key}" is not a key of an episode`,
        help: `Write one of ${keys.slice(0, 8).join(', ')} …: \`${ours('schema episode')}\` has them all.`,
      })
    return []
  })

const readPage = (page: Page, finders: readonly (readonly [string, Find])[]): Sourced => {
  const scope = scopeOf(page)
  const parts: Record<string, Sourced> = Object.create(null)
  for (const [key, find] of finders) {
    const value = find(scope)
    if (value !== undefined) parts[key] = value
  }
  return mapOf(withAudioParts(withFlags(parts)), page.origin)
}

/** What other programs write for true and false is no old habit of a podcaster. */
const withFlags = (parts: Record<string, Sourced>): Record<string, Sourced> => {
  for (const key of ['explicit', 'block', 'draft']) {
    const part = parts[key]
    if (part === undefined || typeof part.written !== 'string') continue
    const word = part.written.trim().toLowerCase()
    if (/^(?:yes|explicit|1|on)$/.test(word)) parts[key] = madeFrom(part, 'true')
    if (/^(?:no|clean|0|off)$/.test(word)) parts[key] = madeFrom(part, 'false')
  }
  return parts
}

/** What is stated of the audio belongs to its long form. */
const withAudioParts = (parts: Record<string, Sourced>): Record<string, Sourced> => {
  const { bytes, type, ...rest } = parts
  const { audio } = rest
  if (audio === undefined || typeof audio.written !== 'string' || (bytes ?? type) === undefined) return rest
  const long = mapOf(
    {
      url: audio,
      ...(bytes === undefined ? {} : { length: bytes }),
      ...(type === undefined ? {} : { type }),
    },
    audio.origin,
  )
  return { ...rest, audio: long }
}
