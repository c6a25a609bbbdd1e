/** Files of the output folder that no build wrote, and that this one would replace. */

import { join } from 'node:path'
import { type Diagnostic, diagnose } from '../diagnostic.ts'
import { feedBytes } from '../limits.ts'
import { feedName, generatorName } from '../names.ts'
import type { Artefact } from '../podcast.ts'
import type { Change } from './compare.ts'
import { lookAt, type OutputFolder } from './output-folder.ts'
import foreign from './rules/foreign.ts'
import replaced from './rules/replaced.ts'
import { contentHas } from './there.ts'
import { Unwritable } from './unwritable.ts'

/** Of more files it is told by their number. */
const few = 3

export interface Foreign {
  /** Inside the output folder. None where the feed that is there is ours: then so is what it names. */
  readonly files: readonly string[]
  /** Pages and what belongs to them. A site of somebody's own may well stand beside a feed of ours, so each says whose it is. */
  readonly pages: readonly string[]
}

export const foreignIn = ({ root }: OutputFolder, changes: readonly Change[]): Foreign => {
  const replacing = changes.filter(({ replaces }) => replaces)
  const pages = replacing.filter(({ artefact, final }) => markOf(artefact) && !hasMark(final, artefact))
  const files = replacing.filter(({ artefact }) => !markOf(artefact))
  return {
    // The feed is written last, and says most.
    files: files.length === 0 || isOurs(join(root, feedName)) ? [] : pathsOf(files).reverse(),
    pages: pathsOf(pages),
  }
}

const pathsOf = (changes: readonly Change[]): string[] => changes.map(({ artefact }) => artefact.path)

const markOf = (artefact: Artefact): string | undefined => ('mark' in artefact ? artefact.mark : undefined)

const hasMark = (final: string, artefact: Artefact): boolean => {
  const there = lookAt(final)
  return there !== undefined && there.size <= feedBytes && contentHas(final, markOf(artefact)!)
}

/**
 * A show that was never published has nothing to replace: what is there belongs to somebody, be it the feed of another program, whose
 * subscribers are lost with its guids.
 */
export const refusal = ({ files, pages }: Foreign, shown: string): Unwritable => {
  const [first, ...rest] = [...files, ...pages]
  const also = rest.length === 0 ? '' : ` (and so would it ${namesOf(rest, shown)})`
  const [it, is] = rest.length === 0 ? ['it', 'it is'] : ['them', 'they are']
  return new Unwritable({
    rule: foreign,
    file: `${shown}/${first}`,
    message: `${first} was not written by build-feed, and the build would replace it${also}`,
    help: `Move ${it} to another place, or remove ${it} if ${is} no longer needed; or name another folder with \`--out\`${pages.length > 0 ? ', or say `website: false` in show.md' : ''}.`,
  })
}

/** What a show that has a lock does without a question: whoever lets another program write there too wants the last word to be ours. */
export const replacement = (paths: readonly string[], shown: string): readonly Diagnostic[] => {
  const [first, ...rest] = paths
  if (first === undefined) return []
  const also =
    rest.length === 0 ? '' : `, and so ${rest.length === 1 ? 'was' : 'were'} ${namesOf(rest, shown)}`
  return [
    diagnose(replaced, {
      place: { file: `${shown}/${first}` },
      message: `${first} was not written by build-feed, and was replaced${also}: what another program wrote there is gone`,
      help: 'Let the other program write to another folder, or choose another for this build with `--out`.',
    }),
  ]
}

const namesOf = (paths: readonly string[], shown: string): string => {
  const named = paths.slice(0, few).map(path => `${shown}/${path}`)
  const more = paths.length - few
  return more > 0 ? `${named.join(', ')} and ${more} more` : named.join(' and ')
}

const isOurs = (feed: string): boolean => {
  const there = lookAt(feed)
  if (!there?.isFile() || there.size > feedBytes) return false
  return contentHas(feed, `<generator>${generatorName} `)
}
