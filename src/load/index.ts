/** Show folder → Manuscript: reading text, YAML, schema. */

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import {
  type Diagnostic,
  diagnose,
  type Edit,
  type Fix,
  type Outcome,
  type Place,
  type RuleWords,
} from '../diagnostic.ts'
import type { Lock } from '../model.ts'
import type { Entry, Manuscript } from '../project.ts'
import { episodeSchema, type Schema, showSchema, type Written } from '../schema/index.ts'
import { insertEntry, removeEntry, renameKey, replaceScalar } from './edits.ts'
import { type Folder, fileLimit, hasShow, listFolder, reasonOf } from './folder.ts'
import { type ForeignKey, noteForeignKeys } from './foreign-keys.ts'
import {
  decodeText,
  type FrontMatter,
  type FrontMatterProblem,
  placeOf,
  readFrontMatter,
} from './front-matter.ts'
import { lockName, readLock } from './lock.ts'
import { readMeta } from './meta.ts'
import { ruleOfProblem } from './rules/index.ts'
import noShow from './rules/no-show.ts'
import outsideLink from './rules/outside-link.ts'
import tooMany from './rules/too-many-files.ts'
import unreadable from './rules/unreadable.ts'
import { foldUnknownKeys } from './unknown-keys.ts'

export { fileLimit, hasShow, lockName }

/** `location` is where the folder is; `folder` is how a person wrote it, and how messages name it. */
export const load = (
  location: string,
  folder: string,
  limit = fileLimit,
): Outcome<Manuscript | undefined> => {
  const diagnostics: Diagnostic[] = []
  const foreignKeys: ForeignKey[] = []
  const say = (rule: RuleWords, file: string, message: string, help: string): void => {
    diagnostics.push(diagnose(rule, { place: { file }, message, help }))
  }
  const shown = (path: string): string =>
    folder === '' || folder === '.' ? path : `${folder.replace(/\/+$/, '')}/${path}`

  let found: Folder
  try {
    found = listFolder(location, limit)
  } catch (error) {
    say(
      noShow,
      folder,
      `the show folder cannot be read: ${reasonOf(error)}`,
      `Name the folder that holds show.md, or make one with \`build-feed init ${folder}\`.`,
    )
    return { value: undefined, diagnostics }
  }
  if (found.tooMany) {
    say(
      tooMany,
      folder,
      `the folder holds ${limit.toLocaleString('en')} files or more`,
      'Name the folder of the show itself.',
    )
    return { value: undefined, diagnostics }
  }
  for (const path of found.outside)
    if (isText(path))
      say(
        outsideLink,
        shown(path),
        'this link leads out of the show folder and is not followed',
        'Put the file itself into the show folder.',
      )
  for (const [path, reason] of found.unreadable)
    say(
      unreadable,
      shown(path),
      `this cannot be read: ${reason}`,
      'Repair or remove it; a name that begins with `_` or `.` is ignored.',
    )

  const readText = (path: string): string | undefined => {
    let bytes: Uint8Array
    try {
      bytes = readFileSync(join(location, path))
    } catch (error) {
      say(
        unreadable,
        shown(path),
        `this cannot be read: ${reasonOf(error)}`,
        'Repair or remove it; a name that begins with `_` or `.` is ignored.',
      )
      return undefined
    }
    const { text, problem } = decodeText(bytes)
    if (problem !== undefined) {
      diagnostics.push(
        diagnose(ruleOfProblem(problem.kind), {
          place: placeOf(shown(path), text, problem.start, problem.end),
          message: clause(problem.message),
          help: `${problem.help ?? 'Save the file as UTF-8'}.`,
        }),
      )
      return undefined
    }
    return text
  }
  const readEntry = <Meta>(schema: Schema<Meta>, path: string): Entry<Meta> | undefined => {
    const text = readText(path)
    if (text === undefined) return undefined
    const { entry, problems, foreign } = entryOf(schema, shown(path), path, text)
    diagnostics.push(...problems)
    foreignKeys.push(...foreign)
    return entry
  }

  if (!found.files.has('show.md')) {
    if (!found.outside.has('show.md') && !found.unreadable.has('show.md'))
      say(
        noShow,
        shown('show.md'),
        'there is no show.md in this folder',
        `Run \`build-feed init ${folder}\` for a show to start from.`,
      )
  }
  const show = found.files.has('show.md') ? readEntry(showSchema, 'show.md') : undefined
  const episodes = [...found.files].filter(isEpisode).flatMap(path => readEntry(episodeSchema, path) ?? [])
  const lock = found.files.has(lockName)
    ? lockOf(readText(lockName), shown(lockName), diagnostics)
    : undefined

  return {
    value: {
      folder,
      show: show ?? emptyEntry(shown('show.md')),
      episodes,
      lock,
      files: found.files,
      unreadable: new Set(found.unreadable.keys()),
      outside: found.outside,
    },
    diagnostics: [...foldUnknownKeys(diagnostics), ...noteForeignKeys(foreignKeys)],
  }
}

const isText = (path: string): boolean => path.endsWith('.md') || path === lockName

const isEpisode = (path: string): boolean =>
  path.endsWith('.md') &&
  path !== 'show.md' &&
  !/(^|\/)readme\.md$/i.test(path) &&
  !/(^|\/)licen[sc]e\.md$/i.test(path)

const lockOf = (text: string | undefined, file: string, diagnostics: Diagnostic[]): Lock | undefined => {
  if (text === undefined) return undefined
  const read = readLock(file, text)
  diagnostics.push(...read.diagnostics)
  return read.value
}

/** One file, read: pure, so that editors and tests can call it with text of their own. */
export const entryOf = <Meta>(
  schema: Schema<Meta>,
  file: string,
  path: string,
  text: string,
): { entry: Entry<Meta> | undefined; problems: Diagnostic[]; foreign: ForeignKey[] } => {
  const matter = readFrontMatter(text)
  const at = (field: string | readonly (string | number)[] = [], part: 'key' | 'value' = 'value'): Place => {
    const { start, end } = matter.locate(typeof field === 'string' ? [field] : field, part)
    return placeOf(file, text, start, end)
  }
  const problems = matter.problems.map(problem =>
    diagnose(ruleOfProblem(problem.kind), findingOf(problem, file, text)),
  )
  const { meta, diagnostics, foreign } = readMeta(schema, { file, matter, at })
  return {
    entry: { ...frame(file, path, matter, text), meta, at, fix: fixesOf(file, matter) },
    problems: [...problems, ...diagnostics],
    foreign,
  }
}

type Path = string | readonly (string | number)[]

const fixesOf = (file: string, matter: FrontMatter): Entry<never>['fix'] => {
  const list = (path: Path): readonly (string | number)[] => (typeof path === 'string' ? [path] : path)
  const fix = (title: string, edits: readonly Edit[] | undefined): Fix | undefined =>
    edits === undefined || edits.length === 0 ? undefined : { file, title, edits }
  return {
    replace: (path, value) => fix(`Write "${value}"`, replaceScalar(matter, list(path), value)),
    rename: (path, key) => fix(`Rename the key to "${key}"`, renameKey(matter, list(path), key)),
    remove: path => fix('Remove the line', removeEntry(matter, list(path))),
    insert: (key, value) => fix(`Add "${key}"`, insertEntry(matter, key, value)),
  }
}

const frame = (file: string, path: string, matter: FrontMatter, text: string) => ({
  file,
  path,
  stem: path.replace(/\.md$/, ''),
  raw: matter.data as Readonly<Record<string, Written>>,
  isRead: Object.keys(matter.data).length > 0,
  body: matter.body,
  text,
  atBody: (offset: number, length = 0): Place =>
    placeOf(file, text, matter.bodyOffset + offset, matter.bodyOffset + offset + length),
})

/** The reader of front matter speaks in sentences; a finding's message follows a colon. */
const clause = (sentence: string): string =>
  /^[A-Z][a-z ]/.test(sentence) ? sentence.charAt(0).toLowerCase() + sentence.slice(1) : sentence

const findingOf = (problem: FrontMatterProblem, file: string, text: string) => ({
  place: placeOf(file, text, problem.start, problem.end),
  message: clause(problem.message),
  ...(problem.help === undefined ? {} : { help: `${problem.help}.` }),
  ...(problem.edits === undefined
    ? {}
    : { fix: { file, title: problem.help ?? 'Repair it', edits: problem.edits } }),
  ...(problem.related === undefined
    ? {}
    : {
        related: problem.related.map(({ start, end, message }) => ({
          place: placeOf(file, text, start, end),
          message: clause(message),
        })),
      }),
})

const emptyEntry = <Meta>(file: string): Entry<Meta> => ({
  file,
  path: 'show.md',
  stem: 'show',
  meta: {},
  raw: {},
  isRead: false,
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
