/** The files of a theme: templates and stylesheets are read, and what else it has is copied. It may come from a stranger. */

import { normalize } from 'node:path/posix'
import type { Place } from '../diagnostic.ts'
import { Refused, reasonOf } from '../door/index.ts'
import type { Theme } from '../fields/theme.ts'
import { themeBytes, themeFiles } from '../limits.ts'
import type { ThemeFile, ThemeFiles } from '../measured.ts'
import { endingOf, isAudio, isMarkdown } from '../names.ts'
import { writtenPath } from '../schema/path.ts'
import { decodeText } from '../syntax/decode-text.ts'
import { bytesText, grouped } from '../units/amount.ts'
import { nameOf } from '../units/file-name.ts'
import { listed, nearest } from '../units/text.ts'
import { findNamed } from './find.ts'
import type { Probe } from './here.ts'
import { sayMissing } from './missing.ts'
import { sayOutside } from './outside.ts'
import ruleOfTheme from './rules/theme.ts'
import ruleOfScripts from './rules/theme-scripts.ts'
import ruleOfUnused from './rules/theme-unused.ts'
import { sayAll } from './say-all.ts'

/** What a page may load of a theme. */
const types: Readonly<Record<string, string>> = {
  css: 'text/css',
  woff2: 'font/woff2',
  woff: 'font/woff',
  ttf: 'font/ttf',
  otf: 'font/otf',
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  webp: 'image/webp',
  gif: 'image/gif',
  avif: 'image/avif',
  ico: 'image/x-icon',
}

/** What may run: an SVG that is opened by itself is a page with scripts. */
const scripts: Readonly<Record<string, string>> = { js: 'text/javascript', svg: 'image/svg+xml' }

/** Undefined where show.md names no file for the look of its pages. */
export const themeOf = (here: Probe): ThemeFiles | undefined => {
  const { theme } = here.manuscript.show.meta
  if (theme === undefined || (theme.folder === undefined && theme.stylesheet === undefined)) return undefined
  const reading: Reading = { here, theme, room: themeBytes }
  const stylesheet = stylesheetOf(reading)
  return { ...filesOf(reading), ...(stylesheet === undefined ? {} : { stylesheet }) }
}

interface Reading {
  readonly here: Probe
  readonly theme: Theme
  /** Bytes that may still be read. */
  room: number
}

const placeOf = ({ here, theme }: Reading, key: 'folder' | 'stylesheet'): Place => {
  const { show } = here.manuscript
  // What is written short has no keys.
  return show.at(writtenPath(show.raw, ['theme', ...(theme[key] === undefined ? [] : [key])]))
}

const stylesheetOf = (reading: Reading): ThemeFile | undefined => {
  const { here, theme } = reading
  const { show } = here.manuscript
  const written = theme.stylesheet
  if (written === undefined) return undefined
  const named = findNamed(written, show.path, here.manuscript)
  const place = placeOf(reading, 'stylesheet')
  switch (named.kind) {
    case 'file':
      return read(reading, named.path)
    case 'web':
      here.say(
        ruleOfTheme,
        place,
        `"${written}" is an address, and the pages load nothing from elsewhere`,
        'Put the stylesheet into the show folder and name it.',
      )
      return undefined
    case 'outside':
      sayOutside(here, { written, reason: named.reason, from: show.path, place, help: inside })
      return undefined
    case 'absent':
      sayMissing(here, {
        kind: 'audio',
        what: 'the stylesheet',
        written,
        absent: named.path,
        entry: show,
        place,
      })
      return undefined
    case 'unreadable':
      return undefined
  }
}

const inside = 'Put it into the show folder and name it from there.'

type Files = Omit<ThemeFiles, 'stylesheet'>
const none: Files = { templates: {}, assets: [] }

const filesOf = (reading: Reading): Files => {
  const { here, theme } = reading
  if (theme.folder === undefined) return none
  const folder = folderOf(reading, theme.folder)
  if (folder === undefined) return none
  const { manuscript } = here
  const paths = [...manuscript.files].filter(path => path.startsWith(folder))
  if (paths.length === 0) return sayNoFolder(reading, theme.folder, folder)
  if (paths.length > themeFiles) {
    here.say(
      ruleOfTheme,
      placeOf(reading, 'folder'),
      `the folder of the theme holds ${paths.length.toLocaleString('en')} files, and a theme has at most ${themeFiles}`,
      'Name the folder of the theme alone.',
    )
    return none
  }
  return sorted(reading, folder, paths)
}

/** With its final slash. Undefined where it leads out of the show; that has been said. */
const folderOf = (reading: Reading, written: string): string | undefined => {
  const { here } = reading
  const { path } = here.manuscript.show
  const from = path.slice(0, path.lastIndexOf('/') + 1)
  const named = findNamed(written, path, here.manuscript)
  if (named.kind === 'absent') {
    const folder = normalize(`${from}${written.replaceAll('\\', '/')}`)
    if (folder !== '.') return `${folder}/`
  }
  const place = placeOf(reading, 'folder')
  if (named.kind === 'outside')
    sayOutside(here, { written, reason: named.reason, from: path, place, help: inside })
  else if (named.kind !== 'unreadable')
    here.say(
      ruleOfTheme,
      place,
      `"${written}" is no folder of the show folder`,
      'Name a folder with templates or a `style.css`, or a stylesheet that ends in `.css`.',
    )
  return undefined
}

const sayNoFolder = (reading: Reading, written: string, folder: string): Files => {
  const { here } = reading
  const folders = [...here.manuscript.files].flatMap(path => path.match(/^(.+)\//)?.[1] ?? [])
  const near = nearest(folder.slice(0, -1), [...new Set(folders)])
  here.say(
    ruleOfTheme,
    placeOf(reading, 'folder'),
    `the show folder has no folder "${written}" with files in it, so the pages cannot have that theme`,
    near === undefined
      ? 'Make it, with templates or a `style.css`; or name a stylesheet that ends in `.css`.'
      : `Write \`${near}\`, or make the folder.`,
  )
  return none
}

const sorted = (reading: Reading, folder: string, paths: readonly string[]): Files => {
  const { here } = reading
  const { show } = here.manuscript
  const mayRun = show.meta.themeScripts ?? false
  const templates: Record<string, ThemeFile> = {}
  const assets: { source: string; path: string; mediaType: string }[] = []
  const leftOut: string[] = []
  const unused: string[] = []
  let style: ThemeFile | undefined
  for (const path of paths) {
    const name = path.slice(folder.length)
    const ending = endingOf(name)
    const mediaType = types[ending] ?? (mayRun ? scripts[ending] : undefined)
    if (ending === 'liquid' || name === 'style.css') {
      const file = read(reading, path)
      if (file === undefined) continue
      if (name === 'style.css') style = file
      else templates[name] = file
    } else if (mediaType !== undefined) assets.push({ source: path, path: name, mediaType })
    else if (scripts[ending] !== undefined) leftOut.push(path)
    else if (!isNotForPages(name)) unused.push(path)
  }
  sayScripts(here, leftOut)
  sayUnused(here, unused)
  return { templates, assets, ...(style === undefined ? {} : { style }) }
}

/** What lies in a theme and nobody takes for a part of its pages: texts about it, what systems put there, and what is told of as an episode or its recording. */
const isNotForPages = (name: string): boolean =>
  isMarkdown(name) ||
  isAudio(name) ||
  /^(?:readme|licen[sc]es?|copying|copyright|notice|authors|contributors|changelog|ofl|fontlog|package|package-lock|thumbs|desktop)(?![a-z])/i.test(
    nameOf(name),
  )

const usable = `Templates end in .liquid, and what the pages load in ${listed(
  Object.keys(types).map(ending => `.${ending}`),
  'or',
)}.`

const sayUnused = (here: Probe, paths: readonly string[]): void =>
  sayAll(
    here,
    ruleOfUnused,
    paths.map(path => ({ path })),
    () => ({
      message: 'this file of the theme is neither a template nor anything that pages load, so it is left out',
      help: `${usable} Rename it, or move it out of the theme.`,
    }),
    (count, names) => ({
      message: `${grouped(count)} files of the theme are neither templates nor anything that pages load, so they are left out: ${names}`,
      help: `${usable} Rename them, or move them out of the theme.`,
    }),
  )

const sayScripts = (here: Probe, leftOut: readonly string[]): void => {
  const [first] = leftOut
  if (first !== undefined)
    here.say(
      ruleOfScripts,
      { file: here.shown(first) },
      leftOut.length === 1
        ? 'this file may run scripts, so it is left out of the pages'
        : `this file and ${leftOut.length - 1} more may run scripts, so they are left out of the pages`,
      'Write `themeScripts: true` in show.md if you trust the theme, or remove what is not needed.',
    )
}

const read = (reading: Reading, path: string): ThemeFile | undefined => {
  const { here } = reading
  const file = here.shown(path)
  try {
    const bytes = here.door.read(path, reading.room)
    reading.room -= bytes.length
    const { text, fault } = decodeText(bytes)
    if (fault === undefined) return { file, text }
    here.say(
      ruleOfTheme,
      { file, line: fault.line, column: fault.column },
      'this is no text in UTF-8',
      'Save it as UTF-8.',
    )
  } catch (error) {
    const isTooLarge = error instanceof Refused && error.kind === 'too-large'
    here.say(
      ruleOfTheme,
      { file },
      isTooLarge
        ? `with this the templates and stylesheets of the theme have more than ${bytesText(themeBytes)}`
        : `this cannot be read: ${reasonOf(error)}`,
      isTooLarge
        ? 'Make it smaller.'
        : 'Give yourself permission to read it, and check that it is a file and not a folder.',
    )
  }
  return undefined
}
