/** What a command has written, as lines: of many, the first few and how many more there are. */

import { posix } from 'node:path'
import { showName } from '../names.ts'
import { counted } from '../report/counts.ts'

/** So many of a kind are read one by one. */
const MANY = 10
const FEW = 3

/** In their order, where those of a kind follow each other. */
export const listedFiles = (paths: readonly string[]): readonly string[] =>
  groupsOf(paths).flatMap(group =>
    group.paths.length <= MANY
      ? group.paths
      : [...group.paths.slice(0, FEW), `and ${counted(group.paths.length - FEW, `more ${group.kind}`)}`],
  )

type Kind = 'episode' | 'file' | 'note'

interface Group {
  readonly kind: Kind
  readonly paths: readonly string[]
}

const groupsOf = (paths: readonly string[]): readonly Group[] => {
  const groups: { kind: Kind; paths: string[] }[] = []
  for (const path of paths) {
    const kind = kindOf(posix.basename(path))
    const last = groups.at(-1)
    if (last?.kind === kind) last.paths.push(path)
    else groups.push({ kind, paths: [path] })
  }
  return groups
}

const kindOf = (name: string): Kind =>
  !name.endsWith('.md') ? 'file' : name.startsWith('_') ? 'note' : name === showName ? 'file' : 'episode'
