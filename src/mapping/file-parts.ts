/** What the name of a file says. Pure. */

import { siteStemOf } from '../names.ts'
import { folderOf, nameOf } from '../units/file-name.ts'

/** What a template may call by name, beside the keys of the front matter. */
export const partsOfFile = (path: string): Readonly<Record<string, string>> => {
  const folders = folderOf(path).slice(0, -1)
  const folder = nameOf(folders)
  const stem = nameOf(siteStemOf(path))
  // The page of a folder is named after it.
  const called = /^_?index$/i.test(stem) && folder !== '' ? folder : stem
  const [, date, rest] = /^(\d{4}-\d{1,2}-\d{1,2})(?:[-_ ]+(.*))?$/.exec(called) ?? []
  const slug = rest ?? (date === undefined ? called : '')
  const number = /\d+/.exec(slug)?.[0]
  return {
    'file.name': nameOf(path),
    'file.path': path,
    'file.folder': folders,
    'file.stem': stem,
    'file.slug': slug,
    ...(date === undefined ? {} : { 'file.date': date }),
    ...(number === undefined ? {} : { 'file.number': number }),
    ...(/(?:^|\/)_drafts\//.test(path) ? { 'file.isDraft': 'true' } : {}),
    stem,
    folder,
    slug,
  }
}
