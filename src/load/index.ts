/** Show folder → Manuscript: reading text, YAML, schema. */

import {
  type Diagnostic,
  diagnose,
  type Edit,
  type Fix,
  type Outcome,
  type RuleWords,
} from '../diagnostic.ts'
import { type Door, Refused, reasonOf, unknownName } from '../door/index.ts'
import { episodeSchema, showSchema } from '../fields/index.ts'
import { markdownFileBytes, showFiles } from '../limits.ts'
import { forgetful, type Memo } from '../memo.ts'
import type { Lock } from '../model.ts'
import { isMarkdown, isShowPath, lockName, showName, stemOf } from '../names.ts'
import type { Entry, Manuscript, PageCode } from '../project.ts'
import type { Schema, Written } from '../schema/index.ts'
import { bytesText } from '../units/amount.ts'
import { inFolder } from '../units/file-name.ts'
import { once } from '../units/once.ts'
import { ours } from '../units/shell.ts'
import { hasOddCharacters, mayHoldTimes } from '../units/text.ts'
import { pathsInFile, withoutBlank } from './blank.ts'
import { insertEntry, removeEntry, renameKey, replaceScalar } from './edits.ts'
import { type Folder, listFolder } from './folder.ts'
import { type ForeignKey, noteForeignKeys, noteForeignKeysOfEach } from './foreign-keys.ts'
import {
  decodeText,
  type FrontMatter,
  type FrontMatterProblem,
  placeOf,
  placesIn,
  readFrontMatter,
} from './front-matter.ts'
import { readLock } from './lock.ts'
import { markdownFilesIn } from './markdown-files.ts'
import { readMeta } from './meta.ts'
import { whyNoShow } from './no-show.ts'
import { bodyOf, pageCodeOf } from './page-code.ts'
import { ruleOfProblem } from './rules/index.ts'
import noShow from './rules/no-show.ts'
import outsideLink from './rules/outside-link.ts'
import sameStem from './rules/same-stem.ts'
import tooMany from './rules/too-many-files.ts'
import unreadable from './rules/unreadable.ts'
import { foldUnknownKeys } from './unknown-keys.ts'

export { lockName, readLock, showFiles }

export interface LoadOptions {
  /** A folder with so many files or more is taken for a mistake. */
  readonly limit?: number | undefined
  readonly memo?: Memo | undefined
  /** Where in the folder the output goes, if it goes there. */
  readonly output?: string | undefined
  /** Whether what stands in many files is told once. Default: yes. */
  readonly isFolded?: boolean
  /** Texts that count instead of what the files hold, by path. */
  readonly edited?: ReadonlyMap<string, string> | undefined
}

/** `door` leads to the folder; `folder` is how a person wrote it, and how messages name it. */
export const load = (
  door: Door,
  folder: string,
  { limit = showFiles, memo = forgetful, output, isFolded = true, edited }: LoadOptions = {},
): Outcome<Manuscript | undefined> => {
  const here: Loading = {
    door,
    folder,
    memo,
    edited,
    diagnostics: [],
    foreignKeys: [],
    unread: new Set(),
  }
  const { diagnostics, foreignKeys, unread } = here
  const found = listed(here, limit, output)
  if (found === undefined) return { value: undefined, diagnostics }
  sayUnfollowed(here, found)
  const markdown = markdownFilesIn(found.files)
  if (isNoShow(found, markdown.show)) {
    const { message, help, isElsewhere } = whyNoShow(found, folder)
    say(here, noShow, showName, message, help)
    // What is here is not meant: of each file it would be said that it is no good episode.
    if (isElsewhere) return { value: undefined, diagnostics }
  }
  for (const { path, first } of markdown.repeats) say(here, sameStem, path, ...sameStemWords(path, first))
  const show = markdown.show === undefined ? undefined : readEntry(here, showSchema, markdown.show)
  const episodes = markdown.episodes.flatMap(path => readEntry(here, episodeSchema, path) ?? [])
  const lock = found.files.has(lockName) ? lockOf(here) : undefined
  return {
    value: {
      folder,
      show: show ?? emptyEntry(shown(here, markdown.show ?? showName), markdown.show ?? showName),
      episodes,
      lock,
      files: found.files,
      unreadable: unread,
      outside: found.outside,
      ignored: found.ignored,
      linked: found.linked,
    },
    diagnostics: isFolded
      ? [...foldUnknownKeys(diagnostics), ...noteForeignKeys(foreignKeys)]
      : [...diagnostics, ...noteForeignKeysOfEach(foreignKeys)],
  }
}

/** One show folder that is being read, and what there is to say about it. */
interface Loading {
  readonly door: Door
  readonly folder: string
  readonly memo: Memo
  readonly edited: LoadOptions['edited']
  readonly diagnostics: Diagnostic[]
  readonly foreignKeys: ForeignKey[]
  /** Paths of what is there and cannot be read. */
  readonly unread: Set<string>
}

const shown = ({ folder }: Loading, path: string): string => inFolder(folder, path)

const say = (here: Loading, rule: RuleWords, path: string, message: string, help: string): void => {
  here.diagnostics.push(diagnose(rule, { place: { file: shown(here, path) }, message, help }))
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
const listed = (here: Loading, limit: number, output: LoadOptions['output']): Folder | undefined => {
  const { door, folder } = here
  let found: Folder
  try {
    found = listFolder(door, limit, output)
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
    `the folder holds ${limit.toLocaleString('en')} files and folders or more`,
    'Name the folder of the show itself.',
  )
  return undefined
}

const sayUnfollowed = (here: Loading, found: Folder): void => {
  for (const [path, reason] of found.outside)
    if (isText(path))
      say(
        here,
        outsideLink,
        path,
        `this link is not followed: ${reason}`,
        'Put the file itself into the show folder.',
      )
  for (const [path, reason] of found.unreadable) {
    here.unread.add(path)
    sayUnreadable(here, path, reason)
  }
}

const sayUnreadable = (here: Loading, path: string, reason: string): void =>
  say(
    here,
    unreadable,
    path,
    `this cannot be read: ${reason}`,
    helpOfUnreadable(shown(here, path), path, reason),
  )

const helpOfUnreadable = (file: string, path: string, reason: string): string => {
  // Never to remove it: the next build would give every episode a new guid.
  if (path === lockName)
    return `Put the file itself there, for instance from version control (\`git checkout -- ${file}\`): it holds the guids that subscribers know.`
  return reason === unknownName
    ? 'Rename it, in letters from a to z if in doubt; a name that begins with `_` or `.` is ignored.'
    : 'Repair or remove it; a name that begins with `_` or `.` is ignored.'
}

const isNoShow = (found: Folder, show: string | undefined): boolean =>
  show === undefined && ![...found.outside.keys(), ...found.unreadable.keys()].some(isShowPath)

const readBytes = (here: Loading, path: string): Buffer | undefined => {
  try {
    // The reader of the lock has words of its own for one that is too large.
    return path === lockName ? here.door.read(path) : here.door.read(path, markdownFileBytes)
  } catch (error) {
    if (error instanceof Refused && error.kind === 'too-large' && path !== lockName)
      say(
        here,
        ruleOfProblem('too-large'),
        path,
        `the file has more than ${bytesText(markdownFileBytes)}, the most that is read as Markdown`,
        'Move what is not text out of the file, or split it.',
      )
    else sayUnreadable(here, path, reasonOf(error))
    return undefined
  }
}

const textOf = (here: Loading, path: string, bytes: Buffer | undefined): string | undefined => {
  if (bytes === undefined) return undefined
  const { text, problem } = decodeText(bytes)
  if (problem === undefined) return text
  here.diagnostics.push(
    diagnose(ruleOfProblem(problem.kind), {
      place: placeOf(shown(here, path), text, problem.start, problem.end),
      message: clause(problem.message),
      help: `${problem.help ?? 'Save the file as UTF-8'}.`,
    }),
  )
  return undefined
}

const readEntry = <Meta>(here: Loading, schema: Schema<Meta>, path: string): Entry<Meta> | undefined => {
  const file = shown(here, path)
  const instead = here.edited?.get(path)
  const bytes = once(() => (instead === undefined ? readBytes(here, path) : Buffer.from(instead)))
  const decode = once(() => textOf(here, path, bytes()))
  const readAnew = (): Read<Meta> | undefined => {
    const text = decode()
    return text === undefined ? undefined : readMatter(schema, file, text)
  }
  // Of a file it is known how it stands, and of another text of it nothing.
  const read =
    instead === undefined
      ? here.memo.recallFileNow<Read<Meta> | undefined>(`entry ${file}`, path, readAnew)
      : readAnew()
  if (read === undefined) {
    here.unread.add(path)
    return undefined
  }
  here.diagnostics.push(...read.problems)
  here.foreignKeys.push(...read.foreign)
  // What is recalled was read from the same bytes, so they can be decoded.
  return entryFrom(file, path, read, () => decode() ?? '')
}

const sameStemWords = (path: string, first: string): [message: string, help: string] => {
  const what = isShowPath(path) ? 'the show' : 'the same episode'
  return [
    `${path} and ${first} would both be ${what}, so ${path} is not read`,
    `Keep the one that is right, and remove or rename the other.`,
  ]
}

const isText = (path: string): boolean => isMarkdown(path) || path === lockName

const lockOf = (here: Loading): Lock | undefined => {
  const bytes = readBytes(here, lockName)
  if (bytes === undefined) return undefined
  const { value, diagnostics } = readLock(shown(here, lockName), bytes)
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
  const matter = readFrontMatter(text)
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
): Entry<Meta> => {
  const matter = once(() => readFrontMatter(text()))
  const body = once(() => bodyOf(path, text(), bodyOffset))
  const ways = waysInto(file, text, matter)
  return {
    file,
    path,
    stem: stemOf(path),
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

type PlaceOf = ReturnType<typeof placesIn>
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
  const fix = (title: string, edits: readonly Edit[] | undefined): Fix | undefined =>
    edits === undefined || edits.length === 0 ? undefined : { file, title, edits }
  return {
    replace: (path, value) => fix(`Write "${value}"`, replaceScalar(matter(), list(path), value)),
    rename: (path, key) => fix(`Rename the key to "${key}"`, renameKey(matter(), list(path), key)),
    remove: path => fix('Remove the line', removeEntry(matter(), list(path))),
    insert: (key, value) => fix(`Add "${key}"`, insertEntry(matter(), key, value)),
  }
}

/** The reader of front matter speaks in sentences; a finding's message follows a colon. */
const clause = (sentence: string): string =>
  /^[A-Z][a-z ]/.test(sentence) ? sentence.charAt(0).toLowerCase() + sentence.slice(1) : sentence

const findingOf = (problem: FrontMatterProblem, file: string, place: PlaceOf) => ({
  place: place(problem.start, problem.end),
  message: clause(problem.message),
  ...(problem.help === undefined ? {} : { help: `${problem.help}.` }),
  ...(problem.edits === undefined
    ? {}
    : { fix: { file, title: problem.help ?? 'Repair it', edits: problem.edits } }),
  ...(problem.related === undefined
    ? {}
    : {
        related: problem.related.map(({ start, end, message }) => ({
          place: place(start, end),
          message: clause(message),
        })),
      }),
})

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
  at: () => ({ file }),
  atBody: () => ({ file }),
  fix: {
    replace: () => undefined,
    rename: () => undefined,
    remove: () => undefined,
    insert: () => undefined,
  },
})
