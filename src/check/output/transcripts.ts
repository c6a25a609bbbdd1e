/** What the output folder gets of an episode's transcripts: those that are there, and the formats that they can be put into. */

import { transcriptOrder as types } from '../../fields/transcripts.ts'
import type { TranscriptFile } from '../../measured.ts'
import type { Asset, CueFile } from '../../podcast.ts'
import type { LinkedTranscript } from '../../table/its.ts'
import { canonicalLanguage } from '../../units/language.ts'

/** The feed stays lean: of the formats that we make, only the one that Apple prefers is linked. */
export const withCaptions = (
  transcripts: readonly TranscriptFile[],
  made: readonly CueFile[],
): readonly LinkedTranscript[] => [
  ...transcripts,
  ...made
    .filter(({ type }) => type === 'text/vtt')
    .map(({ path, ...rest }) => ({ ...rest, path: path.slice(folder.length) })),
]

export const transcriptAssets = (transcripts: readonly TranscriptFile[]): Asset[] =>
  transcripts.flatMap(({ path, type }) =>
    path === undefined || type === undefined
      ? []
      : [{ source: path, path: transcriptPath(path), mediaType: type, kind: 'transcript' as const }],
  )

const folder = 'transcripts/'

/** Where the output folder has a transcript. */
export const transcriptPath = (path: string): string => `${folder}${path}`

const endings = { 'text/vtt': 'vtt', 'application/json': 'json', 'text/plain': 'txt' } as const

/** HTML has the time of a turn, not of a line: too long for captions. */
const hasCaptions = ({ type }: TranscriptFile): boolean => type !== 'text/html'

/** Of the best transcript with times in each language: WebVTT for the apps, JSON and text for the pages, where they are not there. */
export const cueFilesOf = (transcripts: readonly TranscriptFile[]): readonly CueFile[] => {
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
        get cues() {
          return best.cues
        },
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
