/** The transcripts of a recording, final: where they are served, in what order, and in what other formats. Nothing is judged here. */

import { compareText } from '../diagnostic.ts'
import type { Asset, CueFile, TranscriptLink, TranscriptType } from '../model.ts'
import type { Recording, TranscriptFile } from '../project.ts'
import { canonicalLanguage } from '../units/language.ts'
import { fileUrl, resolveUrl } from '../units/url.ts'

export interface ResolvedTranscripts {
  /** The best first: Apple takes the first that it knows. */
  readonly links: readonly TranscriptLink[]
  readonly assets: readonly Asset[]
  readonly cueFiles: readonly FramedCueFile[]
}

/** Without its cues, so that they need not be kept. */
export interface FramedCueFile extends Omit<CueFile, 'cues' | 'key'> {
  /** The transcript that it is made of. */
  readonly source: string
}

export const withCues = ({ source, path, type }: FramedCueFile, { transcripts }: Recording): CueFile => {
  const file = transcripts.find(one => one.path === source)
  return {
    path,
    type,
    ...(file?.digest === undefined ? {} : { key: `${source} ${file.digest}` }),
    get cues() {
      return file?.cues ?? []
    },
  }
}

const nothing: ResolvedTranscripts = { links: [], assets: [], cueFiles: [] }

/** In this order they stand in the feed. */
const types: readonly TranscriptType[] = [
  'text/vtt',
  'application/x-subrip',
  'application/json',
  'text/html',
  'text/plain',
]

/** `base`: where the output folder is served; `language`: the show's. */
export const resolveTranscripts = (
  { transcripts }: Recording,
  base: string,
  language: string,
): ResolvedTranscripts => {
  if (transcripts.length === 0) return nothing
  const cueFiles = otherFormats(transcripts)
  const links = [
    ...transcripts.flatMap(file => linkOf(file, base, language)),
    // The feed stays lean: of the formats that we make, only the one that Apple prefers is linked.
    ...cueFiles
      .filter(({ type }) => type === 'text/vtt')
      .flatMap(file => linkOf({ ...file, path: file.source }, base, language, file.path)),
  ]
  return {
    links: links.sort(inOrder),
    assets: transcripts.flatMap(assetOf),
    cueFiles: cueFiles.map(({ path, type, source }) => ({ path, type, source })),
  }
}

const inOrder = (a: TranscriptLink, b: TranscriptLink): number =>
  types.indexOf(a.type as TranscriptType) - types.indexOf(b.type as TranscriptType) ||
  compareText(a.language ?? '', b.language ?? '') ||
  compareText(a.url, b.url)

/** Where the output folder has a transcript. */
export const transcriptPath = (path: string): string => `transcripts/${path}`

const linkOf = (
  { path, url, type, language, rel }: Pick<TranscriptFile, 'path' | 'url' | 'type' | 'language' | 'rel'>,
  base: string,
  showLanguage: string,
  at = path === undefined ? undefined : transcriptPath(path),
): TranscriptLink[] => {
  const address = at === undefined ? resolveUrl(base, url ?? '') : fileUrl(base, at)
  if (address === undefined || type === undefined) return []
  const spoken = language === undefined ? undefined : canonicalLanguage(language)
  const isOther =
    spoken !== undefined && spoken.toLowerCase() !== canonicalLanguage(showLanguage).toLowerCase()
  return [
    { url: address, type, ...(isOther ? { language: spoken } : {}), ...(rel === undefined ? {} : { rel }) },
  ]
}

const assetOf = ({ path, type }: TranscriptFile): Asset[] =>
  path === undefined || type === undefined
    ? []
    : [{ source: path, path: transcriptPath(path), mediaType: type, kind: 'transcript' }]

interface Made extends FramedCueFile {
  readonly language?: string
  readonly rel?: 'captions'
}

const endings = { 'text/vtt': 'vtt', 'application/json': 'json', 'text/plain': 'txt' } as const

/** HTML has the time of a turn, not of a line: too long for captions. */
const hasCaptions = ({ type }: TranscriptFile): boolean => type !== 'text/html'

/** Of the best transcript with times in each language: WebVTT for the apps, JSON and text for the pages, where they are not there. */
const otherFormats = (transcripts: readonly TranscriptFile[]): readonly Made[] => {
  const taken = new Set(transcripts.map(({ path }) => path))
  return [...byLanguage(transcripts).values()].flatMap(group => {
    const best = types
      .map(type => group.find(file => file.type === type && file.cues.length > 0))
      .find(file => file !== undefined)
    if (best?.path === undefined) return []
    const { path, language, rel } = best
    const stem = path.slice(0, path.lastIndexOf('.'))
    return (Object.keys(endings) as (keyof typeof endings)[])
      .filter(type => type !== 'text/vtt' || hasCaptions(best))
      .filter(type => !group.some(file => file.type === type) && !taken.has(`${stem}.${endings[type]}`))
      .map(type => ({
        path: transcriptPath(`${stem}.${endings[type]}`),
        type,
        source: path,
        ...(language === undefined ? {} : { language }),
        ...(rel === undefined ? {} : { rel }),
      }))
  })
}

const byLanguage = (transcripts: readonly TranscriptFile[]): ReadonlyMap<string, TranscriptFile[]> => {
  const groups = new Map<string, TranscriptFile[]>()
  for (const file of transcripts) {
    const language = file.language === undefined ? '' : canonicalLanguage(file.language).toLowerCase()
    const group = groups.get(language)
    if (group) group.push(file)
    else groups.set(language, [file])
  }
  return groups
}
