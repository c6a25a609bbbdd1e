/** Files of the output folder that no build wrote, and that this one would replace. */

import { join } from 'node:path'
import { type Diagnostic, diagnose } from '../diagnostic.ts'
import { feedBytes } from '../limits.ts'
import { feedName, generatorName } from '../names.ts'
import type { Change } from './compare.ts'
import { lookAt, type OutputFolder } from './output-folder.ts'
import foreign from './rules/foreign.ts'
import replaced from './rules/replaced.ts'
import { contentOf } from './there.ts'
import { Unwritable } from './unwritable.ts'

/** Of more files it is told by their number. */
const few = 3

/** Paths inside the output folder. None where the feed that is there is ours: then so is the rest. */
export const foreignIn = ({ root }: OutputFolder, changes: readonly Change[]): readonly string[] => {
  const paths = changes.flatMap(({ artefact, replaces }) => (replaces ? [artefact.path] : []))
  // The feed is written last, and says most.
  return paths.length === 0 || isOurs(join(root, feedName)) ? [] : paths.reverse()
}

/**
 * A show that was never published has nothing to replace: what is there belongs to somebody, be it the feed of another program, whose
 * subscribers are lost with its guids.
 */
export const refusal = (paths: readonly string[], shown: string): Unwritable => {
  const [first, ...rest] = paths
  const also = rest.length === 0 ? '' : ` (and so would it ${namesOf(rest, shown)})`
  const [it, is] = rest.length === 0 ? ['it', 'it is'] : ['them', 'they are']
  return new Unwritable({
    rule: foreign,
    file: `${shown}/${first}`,
    message: `${first} was not written by build-feed, and the build would replace it${also}`,
    help: `Move ${it} to another place, or remove ${it} if ${is} not needed any more; or name another folder with \`--out\`.`,
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
      message: `${first} was not written by build-feed, and was replaced${also}`,
      help: 'Let other programs write elsewhere, or name another folder with `--out`.',
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
  return Buffer.from(contentOf(feed)).includes(`<generator>${generatorName} `)
}
