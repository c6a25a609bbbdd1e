/** Which files of a folder are the show and its episodes. Pure: the names are enough. */

import { compareText } from '../diagnostic.ts'
import {
  isMarkdown,
  isShowPath,
  markdownEnding,
  markdownEndings,
  showName,
  siteStemOf,
  stemOf,
} from '../names.ts'

export interface MarkdownFiles {
  readonly show: string | undefined
  /** In the order of their paths. */
  readonly episodes: readonly string[]
  /** Two files that would be one episode, or one show: the second is not read. */
  readonly repeats: readonly { readonly path: string; readonly first: string }[]
}

/** `paths`: of all files, in code unit order. */
export const markdownFilesIn = (paths: Iterable<string>): MarkdownFiles => {
  const all = [...paths].filter(path => isMarkdown(path) && !isAboutTheFolder(path))
  const firsts = new Map<string, string>()
  for (const path of all) {
    const identity = identityOf(path)
    const other = firsts.get(identity)
    if (other === undefined || byPrecedence(path, other) < 0) firsts.set(identity, path)
  }
  const read = new Set(firsts.values())
  return {
    show: firsts.get(stemOf(showName)),
    episodes: all.filter(path => read.has(path) && !isShowPath(path)),
    repeats: all
      .filter(path => !read.has(path))
      .map(path => ({ path, first: firsts.get(identityOf(path))! })),
  }
}

/** The same of a site: which files are episodes is said by `isContent`. */
export const siteFilesIn = (
  paths: Iterable<string>,
  isContent: (path: string) => boolean,
): Pick<MarkdownFiles, 'episodes' | 'repeats'> => {
  const firsts = new Map<string, string>()
  const repeats: { path: string; first: string }[] = []
  for (const path of paths) {
    if (!isContent(path) || isAboutTheFolder(path)) continue
    const first = firsts.get(siteStemOf(path))
    if (first === undefined) firsts.set(siteStemOf(path), path)
    else repeats.push({ path, first })
  }
  return { episodes: [...firsts.values()], repeats }
}

/** The stem, in which guid and lock know an episode. For the show, which has no guid of its stem, capitals do not count. */
const identityOf = (path: string): string => (isShowPath(path) ? stemOf(showName) : stemOf(path))

/** `show.md` before `Show.md`, `001.md` before `001.mdx`. */
const byPrecedence = (a: string, b: string): number =>
  Number(b === showName) - Number(a === showName) || rankOf(a) - rankOf(b) || compareText(b, a)

const rankOf = (path: string): number => markdownEndings.indexOf(markdownEnding(path)!)

const isAboutTheFolder = (path: string): boolean => /(^|\/)(readme|licen[sc]e)$/i.test(stemOf(path))
