/** Where an episode's chapters stand: its front matter, files beside it, the audio's own, its notes. Nothing is judged here. */

import { NAMES } from '../chapters/fields.ts'
import type { ChapterReading } from '../chapters/index.ts'
import type { Place } from '../diagnostic.ts'
import { audioPath } from '../fields/audio.ts'
import type { WrittenEpisode } from '../fields/index.ts'
import { chaptersFileBytes } from '../limits.ts'
import type { Audio, ChapterList, ChapterProblem, Picture } from '../measured.ts'
import type { Chapter } from '../model.ts'
import type { Entry } from '../project.ts'
import type { Written } from '../schema/index.ts'
import { lineRanges } from '../syntax/lines.ts'
import { once } from '../units/once.ts'
import { isHttpUrl } from '../units/url.ts'
import { type Beside, findNamed } from './find.ts'
import type { Probe, Where } from './here.ts'
import { sayMissing } from './missing.ts'
import { isInside, sayOutside } from './outside.ts'
import { readText } from './read-text.ts'
import { sayUnreadable } from './say-unreadable.ts'
import { isLate, textFile } from './text-file.ts'

export interface ChapterSources {
  readonly entry: Entry<WrittenEpisode>
  readonly beside: Beside
  readonly audio: Audio | undefined
  /** Measures a picture of the show folder; says so at the place when it cannot. */
  readonly pictureOf: (path: string, at: Where) => Picture | undefined
}

/** A list, and how to find where it stands: for that a Markdown file is read, and of an unchanged episode nobody asks. */
interface Found extends Omit<ChapterList, 'place' | 'problems' | 'pictures'> {
  readonly placeOf: Where
  readonly problemsOf?: () => ChapterList['problems']
}

const none: readonly Found[] = []

/**
 * In order of precedence. The readers are loaded only where there is something to read:
 * a show without chapters pays nothing for them.
 */
export const chapterListsOf = async (
  here: Probe,
  sources: ChapterSources,
): Promise<readonly ChapterList[]> => {
  const { entry, beside, audio } = sources
  // As it was written: a schema may make a list of everything.
  const written = entry.meta.chapters === undefined ? undefined : entry.raw.chapters
  const word = typeof written === 'string' ? chapterWord(written) : undefined
  if (word === 'none') return []
  if (word === 'notes') return (await notesList(entry, true)).map(list => listOf(list))
  if (word === 'audio') return audioList(here, entry, audio).map(list => listOf(list))
  const lists: readonly Found[] = [
    ...(written === undefined ? none : await frontMatterList(here, entry, written)),
    ...(await fileLists(here, beside.chapters, written)),
    ...audioList(here, entry, audio),
    ...(await notesList(entry)),
  ]
  return lists.map((list, i) => listOf(list, i === 0 ? picturesOf(here, list, sources) : noPictures))
}

/** Instead of chapters: which of the places they are taken from. */
const chapterWord = (written: string): 'none' | 'notes' | 'audio' | undefined => {
  switch (written.trim().toLowerCase()) {
    case 'none':
    case 'no':
    case 'false':
      return 'none'
    case 'notes':
      return 'notes'
    case 'audio':
      return 'audio'
    default:
      return undefined
  }
}

const noPictures: ReadonlyMap<string, Picture> = new Map()

const listOf = ({ placeOf, problemsOf = () => [], ...list }: Found, pictures = noPictures): ChapterList => {
  const [place, problems] = [once(placeOf), once(problemsOf)]
  return {
    ...list,
    get place() {
      return place()
    },
    get problems() {
      return problems()
    },
    pictures,
  }
}

// ------------------------------------------------------------------------------------------- front matter

/** A list, a map from times, a text of lines, the name of a file, or the address of JSON chapters. */
const frontMatterList = async (
  here: Probe,
  entry: Entry<WrittenEpisode>,
  written: Written,
): Promise<readonly Found[]> => {
  const at = () => entry.at('chapters')
  if (typeof written === 'string' && isName(written)) return namedList(here, entry, written.trim(), at)
  const both = addressAndList(written)
  if (both !== undefined) {
    const lists = await frontMatterList(here, entry, both.list)
    return lists.map(list => ({ ...list, url: both.url }))
  }
  const { readChapterList } = await import('../chapters/front-matter.ts')
  const { chapters, entries, problems } = readChapterList(written)
  const { pathOf, nameOf } = pathsIn(written)
  return [
    {
      source: 'front matter',
      placeOf: at,
      chapters,
      at: (index, field) => entry.at(pathOf(entries?.[index], field && nameOf(entries?.[index], field))),
      problemsOf: () =>
        problems.map(problem => ({
          ...problem,
          place: entry.at(
            pathOf(problem.index, problem.key),
            problem.kind === 'unknown-key' ? 'key' : 'value',
          ),
        })),
    },
  ]
}

/** Of a show that came from elsewhere: JSON chapters that stay where they are, and the list of those that have no other. */
const addressAndList = (written: Written): { readonly url: string; readonly list: Written } | undefined => {
  if (typeof written === 'string' || Array.isArray(written)) return undefined
  const { url, list } = written as Readonly<Record<string, Written>>
  return typeof url === 'string' && isHttpUrl(url) && list !== undefined ? { url, list } : undefined
}

/** A name has no time in front of it, and stands on one line. */
const isName = (written: string): boolean =>
  !/\n\s*\S/.test(written) && !/^\W{0,8}\d{1,3}:\d{2}/.test(written)

interface EntryPaths {
  readonly pathOf: (index: number | undefined, key?: string) => (string | number)[]
  /** As which of its names a field of an entry was written. */
  readonly nameOf: (index: number | undefined, field: keyof Chapter) => string | undefined
}

const pathsIn = (written: Written): EntryPaths => {
  const pairs = once(() => (typeof written === 'string' ? [] : Object.entries(written)))
  return {
    pathOf: (index, key) => {
      if (index === undefined || typeof written === 'string') return ['chapters']
      const step = Array.isArray(written) ? index : (pairs()[index]?.[0] ?? index)
      return ['chapters', step, ...(key === undefined ? [] : key.split('.'))]
    },
    nameOf: (index, field) => {
      const one = index === undefined ? undefined : pairs()[index]?.[1]
      return typeof one === 'object' ? NAMES[field].find(name => Object.hasOwn(one, name)) : undefined
    },
  }
}

const namedList = async (
  here: Probe,
  entry: Entry<WrittenEpisode>,
  written: string,
  at: Where,
): Promise<readonly Found[]> => {
  const named = findNamed(written, entry.path, here.manuscript)
  switch (named.kind) {
    case 'web':
      return [{ source: 'front matter', placeOf: at, url: named.url, chapters: [], at }]
    case 'file':
      return fileList(here, named.path)
    case 'outside':
      sayOutside(here, {
        reason: named.reason,
        written,
        from: entry.path,
        place: at(),
        help: 'Put the file into the show folder and name it from there, such as `001.chapters.json`.',
        replace: name => entry.fix.replace('chapters', name),
      })
      return none
    case 'unreadable':
      return none
    case 'absent':
      sayMissing(here, {
        kind: 'text',
        what: 'the chapters file',
        written,
        absent: named.path,
        entry,
        place: at(),
        replace: name => entry.fix.replace('chapters', name),
        help: 'Copy it there, or correct the name, or write the chapters as lines such as `- "00:00 Intro"`.',
      })
      return none
  }
}

// -------------------------------------------------------------------------------------------------- files

/** A file that the front matter names is not read again. */
const fileLists = async (
  here: Probe,
  paths: readonly string[],
  written: Written | undefined,
): Promise<readonly Found[]> => {
  const lists: Found[] = []
  for (const path of paths) {
    const isNamed = typeof written === 'string' && path.endsWith(written.trim().replace(/^\.\//, ''))
    if (!isNamed) lists.push(...(await fileList(here, path)))
  }
  return lists
}

const fileList = async (here: Probe, path: string): Promise<readonly Found[]> => {
  const file = here.shown(path)
  if (!isInside(here, path)) return none
  const readNow = async (): Promise<Read | undefined> => {
    const reading = await readWhole(here, path)
    if (!('error' in reading)) return reading
    sayUnreadable(here, { file }, reading.error)
    return undefined
  }
  // Of a file it is known how it stands, and of another text of it nothing.
  const read = here.edited?.has(path)
    ? await readNow()
    : await here.memo.recallFile<Read | undefined>('chapters', path, readNow)
  if (read === undefined) return none
  const { chapters, lines, problems, ...rest } = read
  return [
    {
      source: 'file',
      placeOf: () => ({ file }),
      path,
      ...rest,
      ...(isLate(chapters) && {
        textFile: textFile(here, path, chaptersFileBytes, (await earlier()).earlierChapters),
      }),
      chapters,
      at: index => lineOf(file, lines[index]),
      problemsOf: () =>
        problems.map(problem => ({
          ...problem,
          place: {
            ...lineOf(file, problem.line),
            ...(problem.column === undefined ? {} : { column: problem.column }),
          },
        })),
    },
  ]
}

const earlier = () => import('../chapters/earlier.ts')

/** What is remembered of a file. */
interface Read extends ChapterReading {
  readonly format?: NonNullable<ChapterList['format']>
  readonly digest: string
}

const readWhole = async (here: Probe, path: string): Promise<Read | { readonly error: unknown }> => {
  const text = readText(here, path, chaptersFileBytes)
  if ('error' in text) return text
  const failed = (problem: ChapterProblem) => ({ chapters: [], lines: [], problems: [problem] })
  if ('tooLarge' in text) return { ...failed({ kind: 'too-large' }), digest: 'too large' }
  const { digest } = text
  // A file that says that it is UTF-16 is read as that: only what is published has to be UTF-8.
  if (text.fault?.kind === 'not-utf-8') {
    const { line, column } = text.fault
    return { ...failed({ kind: 'encoding', line, column }), digest }
  }
  const { readChapters } = await import('../chapters/index.ts')
  return { ...readChapters(path, text.text), digest }
}

const lineOf = (file: string, line: number | undefined): Place =>
  line === undefined ? { file } : { file, line }

// ---------------------------------------------------------------------------------------- audio and notes

const audioList = (here: Probe, entry: Entry<WrittenEpisode>, audio: Audio | undefined): readonly Found[] => {
  const chapters = audio?.facts.chapters ?? []
  if (audio === undefined || chapters.length === 0) return none
  // What is served elsewhere is no file that could be opened.
  const isElsewhere = audio.url !== undefined && entry.meta.audio !== undefined
  const at = () => (isElsewhere ? entry.at(audioPath(entry.raw)) : { file: here.shown(audio.path) })
  return [{ source: 'audio', placeOf: at, chapters, at }]
}

/** `isAsked`: the episode says that its notes hold them. */
const notesList = async (entry: Entry<WrittenEpisode>, isAsked = false): Promise<readonly Found[]> => {
  if (!isAsked && !entry.mayHoldTimes) return none
  const { readNotesChapters } = await import('../chapters/notes.ts')
  const { chapters, lines, problems } = readNotesChapters(entry.body, isAsked)
  if (chapters.length === 0 && problems.length === 0) return none
  const ranges = once(() => lineRanges(entry.body))
  const at = (line: number | undefined): Place => {
    const range = ranges()[(line ?? 1) - 1]
    return range === undefined ? { file: entry.file } : entry.atBody(range.start, range.end - range.start)
  }
  return [
    {
      source: 'notes',
      placeOf: () => at(lines[0] ?? problems[0]?.line),
      chapters,
      at: index => at(lines[index]),
      problemsOf: () => problems.map(problem => ({ ...problem, place: at(problem.line) })),
    },
  ]
}

// ----------------------------------------------------------------------------------------------- pictures

const picturesOf = (
  here: Probe,
  { chapters, at, path = '' }: Found,
  { entry, pictureOf }: ChapterSources,
): ReadonlyMap<string, Picture> => {
  const pictures = new Map<string, Picture>()
  const seen = new Set<string>()
  for (const [index, { image }] of chapters.entries()) {
    if (image === undefined || seen.has(image)) continue
    seen.add(image)
    const place = () => at(index, 'image')
    const named = findNamed(image, path || entry.path, here.manuscript)
    if (named.kind === 'file') {
      const picture = pictureOf(named.path, place)
      if (picture) pictures.set(image, picture)
    } else if (named.kind === 'outside')
      sayOutside(here, {
        reason: named.reason,
        written: image,
        from: path || entry.path,
        place: place(),
        what: "the chapter's picture ",
        help: 'Put it into the show folder and name it from there, or write its `https://` address.',
      })
    else if (named.kind === 'absent')
      sayMissing(here, {
        kind: 'picture',
        what: "the chapter's picture",
        written: image,
        absent: named.path,
        entry,
        from: path || entry.path,
        place: place(),
      })
  }
  return pictures
}
