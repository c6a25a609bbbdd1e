/** Artefact[] against files: what a build would write otherwise. Writes nothing, and always compares bytes. */

import { dirname, join } from 'node:path'
import { type Diagnostic, diagnose } from '../diagnostic.ts'
import { staleFilesNamed } from '../limits.ts'
import { digest } from '../units/digest.ts'
import { once } from '../units/once.ts'
import { ours } from '../units/shell.ts'
import { turn } from '../units/turn.ts'
import type { WriteOptions } from './index.ts'
import { isFolderIn, lookAt } from './output-folder.ts'
import stale from './rules/stale.ts'
import { type Sources, sourcesOf } from './sources.ts'
import { contentOf, holds, sameBytes } from './there.ts'
import { reasonOf } from './unwritable.ts'

type State = 'missing' | 'different' | 'behind a link' | `not to be read: ${string}`

/** An artefact, or as much as is known of one that was made before. */
type Wanted = { readonly path: string } & WantedContent
type WantedContent =
  | { readonly bytes: Uint8Array }
  | { readonly digest: string }
  | { readonly source: string }

type StaleOptions = Pick<
  WriteOptions,
  'from' | 'to' | 'shown' | 'lock' | 'folder' | 'door' | 'measured' | 'onFile' | 'signal'
>

/** The files that are missing or different, the lock among them. Rejects with the reason of the signal only. */
export const findStale = async (
  artefacts: readonly Wanted[],
  options: StaleOptions,
): Promise<readonly Diagnostic[]> => {
  const { to, shown, lock, signal, onFile = () => {} } = options
  const isBehindLink = linksIn(to)
  const stateOf = comparing(sourcesOf(options))
  const looked: { file: string; state: State | undefined }[] =
    lock === undefined ? [] : [{ file: lock.shown, state: stateOf(lock.path, lock) }]
  for (const [i, artefact] of artefacts.entries()) {
    if ('source' in artefact) {
      onFile('Comparing', i + 1, artefacts.length, artefact.source)
      await turn(signal)
    }
    const state = isBehindLink(artefact.path) ? 'behind a link' : stateOf(join(to, artefact.path), artefact)
    looked.push({ file: `${shown}/${artefact.path}`, state })
  }
  const found = looked.filter((one): one is { file: string; state: State } => one.state !== undefined)
  const rest = found.slice(staleFilesNamed)
  const help = `Run \`${ours()}\` without \`--check\` to write it.`
  return [
    ...found
      .slice(0, staleFilesNamed)
      .map(({ file, state }) =>
        diagnose(stale, { place: { file }, message: `this is ${words[state] ?? state}`, help }),
      ),
    ...(rest.length === 0
      ? []
      : [
          diagnose(stale, {
            place: { file: shown },
            message: `${rest.length} more files are missing or different from what a build would write`,
            help,
          }),
        ]),
  ]
}

const words: Readonly<Record<string, string>> = {
  missing: 'missing, and a build would write it',
  different: 'out of date: a build would write something else',
  'behind a link': 'in a folder that is a link, and a build writes through no link',
}

/** By content: a fresh checkout and a restored cache have other times. */
const comparing = (sources: Sources) => {
  const isSame = once(sameBytes)
  const isSource = (path: string, source: string): boolean => {
    const file = sources.open(source)
    try {
      return isSame()(path, file)
    } finally {
      file.close()
    }
  }
  const isWanted = (path: string, wanted: WantedContent): boolean => {
    if ('source' in wanted) return isSource(path, wanted.source)
    return 'bytes' in wanted ? holds(path, wanted.bytes) : digest(contentOf(path)) === wanted.digest
  }
  return (path: string, wanted: WantedContent): State | undefined => {
    try {
      const there = lookAt(path)
      if (there === undefined) return 'missing'
      if (!there.isFile()) return 'different'
      return isWanted(path, wanted) ? undefined : 'different'
    } catch (error) {
      return `not to be read: ${reasonOf(error)}`
    }
  }
}

const linksIn = (root: string): ((path: string) => boolean) => {
  const known = new Map<string, boolean>()
  return path => {
    const folder = dirname(path)
    const isLinked =
      known.get(folder) ?? (lookAt(join(root, folder)) !== undefined && !isFolderIn(root, folder))
    known.set(folder, isLinked)
    return isLinked
  }
}
