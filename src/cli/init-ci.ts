import { resolve } from 'node:path'
import { inRepository } from '../door/repository.ts'
import { hostToFillIn } from '../units/host.ts'
import { create } from '../write/create.ts'
import { ciFiles } from './ci-files.ts'
import { type ExitCode, type Io, UsageError } from './io.ts'
import { plainFolder, shownPath } from './shows.ts'

/** Beside a show, be it there already or not; overwrites nothing. */
export const initCi = (asked: string, ci: string, io: Io): ExitCode => {
  const filesOf = Object.hasOwn(ciFiles, ci) ? ciFiles[ci] : undefined
  if (filesOf === undefined)
    throw new UsageError(`--ci "${ci}" is not known; there are ${Object.keys(ciFiles).join(', ')}`)
  const below = inRepository(io.cwd)
  if (below !== '')
    throw new UsageError(
      `CI reads its files in the folder of the repository only, and here is ${below} in it; go there, and name the show ${below}/${plainFolder(asked)}`,
    )
  const folder = plainFolder(asked)
  const files = filesOf(folder).map(({ path, text }) => ({ path: resolve(io.cwd, path), text }))
  const refusal = create(files)
  if (refusal) throw new UsageError(`${shownPath(io.cwd, refusal.path)} cannot be written: ${refusal.reason}`)
  for (const { path } of files) io.stdout.write(`${shownPath(io.cwd, path)}\n`)
  io.stderr.write(['', 'Next:', ...next(ci, folder).map((line, i) => `  ${i + 1}. ${line}`), ''].join('\n'))
  return 0
}

const next = (ci: string, folder: string): readonly string[] => [
  ...(ci === 'github'
    ? [
        'write whose build-feed it is, and which commit of it, in place of `OWNER` and `COMMIT`',
        `write your address in place of \`${hostToFillIn}\``,
        'choose GitHub Actions under Settings > Pages > Source',
      ]
    : ['put the package of build-feed, as `npm pack` in a clone of it makes it, into this folder']),
  `build once, and commit ${folder}/feed.lock.json with these files`,
]
