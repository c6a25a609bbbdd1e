/** Show folder → Manuscript: reading text, YAML, schema. */

import { type Diagnostic, diagnose, type Outcome, type RuleWords } from '../diagnostic.ts'
import { type Door, reasonOf } from '../door/index.ts'
import { episodeSchema, showSchema, type WrittenShow } from '../fields/index.ts'
import { showFiles } from '../limits.ts'
import { isMapped, type Mapping, mappingOf } from '../mapping/index.ts'
import { forgetful, type Memo } from '../memo.ts'
import type { Lock } from '../model.ts'
import {
  isMarkdown,
  isShowPath,
  lockName,
  lockPathOf,
  showName,
  siteKeys,
  siteStemOf,
  stemOf,
} from '../names.ts'
import type { Entry, Manuscript, PageCode } from '../project.ts'
import type { Schema, Written } from '../schema/index.ts'
import { frontMatter } from '../table/medium.ts'
import { saysNothing } from '../units/blank.ts'
import { once } from '../units/once.ts'
import { ours } from '../units/shell.ts'
import { hasOddCharacters, mayHoldTimes } from '../units/text.ts'
import { pathsInFile, withoutBlank } from './blank.ts'
import { fixOf, insertEntry, removeEntry, renameKey, replaceScalar } from './edits.ts'
import { type Folder, listFolder } from './folder.ts'
import { type ForeignKey, noteForeignKeys, noteForeignKeysOfEach } from './foreign-keys.ts'
import { type FrontMatter, placesIn } from './front-matter.ts'
import {
  findingOf,
  type Loading,
  matterOf,
  type PlaceOf,
  readBytes,
  say,
  sayUnreadable,
  shown,
  textOf,
} from './loading.ts'
import { readLock } from './lock.ts'
import { type MarkdownFiles, markdownFilesIn, siteFilesIn } from './markdown-files.ts'
import { readMeta } from './meta.ts'
import { whyNoShow } from './no-show.ts'
import { bodyOf, pageCodeOf } from './page-code.ts'
import { ruleOfProblem } from './rules/index.ts'
import noShow from './rules/no-show.ts'
import outsideLink from './rules/outside-link.ts'
import sameStem from './rules/same-stem.ts'
import tooMany from './rules/too-many-files.ts'
import { sayMapping, siteEpisodes } from './site.ts'
import { foldUnknownKeys } from './unknown-keys.ts'

export { bareFormatOf as bareFormat } from '../names.ts'
export { placeOfShow } from './bases.ts'
export { readBare as readBareText, readFrontMatter as readPageText, type WrittenMap } from './front-matter.ts'
export { lockName, readLock, showFiles }

export interface LoadOptions {
  /** A folder with so many files or more is taken for a mistake. */
  readonly limit?: number | undefined
  readonly memo?: Memo | undefined
  /** Where in the folder the output goes, if it goes there. */
  readonly output?: string | undefined
  /** Whether what stands in many files is told once. Default: yes. */
  readonly isFolded?: boolean
  /** The file of the show, where it is not the show.md of the folder: inside of it. */
  readonly show?: string | undefined
  /** Texts that count instead of what the files hold, by path. */
  readonly edited?: ReadonlyMap<string, string> | undefined
}

/** `door` leads to the folder; `folder` is how a person wrote it, and how messages name it. */
export const load = (
  door: Door,
  folder: string,
  options: LoadOptions = {},
): Outcome<Manuscript | undefined> => {
  const { limit = showFiles, memo = forgetful, output, isFolded = true, edited, show: named } = options
  const here: Loading = {
    door,
    folder,
    memo,
    edited,
    lockPath: lockPathOf(named ?? showName),
    diagnostics: [],
    foreignKeys: [],
    unread: new Set(),
  }
  const { diagnostics, foreignKeys } = here
  // A show that was named says which folders are read.
  const first = named === undefined ? undefined : readShow(here, named)
  const shows = first && isMapped(first.meta) ? mappingFor(first) : undefined
  const found = listed(here, { limit, output, isNamed: shows?.isNamed })
  if (found === undefined) return { value: undefined, diagnostics }
  const markdown = markdownFilesIn(found.files)
  const showPath = named ?? markdown.show
  if (isNoShow(found, showPath)) {
    sayUnfollowed(here, found, isText)
    const { message, help, isElsewhere } = whyNoShow(found, folder)
    say(here, noShow, showName, message, help)
    // What is here is not meant: of each file it would be said that it is no good episode.
    if (isElsewhere) return { value: undefined, diagnostics }
  }
  const show = first ?? (showPath === undefined ? undefined : readShow(here, showPath))
  const mapping = shows ?? (show && isMapped(show.meta) ? mappingFor(show) : undefined)
  if (show !== undefined && isUnclear(show, mapping)) {
    if (mapping !== undefined) sayMapping(here, mapping, show)
    return { value: undefined, diagnostics }
  }
  const read =
    mapping === undefined || show === undefined
      ? plainShow(here, found, markdown)
      : siteShow(here, { mapping, show, found, limit, output, isListed: shows !== undefined })
  const lock = isLockThere(here, found) ? lockOf(here) : undefined
  return {
    value: {
      folder,
      show: show ?? emptyEntry(shown(here, showPath ?? showName), showPath ?? showName),
      lock,
      unreadable: here.unread,
      ...read,
    },
    diagnostics: isFolded
      ? [...foldUnknownKeys(diagnostics), ...noteForeignKeys(foreignKeys)]
      : [...diagnostics, ...noteForeignKeysOfEach(foreignKeys)],
  }
}

type ReadFolder = Pick<
  Manuscript,
  'episodes' | 'files' | 'outside' | 'ignored' | 'linked' | 'isSite' | 'contentFiles' | 'takesGiven'
>

const plainShow = (here: Loading, found: Folder, markdown: MarkdownFiles): ReadFolder => {
  sayUnfollowed(here, found, isText)
  for (const { path, first } of markdown.repeats) say(here, sameStem, path, ...sameStemWords(path, first))
  const episodes = markdown.episodes.flatMap(path => readEntry(here, episodeSchema, path) ?? [])
  return { episodes, ...listOf(found) }
}

const listOf = ({ files, outside, ignored, linked }: Folder) => ({ files, outside, ignored, linked })

interface SiteFolder extends Pick<LoadOptions, 'output'> {
  readonly mapping: Mapping
  readonly show: Entry<WrittenShow>
  readonly found: Folder
  readonly limit: number
  /** Whether the folder was listed by what the mapping names. */
  readonly isListed: boolean
}

const siteShow = (here: Loading, { mapping, show, isListed, ...site }: SiteFolder): ReadFolder => {
  const { isNamed } = mapping
  const found = isListed ? site.found : (listed(here, { ...site, isNamed }) ?? site.found)
  sayUnfollowed(here, found, mapping.isContent)
  const { episodes: paths, repeats } = siteFilesIn(
    found.files,
    path => path !== show.path && mapping.isContent(path),
  )
  for (const { path, first } of repeats) say(here, sameStem, path, ...sameStemWords(path, first))
  const plain = (path: string) => readEntry(here, episodeSchema, path, { stem: siteStemOf(path) })
  const { episodes, claimed } = siteEpisodes(here, paths, { mapping, show, plain })
  sayMapping(here, mapping, show)
  const files = new Set([...found.files].filter(path => !claimed.has(path)))
  const own = { ...listOf(found), files, isSite: true, contentFiles: paths.length } as const
  return { episodes, ...own, ...(mapping.isGiven ? { takesGiven: true } : {}) }
}

/** Whether it cannot be told which files are episodes, or what they say: of each of a thousand it would be said that it lacks everything. */
const isUnclear = ({ raw, meta }: Entry<WrittenShow>, mapping: Mapping | undefined): boolean =>
  (mapping !== undefined && mapping.problems.length > 0) ||
  siteKeys.some(key => meta[key] === undefined && !saysNothing(raw[key]))

const mappingFor = ({ meta, path }: Entry<WrittenShow>): Mapping =>
  mappingOf(meta, path, Object.keys(episodeSchema.fields))

const readShow = (here: Loading, path: string): Entry<WrittenShow> | undefined =>
  readEntry(here, showSchema, path, { owner: 'show' })

/** It may be in a folder that is not listed. */
const isLockThere = ({ door, lockPath }: Loading, found: Folder): boolean => {
  if (found.files.has(lockPath) || found.outside.has(lockPath)) return found.files.has(lockPath)
  try {
    return lockPath !== lockName && door.stat(lockPath).isFile()
  } catch {
    return false
  }
}

const sayOfFolder = (
  { folder, diagnostics }: Loading,
  rule: RuleWords,
  message: string,
  help: string,
): void => {
  diagnostics.push(diagnose(rule, { place: { file: folder }, message, help }))
}

/** Undefined where the folder cannot be read, or is surely not a show's. */
const listed = (
  here: Loading,
  {
    limit,
    output,
    isNamed,
  }: { limit: number; output?: string | undefined; isNamed?: Mapping['isNamed'] | undefined },
): Folder | undefined => {
  const { door, folder } = here
  let found: Folder
  try {
    found = listFolder(door, { limit, output, isNamed })
  } catch (error) {
    sayOfFolder(
      here,
      noShow,
      `the show folder cannot be read: ${reasonOf(error)}`,
      `Name the folder that holds show.md, or make one with \`${ours('init', folder)}\`.`,
    )
    return undefined
  }
  if (!found.tooMany) return found
  sayOfFolder(
    here,
    tooMany,
    `this folder holds more than ${(limit - 1).toLocaleString('en')} files and folders, the most that a build reads, so it is probably not the folder of a show`,
    'Run build-feed on the folder that holds `show.md`.',
  )
  return undefined
}

const sayUnfollowed = (here: Loading, found: Folder, isMeant: (path: string) => boolean): void => {
  for (const [path, reason] of found.outside) {
    const isFolder = found.outsideFolders.has(path)
    // Of a show the folder may hold episodes; the repository of a site holds much else.
    if (isFolder ? isMeant === isText : isMeant(path))
      say(
        here,
        outsideLink,
        path,
        `${path} is not read, because it could publish something private: ${reason.replace(/^it leads/, 'it is a link that leads')}`,
        `Put the ${isFolder ? 'folder' : 'file'} itself into the show folder, in place of the link.`,
      )
  }
  for (const [path, reason] of found.unreadable) {
    here.unread.add(path)
    // The repository of a site holds much else.
    if (isMeant === isText || isMeant(path)) sayUnreadable(here, path, reason)
  }
}

const isNoShow = (found: Folder, show: string | undefined): boolean =>
  show === undefined && ![...found.outside.keys(), ...found.unreadable.keys()].some(isShowPath)

type Own = Partial<Pick<Entry<never>, 'stem' | 'owner'>>

const readEntry = <Meta>(
  here: Loading,
  schema: Schema<Meta>,
  path: string,
  own: Own = {},
): Entry<Meta> | undefined => {
  const file = shown(here, path)
  const instead = here.edited?.get(path)
  const bytes = once(() => (instead === undefined ? readBytes(here, path) : Buffer.from(instead)))
  const decode = once(() => textOf(here, path, bytes()))
  const readNow = (): Read<Meta> | undefined => {
    const text = decode()
    return text === undefined ? undefined : readMatter(schema, file, text)
  }
  // Of a file it is known how it stands, and of another text of it nothing.
  const read =
    instead === undefined
      ? here.memo.recallFileNow<Read<Meta> | undefined>(`entry ${file}`, path, readNow)
      : readNow()
  if (read === undefined) {
    here.unread.add(path)
    return undefined
  }
  here.diagnostics.push(...read.problems)
  here.foreignKeys.push(...read.foreign)
  // What is recalled was read from the same bytes, so they can be decoded.
  return entryFrom(file, path, read, () => decode() ?? '', own)
}

const sameStemWords = (path: string, first: string): [message: string, help: string] => {
  const what = isShowPath(path) ? 'the show' : 'the same episode'
  return [
    `${path} and ${first} would both be ${what}, so ${path} is not read`,
    `Keep the one that is right, and remove the other or give it another name.`,
  ]
}

const isText = (path: string): boolean => isMarkdown(path) || path === lockName

const lockOf = (here: Loading): Lock | undefined => {
  const bytes = readBytes(here, here.lockPath)
  if (bytes === undefined) return undefined
  const { value, diagnostics } = readLock(shown(here, here.lockPath), bytes)
  here.diagnostics.push(...diagnostics)
  return value
}

/** What reading a file's front matter comes to: plain data. */
interface Read<Meta> {
  readonly meta: Partial<Meta>
  readonly raw: Readonly<Record<string, Written>>
  readonly meant: readonly string[]
  readonly bodyOffset: number
  readonly hasOddCharacters: boolean
  readonly mayHoldTimes: boolean
  readonly pageCode?: PageCode
  readonly problems: readonly Diagnostic[]
  readonly foreign: readonly ForeignKey[]
}

const readMatter = <Meta>(schema: Schema<Meta>, file: string, text: string): Read<Meta> => {
  const matter = matterOf(file, text)
  const ways = waysInto(
    file,
    () => text,
    () => matter,
  )
  const problems = matter.problems.map(problem =>
    diagnose(ruleOfProblem(problem.kind), findingOf(problem, file, ways.place())),
  )
  const pageCode = pageCodeOf(file, text, matter.bodyOffset)
  const { data, blanks } = withoutBlank(matter.data, schema.required)
  const { meta, meant, diagnostics, foreign } = readMeta(schema, {
    file,
    matter,
    data,
    blanks,
    at: placesOf(ways),
    inFile: ways.inFile,
    placeOf: ({ start, end }) => ways.place()(start, end),
  })
  return {
    meta,
    meant,
    raw: data,
    bodyOffset: matter.bodyOffset,
    hasOddCharacters: hasOddCharacters(text),
    mayHoldTimes: mayHoldTimes(text),
    ...(pageCode === undefined ? {} : { pageCode }),
    problems: [...problems, ...diagnostics],
    foreign,
  }
}

/** One file, read: pure, so that editors and tests can call it with text of their own. */
export const entryOf = <Meta>(
  schema: Schema<Meta>,
  file: string,
  path: string,
  text: string,
): { entry: Entry<Meta>; problems: readonly Diagnostic[]; foreign: readonly ForeignKey[] } => {
  const read = readMatter(schema, file, text)
  return { ...read, entry: entryFrom(file, path, read, () => text) }
}

/** The text and the places in it are looked for when they are asked for: of most files nobody asks. */
const entryFrom = <Meta>(
  file: string,
  path: string,
  { meta, raw, meant, bodyOffset, hasOddCharacters, mayHoldTimes, pageCode }: Read<Meta>,
  text: () => string,
  { stem = stemOf(path), owner }: Own = {},
): Entry<Meta> => {
  const matter = once(() => matterOf(path, text()))
  const body = once(() => bodyOf(path, text(), bodyOffset))
  const ways = waysInto(file, text, matter)
  return {
    file,
    path,
    stem,
    ...(owner === undefined ? {} : { owner }),
    meta,
    raw: bare(raw) as Entry<Meta>['raw'],
    meant,
    isRead: Object.keys(raw).length > 0,
    hasOddCharacters,
    mayHoldTimes,
    ...(pageCode === undefined ? {} : { pageCode }),
    get text() {
      return text()
    },
    get body() {
      return body().text
    },
    words: frontMatter,
    at: placesOf(ways),
    atBody: (offset, length = 0) => {
      const start = body().sourceOf(offset)
      return ways.place()(start, length === 0 ? start : body().sourceOf(offset + length - 1) + 1)
    },
    fix: fixesOf(file, ways),
  }
}

/** As the reader gives them, maps have no prototype: a key may be called `constructor`. What was recalled has lost that. */
const bare = (value: Written | Readonly<Record<string, Written>>): unknown => {
  if (Array.isArray(value)) return value.map(bare)
  if (typeof value !== 'object' || value === null || Object.getPrototypeOf(value) === null) return value
  const map: Record<string, unknown> = Object.create(null)
  for (const [key, inner] of Object.entries(value)) map[key] = bare(inner)
  return map
}

type Path = readonly (string | number)[]

/** The front matter of a file, and the ways into it. */
interface Ways {
  readonly matter: () => FrontMatter
  readonly place: () => PlaceOf
  /** Paths count in what was read, from which blank items were left out. */
  readonly inFile: (path: string | Path) => Path
}

const waysInto = (file: string, text: () => string, matter: () => FrontMatter): Ways => {
  const inFile = once(() => pathsInFile(matter().data))
  return {
    matter,
    place: once(() => placesIn(file, text())),
    inFile: path => inFile()(typeof path === 'string' ? [path] : path),
  }
}

const placesOf =
  ({ matter, place, inFile }: Ways): Entry<never>['at'] =>
  (field = [], part = 'value') => {
    const { start, end } = matter().locate(inFile(field), part)
    return place()(start, end)
  }

const fixesOf = (file: string, { matter, inFile: list }: Ways): Entry<never>['fix'] => {
  return {
    replace: (path, value) => fixOf(file, `Write "${value}"`, replaceScalar(matter(), list(path), value)),
    rename: (path, key) => fixOf(file, `Rename the key to "${key}"`, renameKey(matter(), list(path), key)),
    remove: path => fixOf(file, 'Remove the line', removeEntry(matter(), list(path))),
    insert: (key, value) => fixOf(file, `Add "${key}"`, insertEntry(matter(), key, value)),
  }
}

const emptyEntry = <Meta>(file: string, path: string): Entry<Meta> => ({
  file,
  path,
  stem: stemOf(path),
  meta: {},
  raw: {},
  meant: [],
  isRead: false,
  hasOddCharacters: false,
  mayHoldTimes: false,
  body: '',
  text: '',
  words: frontMatter,
  at: () => ({ file }),
  atBody: () => ({ file }),
  fix: {
    replace: () => undefined,
    rename: () => undefined,
    remove: () => undefined,
    insert: () => undefined,
  },
})
