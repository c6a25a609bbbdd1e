/** Why a folder has no show, and what to do, told by what is there. Pure: the names are enough. */

import { feedName, isShowPath, showName } from '../names.ts'
import { folderOf, inFolder, nameOf } from '../units/file-name.ts'
import { ours, quoted } from '../units/shell.ts'
import { markdownFilesIn } from './markdown-files.ts'

export interface NoShow {
  readonly message: string
  readonly help: string
  /** Whether the show lies in another folder, and this one was not meant. */
  readonly isElsewhere: boolean
}

/** So many folders are named. */
const NAMED = 3

export const whyNoShow = (
  { files, ignored }: { readonly files: ReadonlySet<string>; readonly ignored: readonly string[] },
  folder: string,
): NoShow => {
  const paths = [...files]
  const below = paths
    .filter(path => path.includes('/') && isShowPath(nameOf(path)))
    .map(path => folderOf(path).slice(0, -1))
  if (below.length > 0) return elsewhere(below.map(path => inFolder(folder, path)))
  const near = paths.find(path => /^show\.[a-z.]{1,12}$/i.test(path))
  if (near !== undefined) return misnamed(near)
  const isEmpty = markdownFilesIn(paths).episodes.length === 0
  if (isEmpty && files.has(feedName)) return onlyFeed(inFolder(folder, feedName))
  // Jekyll keeps its posts in a folder of this name.
  const hidden = isEmpty ? ignored.find(isFolderLike) : undefined
  if (hidden !== undefined) return inHidden(hidden, inFolder(folder, hidden))
  return {
    message: `there is no ${showName} in ${folder || 'this folder'}, so there is no show to build`,
    help: `Run \`${ours('init', folder)}\` to start a show there.`,
    isElsewhere: false,
  }
}

/** What a build has written, or another program: there is nothing to build, and something to check. */
const onlyFeed = (feed: string): NoShow => ({
  message: `there is no ${showName} in this folder, but a feed`,
  help: `Check the feed by its file: \`${ours('validate', feed)}\`.`,
  isElsewhere: true,
})

const elsewhere = (folders: readonly string[]): NoShow => {
  const named = folders.slice(0, NAMED)
  const more = folders.length - named.length
  return {
    message: `there is no ${showName} in this folder, but there is one in ${named.join(', ')}${more > 0 ? ` and ${more} more` : ''}`,
    // Which command it was is not known here: of `diff`, `build-feed talks` would be another one.
    help: `Name the folder of the show instead: ${named.map(path => `\`${quoted(path)}\``).join(', ')}.`,
    isElsewhere: true,
  }
}

/** Only the name is known. */
const isFolderLike = (path: string): boolean => !nameOf(path).includes('.')

const inHidden = (path: string, shown: string): NoShow => ({
  message: `there is no ${showName} in this folder, and "${path}" is not read, because its name begins with "_"`,
  help: `If the episodes are in it, run \`${ours('init', shown)}\` to start a show there, and name that folder instead: \`${quoted(shown)}\`.`,
  isElsewhere: false,
})

/** `show.yaml`, or `show.md.txt`, as editors of Windows save it. */
const misnamed = (name: string): NoShow => ({
  message: `there is no ${showName} in this folder, but ${name}, which is not read`,
  help: /\.(?:ya?ml|json|toml)$/i.test(name)
    ? `Write what it says into ${showName}, as YAML between two lines of \`---\`; the description of the show comes below them.`
    : `Rename it to ${showName}.`,
  isElsewhere: false,
})
