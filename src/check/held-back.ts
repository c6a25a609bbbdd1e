/**
 * What is not in the feed stops nothing. How severe a finding is that is there only because of an episode that is held back
 * is decided here, for every rule: a draft is heard of, and no more; what is scheduled warns, because on its day it will stop the build.
 */

import type { Diagnostic, Held, Severity } from '../diagnostic.ts'
import { ownersOf } from '../owners.ts'
import { once } from '../units/once.ts'
import { type Evidence, type Found, findIn, heldIn, type Item, type Rule } from './evidence.ts'

const MOST: Readonly<Record<Held, Severity>> = { future: 'warning', draft: 'note', limit: 'note' }
const MILDEST_LAST: readonly Severity[] = ['error', 'warning', 'note']

const REMARKS: Readonly<Record<Held, string>> = {
  future: 'scheduled: on its day this stops the build',
  draft: 'a draft: this stops nothing',
  limit: 'beyond `limit`: this stops nothing',
}

/** As severe as it can be in an episode that is held back, and marked as of one. */
export const ofHeld = (diagnostic: Diagnostic, held: Held | undefined): Diagnostic => {
  if (held === undefined) return diagnostic
  const { severity, message } = diagnostic
  const isMilder = MILDEST_LAST.indexOf(MOST[held]) > MILDEST_LAST.indexOf(severity)
  return isMilder
    ? { ...diagnostic, held, severity: MOST[held], message: `${message} (${REMARKS[held]})` }
    : { ...diagnostic, held }
}

/** In a preview, a draft is seen of which a build would say nothing yet: what it lacks hides no page, neither its own nor another. */
const heldAs = (
  evidence: Pick<Evidence, 'drafts' | 'isPreview'>,
  item: Pick<Item, 'held'>,
): Held | undefined => (evidence.isPreview ? item.held : heldIn(evidence, item))

// ------------------------------------------------------------------------------------- what a rule has found

export interface FoundWith {
  /** What has to be held back no more for these to be in the feed. Undefined: they are. */
  readonly held: Held | undefined
  readonly found: readonly Found[]
}

/** What a rule has found, by what it is about; the most severe first. */
export const partsOf = (
  evidence: Evidence,
): ((rule: Rule, found: readonly Found[]) => readonly FoundWith[]) => {
  const isHeld = evidence.items.some(item => heldAs(evidence, item) !== undefined)
  const published = once(() => without(evidence, ['draft', 'future']))
  const coming = once(() => without(evidence, ['draft']))
  const limitOf = once(() => heldOf(evidence, ['limit']))
  return (rule, found) => {
    if (found.length === 0 || !isHeld) return [{ held: undefined, found }]
    const [now, later] = parted(found, amongst(rule, evidence, published()))
    const [scheduled, draft] = parted(later, amongst(rule, evidence, coming()))
    const [rest, beyond] = parted(now, one => !filesOf(one).every(file => limitOf()(file) !== undefined))
    return [
      { held: undefined, found: rest },
      { held: 'future', found: scheduled },
      { held: 'draft', found: draft },
      { held: 'limit', found: beyond },
    ]
  }
}

/** Whether a rule finds the same without what is held back. */
const amongst = (rule: Rule, whole: Evidence, part: Evidence): ((found: Found) => boolean) => {
  if (part === whole) return () => true
  const same = once(() => new Set(Array.from(findIn(rule, part), nameOf)))
  return found => same().has(nameOf(found))
}

const nameOf = ({ place, message }: Found): string =>
  [place.file, place.line, place.column, message].join('\n')

const filesOf = ({ place, related = [] }: Found): readonly string[] => [
  place.file,
  ...related.map(other => other.place.file),
]

const parted = (
  found: readonly Found[],
  isOne: (found: Found) => boolean,
): readonly [readonly Found[], readonly Found[]] => [found.filter(isOne), found.filter(one => !isOne(one))]

const without = (evidence: Evidence, held: readonly Held[]): Evidence => {
  const items = evidence.items.filter(item => !held.includes(heldAs(evidence, item) as Held))
  return items.length === evidence.items.length ? evidence : { ...evidence, items }
}

// ------------------------------------------------------------------------------- what other stages have found

/** What was found by reading, measuring and allowing: each as severe as it is for the episodes whose file it is about. */
export const weigh = (evidence: Evidence, diagnostics: readonly Diagnostic[]): readonly Diagnostic[] => {
  if (diagnostics.length === 0 || evidence.items.every(item => heldAs(evidence, item) === undefined))
    return diagnostics
  const of = heldOf(evidence, ['future', 'draft', 'limit'])
  const milder = diagnostics.map(one => ofHeld(one, of(one.place.file)))
  // What is said once of many episodes may stand at one that is held back. An episode of the feed is never left out in silence.
  const isWhole = evidence.items.every(
    item => item.release !== undefined || heldAs(evidence, item) !== undefined,
  )
  return isWhole || milder.some(({ severity }) => severity === 'error') ? milder : diagnostics
}

/** Of a file: how it is held back, when nothing of the show or of the feed has it too; else the one of these that is named first. */
const heldOf = (
  evidence: Pick<Evidence, 'items' | 'drafts' | 'isPreview' | 'project'>,
  kinds: readonly Held[],
): ((file: string) => Held | undefined) => {
  const items = new Map(evidence.items.map((item): [string, Item] => [item.entry.file, item]))
  const owners = ownersOf(evidence.project.manuscript)
  return file => {
    const held = owners(file).map(owner => {
      const item = items.get(owner)
      return item && heldAs(evidence, item)
    })
    return held.every(one => one !== undefined && kinds.includes(one))
      ? kinds.find(kind => held.includes(kind))
      : undefined
  }
}
