/** Artefact[] against files: what a build would write otherwise. Writes nothing. */

import { closeSync, openSync, readFileSync, readSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { type Diagnostic, diagnose } from '../diagnostic.ts'
import type { Artefact, Made } from '../model.ts'
import { isInState } from '../units/file-state.ts'
import { reasonOf, type WriteOptions } from './index.ts'
import stale from './rules/stale.ts'

/** So many are told one by one. */
const most = 20

type State = 'missing' | 'different' | `not to be read: ${string}`

/** The files that are missing or different, the lock among them. Never throws. */
export const findStale = (
  artefacts: readonly Artefact[],
  { from, to, shown, lock }: Pick<WriteOptions, 'from' | 'to' | 'shown' | 'lock'>,
): readonly Diagnostic[] => {
  const found = [
    ...(lock === undefined ? [] : [{ file: lock.shown, state: stateOf(lock.path, lock) }]),
    ...artefacts.map(artefact => ({
      file: `${shown}/${artefact.path}`,
      state: stateOf(join(to, artefact.path), artefact, from),
    })),
  ].filter((one): one is { file: string; state: State } => one.state !== undefined)
  const rest = found.slice(most)
  const help = 'Run `build-feed` without `--check`.'
  return [
    ...found
      .slice(0, most)
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
  different: 'not what a build would write',
}

const stateOf = (
  path: string,
  artefact: { bytes: Uint8Array; made?: Made } | { source: string },
  from = '',
): State | undefined => {
  try {
    const there = statSync(path, { throwIfNoEntry: false })
    if (there === undefined) return 'missing'
    const isSame =
      'source' in artefact
        ? isCopy(path, there.size, join(from, artefact.source))
        : isInState(there, artefact.made?.state) ||
          (there.size === artefact.bytes.length && readFileSync(path).equals(artefact.bytes))
    return isSame ? undefined : 'different'
  } catch (error) {
    return `not to be read: ${reasonOf(error)}`
  }
}

/** Bytes. */
const block = 1 << 20

/** By content: a fresh checkout and a restored cache have other times. */
const isCopy = (path: string, size: number, source: string): boolean => {
  const original = statSync(source)
  if (original.size !== size) return false
  const there = statSync(path)
  if (there.ino === original.ino && there.dev === original.dev) return true
  const files = [openSync(path, 'r'), openSync(source, 'r')]
  try {
    const [one, other] = [Buffer.alloc(block), Buffer.alloc(block)]
    for (let at = 0; at < size; at += block) {
      const [a, b] = [readSync(files[0]!, one, 0, block, at), readSync(files[1]!, other, 0, block, at)]
      if (a !== b || !one.subarray(0, a).equals(other.subarray(0, b))) return false
    }
    return true
  } finally {
    for (const fd of files) closeSync(fd)
  }
}
