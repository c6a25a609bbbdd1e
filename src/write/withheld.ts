/** What earlier builds have left in the output folder, and nobody is to find there. Only looked at: a build deletes nothing that it did not write. */

import { join } from 'node:path'
import { type Diagnostic, diagnose } from '../diagnostic.ts'
import { generatorTag } from '../names.ts'
import { grouped } from '../units/amount.ts'
import { listed } from '../units/text.ts'
import { lookAt } from './output-folder.ts'
import pagesLeftOver from './rules/pages-left.ts'
import withheld from './rules/withheld.ts'
import { contentHas } from './there.ts'

/** Of one episode. */
export interface NotForOutput {
  readonly why: 'draft' | 'future' | 'gone'
  /** Its Markdown file, as messages name it; undefined where that is gone too. */
  readonly file: string | undefined
  /** Inside the output folder. */
  readonly paths: readonly string[]
  /** The same of its pages: of those, only what a build has made. */
  readonly pages: readonly string[]
}

interface Output {
  readonly to: string
  /** How messages name it. */
  readonly shown: string
}

interface Left {
  readonly of: NotForOutput
  /** As messages name them. */
  readonly files: readonly string[]
}

/** Of more episodes it is told once. */
const few = 3

export const findWithheld = (
  episodes: readonly NotForOutput[],
  { to, shown }: Output,
): readonly Diagnostic[] => {
  const all = episodes
    .map(
      (of): Left => ({
        of,
        files: [
          ...of.paths.filter(path => isFile(join(to, path))),
          ...of.pages.filter(path => isPage(join(to, path))),
        ].map(path => `${shown}/${path}`),
      }),
    )
    .filter(({ files }) => files.length > 0)
  return all.length > few ? [together(all, shown)] : all.map(one)
}

const one = ({ of: { why, file }, files }: Left): Diagnostic => {
  const [are, them] = files.length === 1 ? ['is', 'it'] : ['are', 'them']
  return diagnose(withheld, {
    place: { file: file ?? files[0]! },
    message: `${listed(files)} ${are === 'is' ? 'belongs' : 'belong'} to ${words[why]}, and anybody who guesses the address can get ${them}`,
    help: `Remove ${them} here, and wherever the folder was uploaded.`,
  })
}

const together = (all: readonly Left[], shown: string): Diagnostic => {
  const files = all.flatMap(left => left.files)
  const named = files.slice(0, few).join(', ')
  const more = files.length - few
  return diagnose(withheld, {
    place: { file: shown },
    message: `${named}${more > 0 ? ` and ${grouped(more)} more` : ''} are of ${grouped(all.length)} episodes that are held back or were taken out of the feed, and anybody who guesses the addresses can get them`,
    help: `Remove them here, and wherever the folder was uploaded; or remove ${shown}, build again and upload that.`,
  })
}

const words = {
  draft: 'a draft',
  future: 'an episode that is not out yet',
  gone: 'an episode that was taken out of the feed',
} as const

/** What builds with pages may have left. */
export interface PagesLeft {
  readonly paths: readonly string[]
  /** Whether show.md asks for pages all the same. */
  readonly isAskedFor: boolean
}

/** Pages that this build does not make. People may link to them, so they are told of and stay. */
export const findPagesLeft = (
  { paths, isAskedFor }: PagesLeft,
  { to, shown }: Output,
): readonly Diagnostic[] => {
  const left = paths.filter(path => isPage(join(to, path))).map(path => `${shown}/${path}`)
  const [first] = left
  if (first === undefined) return []
  const [what, them] =
    left.length === 1
      ? [
          `${first} is a page of an earlier build, which goes out of date because this one makes no pages`,
          'it',
        ]
      : [
          `${shown} has ${grouped(left.length)} pages of earlier builds, such as ${first}, which go out of date because this one makes none`,
          'them',
        ]
  const keep = isAskedFor ? 'Leave out `--no-website`' : 'Write `website: true` in show.md'
  return [
    diagnose(pagesLeftOver, {
      place: { file: first },
      message: what,
      help: `${keep} to keep ${them} up to date; or remove ${them} here, and wherever the folder was uploaded.`,
    }),
  ]
}

const isPage = (path: string): boolean => isFile(path) && contentHas(path, generatorTag)

/** A name that no disk takes, out of a lock, is nowhere. */
const isFile = (path: string): boolean => {
  try {
    return lookAt(path)?.isFile() === true
  } catch {
    return false
  }
}
