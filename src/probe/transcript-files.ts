/** An episode's transcripts: those that its front matter names, and those beside it. They are read whole; nothing is judged here. */

import { join } from 'node:path'
import type { Place } from '../diagnostic.ts'
import type { TranscriptType } from '../model.ts'
import type { Entry, TranscriptFile, TranscriptProblem } from '../project.ts'
import type { EpisodeMeta } from '../schema/index.ts'
import { type Beside, findNamed, transcriptTypeOf } from './find.ts'
import type { Probe } from './index.ts'
import { sayOutside } from './outside.ts'
import { readText } from './read-text.ts'
import fileMissing from './rules/file-missing.ts'
import fileUnreadable from './rules/file-unreadable.ts'
import outsideShow from './rules/outside-show.ts'

/** A day of speech is a tenth of it. */
const mostBytes = 20 * 1024 * 1024

const none: readonly TranscriptFile[] = []

export const transcriptFilesOf = async (
  here: Probe,
  entry: Entry<EpisodeMeta>,
  { transcripts: beside }: Beside,
): Promise<readonly TranscriptFile[]> => {
  if (beside.length === 0 && entry.meta.transcripts === undefined) return none
  const named: TranscriptFile[] = []
  for (const [index, written] of (entry.meta.transcripts ?? []).entries())
    named.push(...(await namedFile(here, entry, written, index)))
  const isNamed = new Set(named.map(({ path }) => path))
  const others: TranscriptFile[] = []
  for (const file of beside) if (!isNamed.has(file.path)) others.push(...(await ownFile(here, file)))
  return [...named, ...others]
}

const ownFile = async (
  here: Probe,
  { path, language }: Beside['transcripts'][number],
): Promise<readonly TranscriptFile[]> => {
  const place = { file: here.shown(path) }
  if (here.manuscript.outside.has(path)) {
    here.say(
      outsideShow,
      place,
      'this link leads out of the show folder',
      'Put the file itself into the show folder.',
    )
    return none
  }
  const said = { place, at: () => place, ...(language === undefined ? {} : { language }) }
  return readFile(here, path, said)
}

type Said = Pick<TranscriptFile, 'place' | 'at' | 'language' | 'rel' | 'writtenType'>

const namedFile = async (
  here: Probe,
  entry: Entry<EpisodeMeta>,
  { source, type, language, rel }: NonNullable<EpisodeMeta['transcripts']>[number],
  index: number,
): Promise<readonly TranscriptFile[]> => {
  const raw = entry.raw.transcripts
  const base = Array.isArray(raw) ? ['transcripts', index] : ['transcripts']
  const one = Array.isArray(raw) ? raw[index] : raw
  const key = typeof one === 'object' && Object.hasOwn(one, 'file') ? 'file' : 'url'
  const path = typeof one === 'object' ? [...base, key] : base
  const place = entry.at(path)
  const named = findNamed(source, entry.path, here.manuscript.files, here.manuscript.outside)
  const spoken = language ?? (named.kind === 'file' ? languageIn(named.path) : undefined)
  const said: Said = {
    place,
    at: field => entry.at([...base, field]),
    ...(spoken === undefined ? {} : { language: spoken }),
    ...(rel === undefined ? {} : { rel }),
    ...(type === undefined ? {} : { writtenType: current(type) }),
  }
  switch (named.kind) {
    case 'web':
      return [
        { ...said, url: named.url, type: said.writtenType ?? typeOfUrl(named.url), cues: [], problems: [] },
      ]
    case 'file':
      return readFile(here, named.path, said)
    case 'outside':
      sayOutside(here, {
        written: source,
        from: entry.path,
        place,
        help: 'Put the file into the show folder and name it from there, such as `001.vtt`.',
        replace: name => entry.fix.replace(path, name),
      })
      return none
    case 'absent':
      here.say(
        fileMissing,
        place,
        `the transcript "${source}" is not in the show folder`,
        'Copy it there, or correct the name; capitals count.',
      )
      return none
  }
}

/** Apple's other name for SRT is read, and written as the namespace has it. */
const current = (type: string): TranscriptType =>
  (type === 'application/srt' ? 'application/x-subrip' : type) as TranscriptType

const languageIn = (path: string): string | undefined =>
  /\.([a-z]{2,3}(?:-[a-z0-9]{2,8})*)\.[a-z]+$/i.exec(path)?.[1]

const typeOfUrl = (url: string): TranscriptType | undefined =>
  URL.canParse(url) ? transcriptTypeOf(new URL(url).pathname) : undefined

const readFile = async (here: Probe, path: string, said: Said): Promise<readonly TranscriptFile[]> => {
  const file = here.shown(path)
  const promised = transcriptTypeOf(path) ?? 'text/plain'
  const failed = (problem: TranscriptProblem): readonly TranscriptFile[] => [
    {
      ...said,
      path,
      file,
      type: promised,
      cues: [],
      problems: [{ ...problem, place: placeOf(file, problem) }],
    },
  ]
  const text = readText(join(here.location, path), mostBytes)
  if ('error' in text) {
    here.say(
      fileUnreadable,
      { file },
      `this cannot be read (${(text.error as NodeJS.ErrnoException).code ?? String(text.error)})`,
      'Check that you may read it, and that it is a file.',
    )
    return none
  }
  if ('tooLarge' in text) return failed({ kind: 'too-large', line: 1 })
  if (text.fault) {
    const { kind, line, column } = text.fault
    return failed({ kind: 'encoding', value: kind, line, column })
  }
  const { readTranscript } = await import('./transcripts/index.ts')
  const { type, cues, problems } = readTranscript(path, text.text)
  return [
    {
      ...said,
      path,
      file,
      type,
      cues,
      problems: problems.map(problem => ({ ...problem, place: placeOf(file, problem) })),
    },
  ]
}

const placeOf = (file: string, { line, column }: TranscriptProblem): Place => ({
  file,
  line,
  ...(column === undefined ? {} : { column }),
})
