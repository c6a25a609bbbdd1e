/** Which files of the show folder belong to an entry. Pure: the list of files is enough. */

import { normalize } from 'node:path/posix'

const audioEndings = [
  'mp3',
  'mp2',
  'm4a',
  'm4b',
  'mp4',
  'm4v',
  'mov',
  'aac',
  'ogg',
  'oga',
  'opus',
  'flac',
  'wav',
  'aif',
  'aiff',
  'webm',
  'mka',
  'wma',
]
const imageEndings = ['jpg', 'jpeg', 'png', 'webp', 'gif', 'avif', 'heic', 'tif', 'tiff', 'bmp', 'svg']

const transcriptTypes: Readonly<Record<string, string>> = {
  vtt: 'text/vtt',
  srt: 'application/x-subrip',
  json: 'application/json',
  html: 'text/html',
  txt: 'text/plain',
}

const ending = (path: string): string => /\.([a-z0-9]+)$/i.exec(path)?.[1]?.toLowerCase() ?? ''

/** The files whose name is the stem and one more ending, by stem. */
export interface Beside {
  readonly audio: readonly string[]
  readonly images: readonly string[]
  readonly transcripts: readonly {
    readonly path: string
    readonly type: string
    readonly language?: string
  }[]
}

interface Group {
  audio: string[]
  images: string[]
  transcripts: { path: string; type: string; language?: string }[]
}

/** Groups a folder by stem once, so that a thousand episodes do not search it a thousand times. */
export const groupByStem = (
  files: Iterable<string>,
  stems: ReadonlySet<string>,
): ReadonlyMap<string, Beside> => {
  const groups = new Map<string, Group>()
  const groupOf = (stem: string): Group => {
    const group = groups.get(stem) ?? { audio: [], images: [], transcripts: [] }
    groups.set(stem, group)
    return group
  }
  for (const path of files) {
    const last = ending(path)
    if (last === '' || last === 'md') continue
    const stem = path.slice(0, -last.length - 1)
    const type = transcriptTypes[last]
    if (stems.has(stem)) {
      if (audioEndings.includes(last)) groupOf(stem).audio.push(path)
      else if (imageEndings.includes(last)) groupOf(stem).images.push(path)
      else if (type !== undefined) groupOf(stem).transcripts.push({ path, type })
      continue
    }
    const language = type === undefined ? undefined : /\.([a-z]{2,3}(-[a-z0-9]{2,8})*)$/i.exec(stem)?.[1]
    const base = language === undefined ? '' : stem.slice(0, -language.length - 1)
    if (language !== undefined && stems.has(base))
      groupOf(base).transcripts.push({ path, type: type!, language })
  }
  return groups
}

export type Named =
  | { readonly kind: 'web'; readonly url: string }
  | { readonly kind: 'file'; readonly path: string }
  | { readonly kind: 'outside' }
  | { readonly kind: 'absent'; readonly path: string }

/** What a written name means: a URL, or a file of the show folder, seen from the Markdown file or from the folder itself. */
export const findNamed = (
  written: string,
  from: string,
  files: ReadonlySet<string>,
  outside: ReadonlySet<string>,
): Named => {
  if (/^https?:\/\//i.test(written)) return { kind: 'web', url: written }
  const name = written.replaceAll('\\', '/')
  if (name.startsWith('/') || /^[a-z]:\//i.test(name) || /^[a-z][a-z0-9+.-]*:/i.test(name))
    return { kind: 'outside' }
  const folder = from.includes('/') ? from.slice(0, from.lastIndexOf('/') + 1) : ''
  const candidates = [normalize(folder + name), normalize(name)]
  const inside = candidates.filter(path => path !== '..' && !path.startsWith('../'))
  const found = inside.find(path => files.has(path))
  if (found !== undefined) return { kind: 'file', path: found }
  if (inside.length === 0 || inside.some(path => outside.has(path))) return { kind: 'outside' }
  return { kind: 'absent', path: inside[0]! }
}
