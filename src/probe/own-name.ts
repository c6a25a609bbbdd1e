/** Whether an episode can be called like this: `new` asks before it makes one, and the probe before it says so. */

import { isAboutTheFolder, isMarkdown, isShowPath, markdownEndings, stemOf } from '../names.ts'
import { foldedName } from '../units/file-name.ts'

export type NoName =
  /** Such a Markdown file is the show, or tells of the folder. */
  | { readonly kind: 'not-an-episode' }
  /** By a Markdown file that is the same one, on a disk without capitals at least. */
  | { readonly kind: 'taken'; readonly by: string }

/** Undefined where it can. `stem`: inside the show folder. */
export const whyNoName = (stem: string, files: ReadonlySet<string>): NoName | undefined => {
  const path = `${stem}.${markdownEndings[0]}`
  if (isShowPath(path) || isAboutTheFolder(path)) return { kind: 'not-an-episode' }
  const by = [...files].find(file => isMarkdown(file) && foldedName(stemOf(file)) === foldedName(stem))
  return by === undefined ? undefined : { kind: 'taken', by }
}
