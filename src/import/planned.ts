/** What an import comes to in a folder: everything that is to be written, and what is let be. */

import { join } from 'node:path'
import { isThere, namesIn } from '../door/index.ts'
import type { Lock } from '../model.ts'
import { isIgnored, lockName } from '../names.ts'
import { compose } from './compose.ts'
import { type Merge, mergeOf } from './merge.ts'
import { presentIn } from './present.ts'
import type { SourceShow } from './source.ts'

export interface Planned extends Merge {
  /** The lock as it stands there; undefined where there is no show yet. */
  readonly before: Lock | undefined
}

export interface Planning {
  readonly location: string
  readonly folder: string
  readonly baseUrl?: string | undefined
  /** Files that were brought over just now. */
  readonly fetched?: ReadonlySet<string>
  readonly isDryRun?: boolean | undefined
}

/** Where something else is there than this show, what that is. */
export const plannedIn = async (
  source: SourceShow,
  { location, folder, baseUrl, fetched = new Set(), isDryRun = false }: Planning,
): Promise<Planned | { readonly inTheWay: string }> => {
  const taken = isThere(location) ? namesIn(location).find(name => !isIgnored(name)) : undefined
  if (taken === undefined) return newShow(source, baseUrl)
  const present = presentIn(location, folder)
  const merge = present && (await mergeOf(source, present, { baseUrl, fetched, isDryRun }))
  return merge ? { ...merge, before: present.lock } : { inTheWay: join(location, taken) }
}

const newShow = async (source: SourceShow, baseUrl: string | undefined): Promise<Planned> => {
  const composed = await compose(source, { baseUrl })
  return {
    composed,
    lock: composed.lock,
    before: undefined,
    added: [...composed.files].flatMap(([path, text]) => (path === lockName ? [] : [{ path, text }])),
    updated: [],
    unchanged: 0,
    differences: [],
    edits: [],
    remarks: [],
    leftOut: new Set(),
  }
}
