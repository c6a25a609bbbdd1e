/** Pages of a site → the same entries that plain episodes are: front matter of another program through the mapping of show.md. */

import { type Diagnostic, diagnose, type Place } from '../diagnostic.ts'
import { reasonOf } from '../door/index.ts'
import type { WrittenEpisode, WrittenShow } from '../fields/index.ts'
import { episodeSchema } from '../fields/index.ts'
import { dataFiles, markdownFileBytes } from '../limits.ts'
import type { Document, Mapping, Origin, Page, Sourced } from '../mapping/index.ts'
import { isMarkdown, siteStemOf } from '../names.ts'
import type { Entry, SitePage } from '../project.ts'
import { frontMatter } from '../table/medium.ts'
import { folderOf } from '../units/file-name.ts'
import { once } from '../units/once.ts'
import { hasOddCharacters, mayHoldTimes } from '../units/text.ts'
import { fixOf, insertEntry, removeEntry, replaceScalar } from './edits.ts'
import { firstHeading } from './first-heading.ts'
import { decodeText, type FrontMatter, placesIn } from './front-matter.ts'
import { findingOf, type Loading, matterOf, readBytes, say, shown, textOf } from './loading.ts'
import { bodyOf, pageCodeOf } from './page-code.ts'
import { ruleOfProblem } from './rules/index.ts'
import mappingRule from './rules/mapping.ts'
import siteEntry from './rules/site-entry.ts'
import unreadable from './rules/unreadable.ts'
import { judged } from './site-meta.ts'
import { type Marks, notesOfSite } from './site-notes.ts'

/** What is wrong with the mapping itself is said of show.md. */
export const sayMapping = (
  here: Loading,
  { problems, isCutShort }: Mapping,
  show: Entry<WrittenShow>,
): void => {
  for (const { path, message, help } of problems)
    here.diagnostics.push(diagnose(mappingRule, { place: show.at(path), message, help }))
  if (isCutShort())
    here.diagnostics.push(
      diagnose(mappingRule, {
        place: show.at('fields', 'key'),
        message: 'the regular expressions of this show take too long, so not all of them were tried',
        help: 'Write them so that they repeat less, or read a key instead of the notes.',
      }),
    )
}

export interface SiteOptions {
  readonly mapping: Mapping
  /** The file of the show. */
  readonly show: Entry<WrittenShow>
  /** An entry of a page that is written with our own keys. */
  readonly plain: (path: string) => Entry<WrittenEpisode> | undefined
}

/** `paths`: of the files that `content` means. `claimed`: files that were read as pages or data, and are nothing else. */
export const siteEpisodes = (
  here: Loading,
  paths: readonly string[],
  { mapping, show, plain }: SiteOptions,
): { readonly episodes: readonly Entry<WrittenEpisode>[]; readonly claimed: ReadonlySet<string> } => {
  const claimed = new Set(paths.filter(path => !isMarkdown(path)))
  const library = libraryOf(here, claimed, () => sayTooMuchData(here, show))
  const episodes = paths.flatMap(path => {
    const source = sourceOf(here, path)
    if (source === undefined) return []
    const page = pageOf(here, source, { show, library, mapping })
    if (!mapping.isEpisode(page)) return []
    if (mapping.read === undefined) return plain(path) ?? []
    sayProblems(here, source)
    return entryOf(here, { source, page, mapping, read: mapping.read })
  })
  return { episodes, claimed }
}

// -------------------------------------------------------------------------------------------------- reading

/** A file that is read, and the ways into it. */
interface SourceFile {
  readonly path: string
  readonly file: string
  readonly text: string
  readonly matter: () => FrontMatter
  readonly place: () => ReturnType<typeof placesIn>
}

const sourceOf = (here: Loading, path: string): SourceFile | undefined => {
  const instead = here.edited?.get(path)
  const text = instead ?? textOf(here, path, readBytes(here, path))
  if (text !== undefined) return sourceFrom(here, path, text)
  here.unread.add(path)
  return undefined
}

const sourceFrom = (here: Loading, path: string, text: string): SourceFile => {
  const file = shown(here, path)
  return {
    path,
    file,
    text,
    matter: once(() => matterOf(path, text)),
    place: once(() => placesIn(file, text)),
  }
}

const sayProblems = (here: Loading, { file, matter, place }: SourceFile): void => {
  for (const problem of matter().problems)
    here.diagnostics.push(diagnose(ruleOfProblem(problem.kind), findingOf(problem, file, place())))
}

const originOf = ({ file, matter, place }: SourceFile, isOwn: boolean): Origin => {
  return {
    at: (path, part) => {
      const { start, end } = matter().locate(path, part)
      return place()(start, end)
    },
    // A file of data is shared: what is right for one episode may be wrong for another.
    ...(isOwn && {
      replace: (path, value) => fixOf(file, `Write "${value}"`, replaceScalar(matter(), path, value)),
      remove: path => fixOf(file, 'Remove the line', removeEntry(matter(), path)),
    }),
  }
}

const sayTooMuchData = (here: Loading, show: Entry<WrittenShow>): void => {
  here.diagnostics.push(
    diagnose(mappingRule, {
      place: show.at('fields', 'key'),
      message: `the episodes name more than ${dataFiles.toLocaleString('en')} files of data, so not all of them were read`,
      help: 'Keep the entries in one file, such as `data: people.yml`, and not in a file each.',
    }),
  )
}

/** Files of data, each read once. `onTooMany`: said once, when there are more than are read. */
const libraryOf = (here: Loading, claimed: Set<string>, onTooMany: () => void): Page['open'] => {
  const tooMany = once(onTooMany)
  const known = new Map<string, Document | undefined>()
  const read = (path: string): Document | undefined => {
    let bytes: Buffer
    try {
      bytes = here.door.read(path, markdownFileBytes)
    } catch (error) {
      // That there is none is for the source to judge, which may have another.
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT')
        say(
          here,
          unreadable,
          path,
          `this cannot be read: ${reasonOf(error)}`,
          'Write the path of a file in the repository.',
        )
      return undefined
    }
    const { text } = decodeText(bytes)
    const source = sourceFrom(here, path, text)
    sayProblems(here, source)
    return { data: source.matter().data, origin: originOf(source, false) }
  }
  return path => {
    if (known.has(path)) return known.get(path)
    if (known.size >= dataFiles) {
      tooMany()
      return undefined
    }
    const document = read(path)
    known.set(path, document)
    if (document !== undefined) claimed.add(path)
    return document
  }
}

interface Surroundings {
  readonly show: Entry<WrittenShow>
  readonly library: Page['open']
  readonly mapping: Mapping
}

const pageOf = (
  here: Loading,
  source: SourceFile,
  { show, library, mapping }: Surroundings,
): Page & { notes: () => SourceFile } => {
  const notes = once(() => notesFileOf(here, source, mapping))
  const body = once(() => notes().matter().body)
  const at = (offset: number, length: number): Place => {
    const start = notes().matter().bodyOffset + offset
    return notes().place()(start, start + length)
  }
  return {
    path: source.path,
    data: source.matter().data,
    origin: originOf(source, true),
    notes,
    body: () => ({ written: body(), origin: { at: () => at(0, 0) } }),
    heading: () => {
      const heading = firstHeading(body())
      if (heading === undefined) return undefined
      const { start, end, text } = heading
      return { written: text, origin: { at: () => at(start, end - start) } }
    },
    open: library,
    site: show.meta.link,
    say: ({ at: found, message, help }) => {
      const place = found.origin?.at([], 'value') ?? { file: source.file }
      here.diagnostics.push(diagnose(siteEntry, { place, message, help }))
    },
  }
}

/** The notes may have a file of their own. */
const notesFileOf = (here: Loading, source: SourceFile, { body: { file } }: Mapping): SourceFile => {
  if (file === undefined) return source
  const path = folderOf(source.path) + file
  if (file.includes('..') || file.includes('/') || !exists(here, path)) return source
  const text = textOf(here, path, readBytes(here, path))
  return text === undefined ? source : sourceFrom(here, path, text)
}

const exists = (here: Loading, path: string): boolean => {
  try {
    return here.door.stat(path).isFile()
  } catch {
    return false
  }
}

// ---------------------------------------------------------------------------------------------------- making

interface Making {
  readonly source: SourceFile
  readonly page: ReturnType<typeof pageOf>
  readonly mapping: Mapping
  readonly read: (page: Page) => Sourced
}

const entryOf = (here: Loading, { source, page, mapping, read }: Making): Entry<WrittenEpisode> => {
  const sourced = read(page)
  const { file, path, text, matter } = source
  const { meta, at, fix, diagnostics } = judged(episodeSchema, {
    file,
    page,
    sourced,
    keyOf: mapping.keyOf,
    isUnread: field => matter().isUnread(mapping.keyOf(field) ?? field),
    insert: (key, value) => insertEntry(matter(), key, value),
  })
  here.diagnostics.push(...(diagnostics as readonly Diagnostic[]))
  const notes = page.notes()
  const { bodyOffset } = notes.matter()
  const marks = marksOf(mapping)
  const { body, pageCode: siteCode } = notesOfSite(bodyOf(notes.path, notes.text, bodyOffset), marks)
  const pageCode =
    pageCodeOf(notes.file, notes.text, bodyOffset) ?? siteCode((start, end) => notes.place()(start, end))
  return {
    file,
    path,
    stem: siteStemOf(path),
    meta,
    raw: sourced.written as Entry<WrittenEpisode>['raw'],
    meant: [],
    isRead: Object.keys(matter().data).length > 0,
    hasOddCharacters: hasOddCharacters(text) || hasOddCharacters(notes.text),
    mayHoldTimes: mayHoldTimes(notes.text),
    site: sitePageOf(path, mapping, marks.drop),
    ...(pageCode === undefined ? {} : { pageCode }),
    text,
    get body() {
      return body().text
    },
    words: frontMatter,
    at,
    atBody: (offset, length = 0) => {
      const start = body().sourceOf(offset)
      return notes.place()(start, length === 0 ? start : body().sourceOf(offset + length - 1) + 1)
    },
    fix,
  }
}

const marksOf = ({ body: { flavour, drop = [] }, preset }: Mapping): Marks => ({
  drop: drop.map(name => name.toLowerCase().replace(/[<>]/g, '')),
  isKramdown: flavour === 'kramdown',
  tags: preset,
})

const isHtml = (path: string, flavour: Mapping['body']['flavour']): boolean =>
  flavour === 'html' || (flavour === undefined && !isMarkdown(path) && /\.html$/i.test(path))

const sitePageOf = (path: string, { body }: Mapping, without: readonly string[]): SitePage => ({
  ...(body.base === undefined ? {} : { base: body.base }),
  ...(body.pictures === undefined ? {} : { pictures: body.pictures }),
  ...(isHtml(path, body.flavour) ? { isHtml: true as const } : {}),
  without: [...without, body.flavour ?? ''],
})
