/** What each rule had to look at: so that nobody takes for checked what was not there. */

import type { Counted } from '../diagnostic.ts'
import { severityFor } from '../targets.ts'
import type { Evidence, Rule } from './evidence.ts'

/** What a show need not have, and a rule may be about: a file of some kind, the lock, pages; else a field by its key. */
export type Matter = 'recordings' | 'artwork' | 'chapters' | 'transcripts' | 'lock' | 'pages'

const ofFamilies: Readonly<Record<string, Matter>> = {
  audio: 'recordings',
  artwork: 'artwork',
  chapters: 'chapters',
  transcripts: 'transcripts',
  history: 'lock',
  website: 'pages',
}

const isThere: Readonly<Record<Matter, (evidence: Evidence) => boolean>> = {
  recordings: ({ items }) => items.some(({ recording }) => recording.audio !== undefined),
  artwork: ({ project, items }) =>
    project.picture !== undefined || items.some(({ recording }) => recording.picture !== undefined),
  chapters: ({ items }) => items.some(({ recording }) => recording.chapters.length > 0),
  transcripts: ({ items }) => items.some(({ recording }) => recording.transcripts.length > 0),
  lock: ({ lock }) => lock !== undefined,
  pages: ({ pages }) => pages !== undefined,
}

const isMatter = (name: string): name is Matter => Object.hasOwn(isThere, name)

/** Whether the show or one of its episodes has something of that name, be it valid or not. */
const has = (evidence: Evidence, name: string): boolean =>
  isMatter(name)
    ? isThere[name](evidence)
    : [evidence.entry, ...evidence.items.map(({ entry }) => entry)].some(
        ({ meta, raw }) => Object.hasOwn(meta, name) || Object.hasOwn(raw, name),
      )

/** What it looks at; empty where every show has it. */
const mattersOf = ({ id, looksAt }: Rule): readonly string[] => {
  const ofFamily = ofFamilies[id.slice(0, id.indexOf('/'))]
  return looksAt ?? (ofFamily === undefined ? [] : [ofFamily])
}

/** Whether there is anything that a rule looks at. */
export const hasFor = (rule: Rule, evidence: Evidence): boolean => {
  const matters = mattersOf(rule)
  return matters.length === 0 || matters.some(name => has(evidence, name))
}

/** Of the rules that are heard. `found`: the ids of those that found something. */
export const countedOf = (
  evidence: Evidence,
  rules: readonly Rule[],
  found: ReadonlySet<string>,
): Counted => {
  const known = new Map<string, boolean>()
  const isPresent = (name: string): boolean => {
    const there = known.get(name) ?? has(evidence, name)
    known.set(name, there)
    return there
  }
  const passed: string[] = []
  const finding: string[] = []
  const nothing: Record<string, string[]> = {}
  for (const rule of rules) {
    if (severityFor(rule, evidence.targets) === undefined) continue
    const matters = mattersOf(rule)
    if (found.has(rule.id)) finding.push(rule.id)
    else if (matters.length === 0 || matters.some(isPresent)) passed.push(rule.id)
    else nothing[matters.join(', ')] = [...(nothing[matters.join(', ')] ?? []), rule.id]
  }
  return { passed, found: finding, nothing }
}
