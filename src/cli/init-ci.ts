import { resolve } from 'node:path'
import { inRepository } from '../door/repository.ts'
import { lockName } from '../names.ts'
import { inFolder } from '../units/file-name.ts'
import { hostToFillIn } from '../units/host.ts'
import { create } from '../write/create.ts'
import { ciFiles } from './ci-files.ts'
import { hasShow } from './has-show.ts'
import { type ExitCode, type Io, UsageError } from './io.ts'
import { plainFolder, shownPath } from './shows.ts'

/** Beside a show, be it there already or not; overwrites nothing. */
export const initCi = (asked: string | undefined, ci: string, io: Io): ExitCode => {
  const folder = asked === undefined ? homeIn(io.cwd) : plainFolder(asked)
  const filesOf = Object.hasOwn(ciFiles, ci) ? ciFiles[ci] : undefined
  if (filesOf === undefined)
    throw new UsageError(`--ci "${ci}" is not known; there are ${Object.keys(ciFiles).join(', ')}`)
  const below = inRepository(io.cwd)
  if (below !== '')
    throw new UsageError(
      `CI reads its files in the folder of the repository only, and here is ${below} in it; go there, and name the show ${folder === '.' ? below : `${below}/${folder}`}`,
    )
  const files = filesOf(folder).map(({ path, text }) => ({ path: resolve(io.cwd, path), text }))
  const refusal = create(files)
  if (refusal) throw new UsageError(`${shownPath(io.cwd, refusal.path)} cannot be written: ${refusal.reason}`)
  for (const { path } of files) io.stdout.write(`${shownPath(io.cwd, path)}\n`)
  io.stderr.write(['', 'Next:', ...next(ci, folder).map((line, i) => `  ${i + 1}. ${line}`), ''].join('\n'))
  return 0
}

/** The show may still have to be written: then where `init` would write it. */
const homeIn = (cwd: string): string =>
  !hasShow(resolve(cwd, 'episodes')) && hasShow(cwd) ? '.' : 'episodes'

const next = (ci: string, folder: string): readonly string[] => [
  ...(ci === 'github'
    ? [
        'write whose build-feed it is, and which commit of it, in place of `OWNER` and `COMMIT`',
        `write your address in place of \`${hostToFillIn}\``,
        'choose GitHub Actions under Settings > Pages > Source',
      ]
    : ['put the package of build-feed, as `npm pack` in a clone of it makes it, into this folder']),
  `build once, and commit ${inFolder(folder, lockName)} with these files`,
]
