/** An episode's transcripts: those that its front matter names, and those beside it. They are read whole; nothing is judged here. */

import type { Place } from '../diagnostic.ts'
import type { WrittenEpisode } from '../fields/index.ts'
import { transcriptFileBytes } from '../limits.ts'
import type { TranscriptFile, TranscriptProblem } from '../measured.ts'
import type { Cue, TranscriptType } from '../model.ts'
import type { Entry } from '../project.ts'
import { canParseUrl } from '../units/can-parse-url.ts'
import { once } from '../units/once.ts'
import { type Beside, findNamed, transcriptTypeOf } from './find.ts'
import type { Probe } from './here.ts'
import { sayMissing } from './missing.ts'
import { isInside, sayOutside } from './outside.ts'
import { readText } from './read-text.ts'
import otherJson from './rules/other-json.ts'
import { sayUnreadable } from './say-unreadable.ts'
import { isLate, textFile } from './text-file.ts'

const none: readonly TranscriptFile[] = []

export const transcriptFilesOf = async (
  here: Probe,
  entry: Entry<WrittenEpisode>,
  { transcripts: beside }: Beside,
): Promise<readonly TranscriptFile[]> => {
  if (beside.length === 0 && entry.meta.transcripts === undefined) return none
  const named: TranscriptFile[] = []
  for (const [index, written] of (entry.meta.transcripts ?? []).entries())
    named.push(...(await namedFile(here, entry, written, index)))
  const isNamed = new Set(named.map(({ path }) => path))
  const others: TranscriptFile[] = []
  for (const file of beside) if (!isNamed.has(file.path)) others.push(...(await ownFile(here, entry, file)))
  return [...named, ...others]
}

const ownFile = async (
  here: Probe,
  entry: Entry<WrittenEpisode>,
  { path, language }: Beside['transcripts'][number],
): Promise<readonly TranscriptFile[]> => {
  if (!isInside(here, path)) return none
  const place = { file: here.shown(path) }
  const files = await readFile(here, path, {
    place: () => place,
    at: () => place,
    rest: language === undefined ? {} : { language },
  })
  if (!files.some(isOtherJson)) return files
  const name = path.slice(path.lastIndexOf('/') + 1)
  const stem = entry.stem.slice(entry.stem.lastIndexOf('/') + 1)
  here.say(
    otherJson,
    place,
    `${name} is not in the JSON format of podcast transcripts, so it is left out of the feed`,
    `If it is a transcript, export it as WebVTT, named \`${stem}.vtt\`; if it holds chapters, name it \`${stem}.chapters.json\`.`,
  )
  return none
}

/** It can be read as JSON, and has neither the version nor the segments, or nothing of what it has says anything. */
const isOtherJson = ({ type, cues, problems }: TranscriptFile): boolean => {
  const has = (...kinds: readonly TranscriptProblem['kind'][]): boolean =>
    problems.some(({ kind }) => kinds.includes(kind))
  return (
    type === 'application/json' &&
    cues.length === 0 &&
    has('no-segments', 'missing-version', 'not-an-object') &&
    !has('invalid-json', 'too-large', 'empty', 'encoding')
  )
}

/** What is known of a transcript before it is read. Places are looked for when they are asked for. */
interface Said {
  readonly place: () => Place
  readonly at: TranscriptFile['at']
  readonly rest: Pick<TranscriptFile, 'language' | 'rel' | 'writtenType'>
}

const namedFile = async (
  here: Probe,
  entry: Entry<WrittenEpisode>,
  { source, type, language, rel }: NonNullable<WrittenEpisode['transcripts']>[number],
  index: number,
): Promise<readonly TranscriptFile[]> => {
  const raw = entry.raw.transcripts
  const base = Array.isArray(raw) ? ['transcripts', index] : ['transcripts']
  const one = Array.isArray(raw) ? raw[index] : raw
  const key = typeof one === 'object' && Object.hasOwn(one, 'file') ? 'file' : 'url'
  const path = typeof one === 'object' ? [...base, key] : base
  const place = () => entry.at(path)
  const named = findNamed(source, entry.path, here.manuscript)
  const spoken = language ?? (named.kind === 'file' ? languageIn(named.path) : undefined)
  const said: Said = {
    place,
    at: field => entry.at([...base, field]),
    rest: {
      ...(spoken === undefined ? {} : { language: spoken }),
      ...(rel === undefined ? {} : { rel }),
      ...(type === undefined ? {} : { writtenType: current(type) }),
    },
  }
  switch (named.kind) {
    case 'web':
      return [elsewhere(named.url, said)]
    case 'file':
      return readFile(here, named.path, said)
    case 'outside':
      sayOutside(here, {
        reason: named.reason,
        written: source,
        from: entry.path,
        place: place(),
        help: 'Put the file into the show folder and name it from there, such as `001.vtt`.',
        replace: name => entry.fix.replace(path, name),
      })
      return none
    case 'unreadable':
      return none
    case 'absent':
      sayMissing(here, {
        kind: 'text',
        what: 'the transcript',
        written: source,
        absent: named.path,
        entry,
        place: place(),
        replace: name => entry.fix.replace(path, name),
      })
      return none
  }
}

/** Apple's other name for SRT is read, and written as the namespace has it. */
const current = (type: string): TranscriptType =>
  (type === 'application/srt' ? 'application/x-subrip' : type) as TranscriptType

const languageIn = (path: string): string | undefined =>
  /\.([a-z]{2,3}(?:-[a-z0-9]{2,8})*)\.[a-z]+$/i.exec(path)?.[1]

const typeOfUrl = (url: string): TranscriptType | undefined =>
  canParseUrl(url) ? transcriptTypeOf(new URL(url).pathname) : undefined

const elsewhere = (url: string, { place, at, rest }: Said): TranscriptFile => ({
  ...rest,
  url,
  type: rest.writtenType ?? typeOfUrl(url),
  at,
  get place() {
    return place()
  },
  cues: [],
  problems: [],
})

const earlier = () => import('../transcripts/earlier.ts')

type Reader = typeof import('../transcripts/index.ts')['readTranscript']

const readFile = async (
  here: Probe,
  path: string,
  { place, at, rest }: Said,
): Promise<readonly TranscriptFile[]> => {
  const { readTranscript } = await here.transcriptReader()
  const file = here.shown(path)
  const read = readWhole(here, path, readTranscript)
  if ('error' in read) {
    sayUnreadable(here, { file }, read.error)
    return none
  }
  const cues = cuesOf(here, read.cues, () => {
    const again = readWhole(here, path, readTranscript)
    return 'error' in again ? [] : again.cues
  })
  return [
    {
      ...rest,
      path,
      file,
      type: read.type,
      digest: read.digest,
      ...(isLate(read.cues) && {
        textFile: textFile(here, path, transcriptFileBytes, (await earlier()).earlierTranscript),
      }),
      at,
      get place() {
        return place()
      },
      get cues() {
        return cues()
      },
      problems: read.problems.map(problem => ({ ...problem, place: placeOf(file, problem) })),
    },
  ]
}

/** Cues take memory: those of very many transcripts are read again when they are wanted. */
const cuesOf = (
  { room }: Probe,
  cues: readonly Cue[],
  again: () => readonly Cue[],
): (() => readonly Cue[]) => {
  if (cues.length > room.cues) return once(again)
  room.cues -= cues.length
  return () => cues
}

interface Read {
  readonly type: TranscriptType
  readonly cues: readonly Cue[]
  readonly problems: readonly TranscriptProblem[]
  readonly digest: string
}

const readWhole = (here: Probe, path: string, readTranscript: Reader): Read | { readonly error: unknown } => {
  const text = readText(here, path, transcriptFileBytes)
  if ('error' in text) return text
  const failed = (problem: TranscriptProblem, digest: string) => ({
    type: transcriptTypeOf(path) ?? ('text/plain' as const),
    cues: [],
    problems: [problem],
    digest,
  })
  if ('tooLarge' in text) return failed({ kind: 'too-large', line: 1 }, 'too large')
  const { digest } = text
  if (text.fault) {
    const { kind, line, column } = text.fault
    return failed({ kind: 'encoding', value: kind, line, column }, digest)
  }
  const { type, cues, problems } = readTranscript(path, text.text)
  return { type, cues, problems, digest }
}

const placeOf = (file: string, { line, column }: TranscriptProblem): Place => ({
  file,
  line,
  ...(column === undefined ? {} : { column }),
})
