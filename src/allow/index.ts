/** Silence on purpose: `allow: [rule ids]` in a file's front matter is about that file, in show.md about the whole show. */

import {
  type Diagnostic,
  diagnose,
  type Fix,
  isError,
  type Place,
  type RuleWords,
  type Targets,
} from '../diagnostic.ts'
import { fewOfEachRule } from '../few.ts'
import { ownersOf } from '../owners.ts'
import type { Entry, Manuscript, Project } from '../project.ts'
import { currentId, retiredRule } from '../retired.ts'
import { severityFor } from '../targets.ts'
import { once } from '../units/once.ts'
import { ours } from '../units/shell.ts'
import { nearest } from '../units/text.ts'
import neverError from './rules/never-error.ts'
import unknownRule from './rules/unknown-rule.ts'
import unused from './rules/unused.ts'

interface Allowance {
  readonly id: string
  readonly entry: Entry<object>
  /** In show.md: about every file. */
  readonly isForAll: boolean
  readonly place: () => Place
  readonly remove: () => Fix | undefined
  readonly replace: (id: string) => Fix | undefined
}

export interface Allowed {
  /** Without what was allowed. */
  readonly kept: readonly Diagnostic[]
  /** What is to be said about the allowances. */
  readonly about: readonly Diagnostic[]
}

/**
 * What is left when what was allowed is left out. Errors stay: what stops a build cannot be wished away.
 * Pure.
 */
export const allow = (
  diagnostics: readonly Diagnostic[],
  { manuscript, recordings }: Pick<Project, 'manuscript' | 'recordings'>,
  rules: ReadonlyMap<string, RuleWords>,
  targets: Targets,
): Allowed => {
  const allowances = allowancesOf(manuscript)
  if (allowances.length === 0) return { kept: diagnostics, about: [] }

  const owners = once(() => ownersOf(manuscript))
  const reaching = new Set(allowances.map(reachOf))
  const used = new Set<string>()
  const kept = diagnostics.filter(diagnostic => {
    if (isError(diagnostic, rules, targets)) return true
    const { rule: id, place } = diagnostic
    const reaches = [{ id }, ...owners()(place.file).map(file => ({ id, file }))]
    const matching = reaches.map(reachText).filter(reach => reaching.has(reach))
    for (const reach of matching) used.add(reach)
    return matching.length === 0
  })

  // What could not be read has not been judged: with an error, or without the audio, a finding may be missing that is there otherwise.
  const isWhole = !diagnostics.some(diagnostic => isError(diagnostic, rules, targets))
  const isMeasured = recordings.every(({ audio }) => audio?.from === 'disk')
  const about = fewOfEachRule()
  for (const allowance of allowances) {
    const { id, entry } = allowance
    const rule = rules.get(id)
    const isJudged = isWhole && (isMeasured || !id.startsWith('audio/'))
    if (rule === undefined) about.say(unknownRule, entry.file, () => unknown(allowance, rules))
    else if (severityFor(rule, targets) === 'error') about.say(neverError, entry.file, () => never(allowance))
    else if (isJudged && !used.has(reachOf(allowance))) about.say(unused, entry.file, () => idle(allowance))
  }
  return { kept, about: about.all() }
}

/** What is allowed where; without a file, everywhere. */
const reachText = ({ id, file = '' }: { readonly id: string; readonly file?: string | undefined }): string =>
  JSON.stringify([id, file])

const reachOf = ({ id, isForAll, entry }: Allowance): string =>
  reachText(isForAll ? { id } : { id, file: entry.file })

const allowancesOf = ({ show, episodes }: Manuscript): readonly Allowance[] => [
  ...written(show, true),
  ...episodes.flatMap(episode => written(episode, false)),
]

const written = (
  entry: Entry<{ readonly allow?: readonly string[] }>,
  isForAll: boolean,
): readonly Allowance[] =>
  (entry.meta.allow ?? []).map((asked, index) => {
    const id = currentId(asked)
    const path = Array.isArray(entry.raw.allow) ? ['allow', index] : ['allow']
    return {
      id,
      entry,
      isForAll,
      place: () => entry.at(path),
      remove: () => entry.fix.remove(path),
      replace: id => entry.fix.replace(path, id),
    }
  })

const unknown = (
  { id, place, remove, replace }: Allowance,
  rules: ReadonlyMap<string, RuleWords>,
): Diagnostic => {
  const gone = retiredRule(id)
  if (gone !== undefined)
    return diagnose(unknownRule, {
      place: place(),
      message: `the rule \`${id}\` was retired, so there is nothing to allow`,
      help: `Remove \`${id}\` from the list. ${gone.because}`,
      fix: remove(),
    })
  const near = nearest(id, rules.keys())
  return diagnose(unknownRule, {
    place: place(),
    message: `there is no rule "${id}", so this allows nothing`,
    help:
      near === undefined ? `Run \`${ours('explain')}\` to see the rules there are.` : `Write \`${near}\`.`,
    ...(near === undefined ? {} : { fix: replace(near) }),
  })
}

const never = ({ id, place, remove }: Allowance): Diagnostic =>
  diagnose(neverError, {
    place: place(),
    message: `\`${id}\` is an error, which stops the build and cannot be allowed`,
    help: `Remove \`${id}\` from the list, and correct what it finds.`,
    fix: remove(),
  })

const idle = ({ id, place, isForAll, remove }: Allowance): Diagnostic =>
  diagnose(unused, {
    place: place(),
    message: `\`${id}\` finds nothing ${isForAll ? 'in this show' : 'here'} any more, so allowing it would only hide a later mistake`,
    help: `Remove \`${id}\` from the list.`,
    fix: remove(),
  })
