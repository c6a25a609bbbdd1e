/** A folder that is being read, what there is to say about it, and how a file of it becomes text. */

import { type Diagnostic, diagnose, type RuleWords } from '../diagnostic.ts'
import { type Door, Refused, reasonOf, unknownName } from '../door/index.ts'
import { markdownFileBytes } from '../limits.ts'
import type { Memo } from '../memo.ts'
import { bareFormatOf } from '../names.ts'
import { bytesText } from '../units/amount.ts'
import { inFolder, nameOf } from '../units/file-name.ts'
import type { ForeignKey } from './foreign-keys.ts'
import {
  decodeText,
  type FrontMatter,
  type FrontMatterProblem,
  placeOf,
  type placesIn,
  readBare,
  readFrontMatter,
} from './front-matter.ts'
import { ruleOfProblem } from './rules/index.ts'
import unreadable from './rules/unreadable.ts'

/** One show folder that is being read, and what there is to say about it. */
export interface Loading {
  readonly door: Door
  readonly folder: string
  readonly memo: Memo
  /** Texts that count instead of what the files hold, by path. */
  readonly edited: ReadonlyMap<string, string> | undefined
  /** Of the lock, inside the folder. */
  readonly lockPath: string
  readonly diagnostics: Diagnostic[]
  readonly foreignKeys: ForeignKey[]
  /** Paths of what is there and cannot be read. */
  readonly unread: Set<string>
}

export const shown = ({ folder }: Loading, path: string): string => inFolder(folder, path)

export const say = (here: Loading, rule: RuleWords, path: string, message: string, help: string): void => {
  here.diagnostics.push(diagnose(rule, { place: { file: shown(here, path) }, message, help }))
}

export const sayUnreadable = (here: Loading, path: string, reason: string): void =>
  say(
    here,
    unreadable,
    path,
    `${nameOf(path)} cannot be read, so no feed is written: ${reason}`,
    helpOfUnreadable(here, path, reason),
  )

const helpOfUnreadable = (here: Loading, path: string, reason: string): string => {
  // Never to remove it: the next build would give every episode a new guid.
  if (path === here.lockPath)
    return `Put the file itself there, for instance from version control (\`git checkout -- ${shown(here, path)}\`): it holds the guids that subscribers know.`
  return reason === unknownName
    ? 'Rename it, in letters from a to z if in doubt; a file whose name begins with `_` is ignored.'
    : 'Repair it or remove it; build-feed ignores a file whose name begins with `_`.'
}

export const readBytes = (here: Loading, path: string): Buffer | undefined => {
  try {
    // The reader of the lock has words of its own for one that is too large.
    return path === here.lockPath ? here.door.read(path) : here.door.read(path, markdownFileBytes)
  } catch (error) {
    if (error instanceof Refused && error.kind === 'too-large' && path !== here.lockPath)
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

export const textOf = (here: Loading, path: string, bytes: Buffer | undefined): string | undefined => {
  if (bytes === undefined) return undefined
  const { text, problem } = decodeText(bytes)
  if (problem === undefined) return text
  here.diagnostics.push(
    diagnose(ruleOfProblem(problem.kind), {
      place: placeOf(shown(here, path), text, problem.start, problem.end),
      message: clause(problem.message),
      help: `${problem.help ?? 'Open the file in a text editor, and save it with the encoding UTF-8'}.`,
    }),
  )
  return undefined
}

export type PlaceOf = ReturnType<typeof placesIn>

/** The reader of front matter speaks in sentences; a finding's message follows a colon. */
export const clause = (sentence: string): string =>
  /^[A-Z][a-z ]/.test(sentence) ? sentence.charAt(0).toLowerCase() + sentence.slice(1) : sentence

export const findingOf = (problem: FrontMatterProblem, file: string, place: PlaceOf) => ({
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

/** A file that is no Markdown is front matter and nothing else. */
export const matterOf = (path: string, text: string): FrontMatter => {
  const format = bareFormatOf(path)
  return format === undefined ? readFrontMatter(text) : readBare(text, format)
}
