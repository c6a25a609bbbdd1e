/** Which files of the show folder belong to an entry. Pure: the list of files is enough. */

import { normalize } from 'node:path/posix'
import type { TranscriptType } from '../model.ts'
import { endingOf, isAudio, isIgnored, isMarkdown, isPicture } from '../names.ts'
import type { Manuscript } from '../project.ts'
import { withoutEnding } from '../units/file-name.ts'

export const transcriptTypes: Readonly<Record<string, TranscriptType>> = {
  vtt: 'text/vtt',
  srt: 'application/x-subrip',
  json: 'application/json',
  html: 'text/html',
  txt: 'text/plain',
}

/** In order of precedence. `.txt` is what mp4chaps and people write, or labels of Audacity. */
export const chapterEndings = [
  '.chapters.json',
  '.psc',
  '.chapters.psc',
  '.chapters.xml',
  '.chapters.txt',
  '.chapters.csv',
  '.chapters.vtt',
]

const LONGEST_CHAPTER_ENDING = Math.max(...chapterEndings.map(one => one.length))

/** What a file name promises. */
export const transcriptTypeOf = (path: string): TranscriptType | undefined => {
  const last = endingOf(path)
  return Object.hasOwn(transcriptTypes, last) ? transcriptTypes[last] : undefined
}

/** The files whose name is the stem and one more ending, by stem. */
export interface Beside {
  readonly audio: readonly string[]
  readonly images: readonly string[]
  readonly transcripts: readonly {
    readonly path: string
    readonly type: string
    readonly language?: string
  }[]
  /** In order of precedence. */
  readonly chapters: readonly string[]
}

interface Group {
  audio: string[]
  images: string[]
  transcripts: { path: string; type: string; language?: string }[]
  chapters: string[]
}

/** Groups a folder by stem once, so that a thousand episodes do not search it a thousand times. */
export const groupByStem = (
  files: Iterable<string>,
  stems: ReadonlySet<string>,
): ReadonlyMap<string, Beside> => {
  const groups = new Map<string, Group>()
  const groupOf = (stem: string): Group => {
    const group = groups.get(stem) ?? { audio: [], images: [], transcripts: [], chapters: [] }
    groups.set(stem, group)
    return group
  }
  for (const path of files) {
    const last = endingOf(path)
    if (last === '' || isMarkdown(path)) continue
    const stem = path.slice(0, -last.length - 1)
    const type = transcriptTypeOf(path)
    const chapters = chapterEndingsOf(path).find(one => stems.has(path.slice(0, -one.length)))
    if (chapters !== undefined) {
      groupOf(path.slice(0, -chapters.length)).chapters.push(path)
      continue
    }
    if (stems.has(stem)) {
      if (isAudio(path)) groupOf(stem).audio.push(path)
      else if (isPicture(path)) groupOf(stem).images.push(path)
      else if (type !== undefined) groupOf(stem).transcripts.push({ path, type })
      continue
    }
    const language = type === undefined ? undefined : /\.([a-z]{2,3}(-[a-z0-9]{2,8})*)$/i.exec(stem)?.[1]
    const base = language === undefined ? '' : stem.slice(0, -language.length - 1)
    if (language !== undefined && stems.has(base))
      groupOf(base).transcripts.push({ path, type: type!, language })
  }
  for (const { chapters } of groups.values())
    if (chapters.length > 1) chapters.sort((a, b) => rankOf(a) - rankOf(b))
  return groups
}

const rankOf = (path: string): number => chapterEndings.indexOf(chapterEndingsOf(path)[0] ?? '')

/** `001.chapters.psc` ends in two ways. Capitals do not count, as in every ending. */
const chapterEndingsOf = (path: string): readonly string[] => {
  const lowered = path.slice(-LONGEST_CHAPTER_ENDING).toLowerCase()
  return chapterEndings.filter(one => lowered.endsWith(one))
}

/** What a file of the kind that stands beside an episode would be called after; undefined for other files. */
export const sideStemOf = (
  path: string,
): { readonly stem: string; readonly isCaption: boolean } | undefined => {
  const chapters = chapterEndingsOf(path).at(-1)
  if (chapters !== undefined) return { stem: path.slice(0, -chapters.length), isCaption: true }
  if (transcriptTypeOf(path) === undefined && !isPicture(path)) return undefined
  return { stem: withoutLanguage(withoutEnding(path)), isCaption: /\.(?:vtt|srt)$/i.test(path) }
}

const withoutLanguage = (stem: string): string => stem.replace(/\.[a-z]{2,3}(?:-[a-z0-9]{2,8})*$/i, '')

export type Named =
  | { readonly kind: 'web'; readonly url: string }
  | { readonly kind: 'file'; readonly path: string }
  /** `reason`: why it is not read, though it lies in the show folder. */
  | { readonly kind: 'outside'; readonly reason?: string }
  /** It is there and cannot be read: that has been reported. */
  | { readonly kind: 'unreadable' }
  | { readonly kind: 'absent'; readonly path: string }

/** What stands in the show folder. */
type Standing = Pick<Manuscript, 'files' | 'outside' | 'unreadable'>

/** What a written name means: a URL, or a file of the show folder, seen from the Markdown file or from the folder itself. */
export const findNamed = (written: string, from: string, { files, outside, unreadable }: Standing): Named => {
  if (isOnWeb(written)) return { kind: 'web', url: written }
  const name = written.replaceAll('\\', '/')
  if (name.startsWith('/') || /^[a-z]:\//i.test(name) || /^[a-z][a-z0-9+.-]*:/i.test(name))
    return { kind: 'outside' }
  const folder = from.includes('/') ? from.slice(0, from.lastIndexOf('/') + 1) : ''
  const candidates = [normalize(folder + name), normalize(name)]
  const inside = candidates.filter(path => path !== '..' && !path.startsWith('../'))
  const found = inside.find(path => files.has(path))
  if (found !== undefined) return { kind: 'file', path: found }
  const own = inside.find(path => !path.split('/').some(isNeverRead))
  if (own === undefined) return { kind: 'outside', ...(inside.length === 0 ? {} : { reason: neverRead }) }
  const above = inside.flatMap(withFolders)
  const link = above.find(path => outside.has(path))
  if (link !== undefined) return { kind: 'outside', reason: outside.get(link)! }
  return above.some(path => unreadable.has(path)) ? { kind: 'unreadable' } : { kind: 'absent', path: own }
}

export const isOnWeb = (written: string): boolean => /^https?:\/\//i.test(written)

const isNeverRead = (name: string): boolean => name !== '.' && isIgnored(name)
const neverRead = 'names that begin with a dot or an underscore, and node_modules, are not read in a show'

/** `a/b/c`, `a/b`, `a`. */
const withFolders = (path: string): readonly string[] =>
  path.split('/').map((_, i, names) => names.slice(0, names.length - i).join('/'))
