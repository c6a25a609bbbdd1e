/** What a site holds: its generator, its pages with all their keys, and what its configuration says of the show. */

import { posix } from 'node:path'
import type { Door } from '../door/index.ts'
import { adoptedFiles, adoptedKeys, markdownFileBytes } from '../limits.ts'
import { bareFormat, readBareText, readPageText, type WrittenMap } from '../load/index.ts'
import { type Preset, presets } from '../mapping/presets/index.ts'
import { isSiteFile } from '../names.ts'
import type { Written } from '../schema/index.ts'
import { folderOf } from '../units/file-name.ts'

export interface SitePage {
  readonly path: string
  readonly data: WrittenMap
  readonly body: string
  /** Every text of the front matter, by the path of its keys. Of lists the first item counts. */
  readonly texts: ReadonlyMap<string, string>
}

export interface Site {
  readonly preset: Preset | undefined
  /** The file by which the generator is known. */
  readonly configurationFile: string | undefined
  /** Every text of the configuration, by the path of its keys. */
  readonly configuration: ReadonlyMap<string, string>
  readonly pages: readonly SitePage[]
  readonly files: ReadonlySet<string>
  /** What a file of data holds; nothing where it cannot be read. */
  readonly dataOf: (path: string) => WrittenMap
  /** Whether all files were looked through, and not only as many as there may be. */
  readonly isWhole: boolean
}

/** Of a site that is not whole. */
export const notWhole = `only the first ${adoptedFiles.toLocaleString('en')} files of the site were looked through`

/** Never throws for the contents of a file: what cannot be read is no page. */
export const lookAtSite = (door: Door): Site => {
  const { files, isWhole } = filesIn(door)
  const [preset, configurationFile] = presetOf(files)
  const text = (path: string): string | undefined => textAt(door, path)
  return {
    preset,
    configurationFile,
    configuration:
      configurationFile === undefined
        ? new Map()
        : textsIn(dataOf(configurationFile, text(configurationFile))),
    pages: [...files].sort().flatMap(path => pageOf(path, text)),
    files,
    dataOf: path => dataOf(path, text(path)),
    isWhole,
  }
}

const filesIn = (door: Door): Pick<Site, 'files' | 'isWhole'> => {
  const files = new Set<string>()
  for (const found of door.walk(name => name.startsWith('.') || isNoContent(name))) {
    if (found.kind !== 'file') continue
    if (files.size === adoptedFiles) return { files, isWhole: false }
    files.add(found.path)
  }
  return { files, isWhole: true }
}

const isNoContent = (name: string): boolean =>
  /^(?:node_modules|public|_site|dist|themes|vendor|archetypes)$/i.test(name)

const presetOf = (files: ReadonlySet<string>): readonly [Preset | undefined, string | undefined] => {
  for (const preset of presets)
    for (const file of preset.configuration) if (files.has(file)) return [preset, file]
  return [undefined, undefined]
}

const textAt = (door: Door, path: string): string | undefined => {
  try {
    return door.read(path, markdownFileBytes).toString('utf8')
  } catch {
    return undefined
  }
}

const dataOf = (path: string, text: string | undefined): WrittenMap => {
  const format = bareFormat(path)
  return format === undefined || text === undefined ? {} : readBareText(text, format).data
}

/** A page, or a bare file of data in a folder of its own. */
const pageOf = (path: string, textOf: (path: string) => string | undefined): readonly SitePage[] => {
  if (!isSiteFile(path) || /(?:^|\/)(?:readme|license|changelog|_index)\.[^/]*$/i.test(path)) return []
  const format = bareFormat(path)
  if (format !== undefined && (!/(?:^|\/)index\.[^/]*$/.test(path) || folderOf(path) === '')) return []
  const text = textOf(path)
  if (text === undefined) return []
  const { data, body } = format === undefined ? readPageText(text) : readBareText(text, format)
  return Object.keys(data).length === 0 ? [] : [{ path, data, body, texts: textsIn(data) }]
}

const textsIn = (data: WrittenMap): ReadonlyMap<string, string> => {
  const texts = new Map<string, string>()
  const within = (value: Written, path: string, depth: number): void => {
    if (texts.size >= adoptedKeys || depth > 5) return
    if (typeof value === 'string') texts.set(path, value.trim())
    else if (Array.isArray(value)) {
      if (typeof value[0] === 'string') texts.set(path, value[0].trim())
    } else
      for (const [key, inner] of Object.entries(value))
        within(inner, path === '' ? key : `${path}.${key}`, depth + 1)
  }
  within(data, '', 0)
  return texts
}

/** The folder that holds all these files, and how their names end. */
export const globOf = (paths: readonly string[]): readonly string[] => {
  const endings = [...new Set(paths.map(path => /\.(?:html\.markdown|\w+)$/i.exec(path)![0].slice(1)))].sort()
  const ending = endings.length === 1 ? endings[0]! : `{${endings.join(',')}}`
  const folders = [...new Set(paths.map(folderOf))]
  const common = folders.reduce((a, b) => commonFolder(a, b))
  const isFlat = folders.length === 1
  const isPageOfFolder = paths.every(path => /\/_?index\.\w+$/.test(`/${path}`))
  if (
    isPageOfFolder &&
    folders.every(folder => posix.dirname(posix.dirname(`${folder}x`)) === posix.dirname(`${common}x`))
  )
    return [`${common}*/index.${ending}`]
  return [isFlat ? `${common}*.${ending}` : `${common}**/*.${ending}`]
}

const commonFolder = (a: string, b: string): string => {
  const [one, other] = [a.split('/'), b.split('/')]
  const length = one.findIndex((part, i) => part !== other[i])
  return length < 0
    ? a
    : one
        .slice(0, length)
        .map(part => `${part}/`)
        .join('')
}
