/**
 * The folder that `--out` names. The user's word is followed, also through links, but for one case: a link in a repository may
 * come from anybody who sends a pull request, so it is followed only to where it stays inside that repository.
 */

import { lstatSync, realpathSync, rmdirSync, type Stats, statSync } from 'node:fs'
import { join, parse, sep } from 'node:path'
import { makeOne } from '../door/make-folder.ts'
import { whereIs } from '../door/where.ts'
import { at, Unwritable } from './unwritable.ts'

export interface OutputFolder {
  /** Without links. */
  readonly root: string
  /** Where a path of the output is: its folders are made when they are not there, and none of them is a link. */
  readonly place: (path: string) => string
  /** Takes the folders away again that were made and are still empty. */
  readonly takeBack: () => void
}

interface Named {
  /** The show folder. */
  readonly from: string
  readonly to: string
  /** How a person wrote it. */
  readonly shown: string
  /** Whether episodes have been read out of it. */
  readonly holdsEpisodes: boolean
}

/** @throws Unwritable, or what the system says. */
export const outputFolder = ({ from, to, shown, holdsEpisodes }: Named): OutputFolder => {
  const made: string[] = []
  const takeBack = (): void => {
    for (const folder of made.splice(0).reverse()) removeEmpty(folder)
  }
  try {
    const { there, missing } = follow(to, shown)
    const show = realpathSync.native(from)
    const root = missing.reduce((folder, name) => join(folder, name), there)
    if (root.split(sep).some(name => name.toLowerCase() === '.git')) throw isGit(shown)
    if (root === show) throw isShow('this is the show folder itself', shown)
    if (holdsEpisodes) throw isShow('this holds episodes of the show', shown)
    let folder = there
    for (const name of missing) {
      folder = join(folder, name)
      make(folder, made, shown)
    }
    return { root, place: placing({ root, show, shown }, made), takeBack }
  } catch (error) {
    takeBack()
    throw error
  }
}

/** What of the path is there already, without links. */
const follow = (
  to: string,
  shown: string,
): { readonly there: string; readonly missing: readonly string[] } => {
  let folder = parse(to).root
  let repository: string | undefined
  const names = to.slice(folder.length).split(sep).filter(Boolean)
  for (const [i, name] of names.entries()) {
    if (lookAt(join(folder, '.git')) !== undefined) repository = realpathSync.native(folder)
    const next = join(folder, name)
    const stats = lookAt(next)
    if (stats === undefined) return { there: realpathSync.native(folder), missing: names.slice(i) }
    folder = stats.isSymbolicLink() ? leadingTo(next, { repository, shown, rest: names.slice(i + 1) }) : next
    if (!statSync(folder).isDirectory()) throw notAFolder(folder, i === names.length - 1, shown)
  }
  // As the disk spells it, where that takes capitals for small letters.
  return { there: realpathSync.native(folder), missing: [] }
}

interface Leading {
  /** That the link is part of; undefined when it is part of none. */
  readonly repository: string | undefined
  readonly shown: string
  /** What is named behind it. */
  readonly rest: readonly string[]
}

const leadingTo = (link: string, { repository, shown, rest }: Leading): string => {
  let real: string
  try {
    real = realpathSync.native(link)
  } catch {
    throw new Unwritable({
      file: shown,
      message: `${link} is a link that leads nowhere`,
      help: 'Make the folder that it leads to, or name another one with `--out`.',
    })
  }
  if (repository === undefined || whereIs(repository, real, sep).kind === 'inside') return real
  throw new Unwritable({
    file: shown,
    message: `this leads to ${real} by a link in the repository, which may come from anybody who sends a pull request; such a link is followed only inside the repository`,
    help: `Name the folder itself, \`--out ${join(real, ...rest)}\`, or put a folder in place of the link.`,
  })
}

const notAFolder = (path: string, isIt: boolean, shown: string): Unwritable =>
  new Unwritable({
    file: shown,
    message: `"${isIt ? shown : path}" is not a folder, so the feed cannot be written there`,
    help: 'Name another folder with `--out`, or move what is in its place.',
  })

const isShow = (is: string, shown: string): Unwritable =>
  new Unwritable({
    file: shown,
    message: `${is}, and what is written here would be taken for a part of the show`,
    help: 'Name a folder of its own for the output, such as `--out public`.',
  })

const isGit = (shown: string): Unwritable =>
  new Unwritable({
    file: shown,
    message:
      'this is inside a `.git` folder, which belongs to Git: what is written there may damage the repository',
    help: 'Name a folder of its own for the output, such as `--out public`.',
  })

/** Both without links. */
const isIn = (folder: string, path: string): boolean => whereIs(folder, path, sep).kind !== 'outside'

interface Output {
  readonly root: string
  /** The show folder, without links. */
  readonly show: string
  readonly shown: string
}

const placing = ({ root, show, shown }: Output, made: string[]): ((path: string) => string) => {
  const known = new Set<string>()
  // It may be inside the show folder; the show folder may be inside of it.
  const isOfShow = (folder: string): boolean => !isIn(show, root) && isIn(show, folder)
  return path => {
    const names = path.split('/')
    let folder = root
    for (const [i, name] of names.slice(0, -1).entries()) {
      folder = join(folder, name)
      if (known.has(folder)) continue
      const shownAs = `${shown}/${names.slice(0, i + 1).join('/')}`
      if (isOfShow(folder)) throw isShow('this is inside the show folder', shownAs)
      const stats = lookAt(folder)
      if (stats === undefined) make(folder, made, shownAs)
      else refuseOther(stats, shownAs)
      known.add(folder)
    }
    return join(folder, names.at(-1)!)
  }
}

const refuseOther = (stats: Stats, file: string): void => {
  if (stats.isDirectory()) return
  throw new Unwritable({
    file,
    message: stats.isSymbolicLink()
      ? 'this is a link, and nothing is written through a link below the output folder'
      : 'this is a file, and a folder is needed here',
    help: 'Remove it, or name another folder with `--out`; the feed that was there is untouched.',
  })
}

const make = (folder: string, made: string[], shown: string): void => {
  if (at(shown, () => makeOne(folder))) made.push(folder)
}

/** What is there, be it a link; undefined when nothing is. */
export const lookAt = (path: string): Stats | undefined => {
  try {
    // Of a new show nothing is there, thousands of times, and an error is dear to make.
    return lstatSync(path, { throwIfNoEntry: false })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOTDIR') return undefined
    throw error
  }
}

/** Whether a path inside a folder is a folder, and everything on the way to it: no link. How the folder itself is reached does not count. */
export const isFolderIn = (root: string, path: string): boolean =>
  path
    .split('/')
    .filter(name => name !== '.')
    .every((_, i, names) => lookAt(join(root, ...names.slice(0, i + 1)))?.isDirectory() === true)

const removeEmpty = (folder: string): void => {
  try {
    rmdirSync(folder)
  } catch {
    // Somebody has put something into it.
  }
}
