/** What is said of files that nobody will hear or see, because they belong to no episode, and of names that collide. */

import type { WrittenEpisode } from '../fields/index.ts'
import { isMarkdown, isShowPath, markdownEndings, stemOf } from '../names.ts'
import type { Entry, Recording } from '../project.ts'
import { nameOf, twinsAmong, withoutEnding } from '../units/file-name.ts'
import { newCommand } from '../units/shell.ts'
import { listed } from '../units/text.ts'
import type { Probe } from './here.ts'
import { nameFrom } from './near.ts'
import { aside, lackOf, unheard, type Words } from './no-episode.ts'
import caseTwins from './rules/case-twins.ts'
import notMarkdown from './rules/not-markdown.ts'
import unclaimed from './rules/unclaimed.ts'
import { FEW, sayAll } from './say-all.ts'

export const sayUnclaimed = async (here: Probe, recordings: readonly Recording[]): Promise<void> => {
  sayNotMarkdown(here)
  // Of a folder without an episode that is said, with the same command.
  if (here.manuscript.episodes.length === 0) return
  await sayRecordings(here, recordings)
  saySides(here)
}

const sayRecordings = async (here: Probe, recordings: readonly Recording[]): Promise<void> => {
  const { manuscript, near } = here
  // Of an episode that was published and is gone, the history of the show tells.
  const published = manuscript.lock?.episodes ?? {}
  const paths = near
    .loose()
    .audio.filter(
      path =>
        !near.mentioned.has(path) &&
        !manuscript.linked?.has(path) &&
        !Object.hasOwn(published, withoutEnding(path)),
    )
  if (paths.length === 0) return
  const seeking = seekersOf(here, recordings)
  const lacks = new Map<string, Words>()
  // Only of those that are named: to measure five hundred would take longer than the build.
  const named = paths.slice(0, FEW)
  for (const path of named) {
    const lack = await lackOf(here, path)
    if (lack !== undefined) lacks.set(path, lack)
  }
  sayAll(
    here,
    unclaimed,
    paths.map(path => ({ path })),
    ({ path }) => lacks.get(path) ?? wordsOf(here, path, seeking.get(path)),
    (count, names) => ({
      message: `${count.toLocaleString('en')} recordings belong to no episode, so nobody will hear them: ${names}`,
      help: helpForAll(
        here,
        named.find(path => !lacks.has(path)),
      ),
    }),
  )
}

const helpForAll = (here: Probe, path: string | undefined): string =>
  path === undefined
    ? aside
    : `Run \`${commandFor(here, path)}\` to make the episode of that recording. ${aside}`

const wordsOf = (here: Probe, path: string, entry: Entry<WrittenEpisode> | undefined): Words => {
  const { manuscript } = here
  const command = commandFor(here, path)
  const text = textBeside(path, manuscript.files)
  const name = entry && nameFrom(entry.path, path, manuscript)
  if (name !== undefined)
    return {
      message: `this recording belongs to no episode; ${entry!.path} comes near, and has none here`,
      help: `Write \`audio: ${name}\` in ${entry!.file} if it is meant for that episode, or run \`${command}\` to make its own.`,
    }
  if (text !== undefined)
    return {
      message: `${unheard}: ${text} beside it is not read, because its name does not end in ${anEnding}`,
      help: `Rename ${text} to ${nameOf(withoutEnding(path))}.${markdownEndings[0]} if it is the episode, or run \`${command}\`.`,
    }
  return { message: unheard, help: `Run \`${command}\` to make its episode. ${aside}` }
}

const commandFor = ({ manuscript, shown }: Probe, path: string): string =>
  newCommand(manuscript.folder, shown(path))

/** Episodes that are drafts, or whose recording only the lock knows, by the recording that comes near their name. */
const seekersOf = (
  { near }: Probe,
  recordings: readonly Recording[],
): ReadonlyMap<string, Entry<WrittenEpisode>> => {
  const seekers = new Map<string, Entry<WrittenEpisode>>()
  for (const { entry, audio } of recordings) {
    if (audio !== undefined && audio.from !== 'lock') continue
    const found = near.ofStem(entry.stem)
    if (found?.paths.length === 1) seekers.set(found.paths[0], entry)
  }
  return seekers
}

const saySides = (here: Probe): void => {
  const sides = here.near.loose().sides.filter(({ path }) => !here.near.mentioned.has(path))
  sayAll(
    here,
    unclaimed,
    sides,
    ({ path, entry }) => ({
      message: `this file belongs to no episode; the nearest is ${entry.path}`,
      help: `Rename it to ${entry.stem}${sideEnding(path)} if it is meant for that episode.`,
    }),
    (count, names) => ({
      message: `${count.toLocaleString('en')} files come near the names of episodes and belong to none: ${names}`,
      help: 'Give each of them the name of its episode: the part before the ending has to be the same.',
    }),
  )
}

/** `.de.vtt`, `.chapters.json`. */
const sideEnding = (path: string): string =>
  /(?:\.chapters|\.[a-z]{2,3}(?:-[a-z0-9]{2,8})*)?\.[^./]+$/i.exec(path)![0]

/** Notes as other programs save them. */
const textBeside = (path: string, files: ReadonlySet<string>): string | undefined => {
  const stem = withoutEnding(path)
  const ending = 'txt text rtf docx doc odt pages rst adoc yaml yml toml'
    .split(' ')
    .find(one => files.has(`${stem}.${one}`))
  return ending === undefined ? undefined : nameOf(`${stem}.${ending}`)
}

/** `001.md.txt`, as editors of Windows save it; `001.mkd`, as other programs call Markdown. */
const NOT_MARKDOWN = new RegExp(
  `\\.(?:(?:${markdownEndings.join('|')})\\.(?:txt|text)|mdown|mkdown|mkdn|mkd|mdwn|mdtext)$`,
  'i',
)

const sayNotMarkdown = (here: Probe): void => {
  const paths = [...here.manuscript.files].filter(
    path => NOT_MARKDOWN.test(path) && !/(?:^|\/)(?:readme|licen[sc]e|show)\./i.test(path),
  )
  if (paths.length === 0) return
  // The recording of such an episode has one: that it is not read is all there is to say.
  const stems = new Set(paths.map(path => path.replace(NOT_MARKDOWN, '')))
  for (const path of here.near.loose().audio)
    if (stems.has(withoutEnding(path))) here.near.mentioned.add(path)
  sayAll(
    here,
    notMarkdown,
    paths.map(path => ({ path })),
    ({ path }) => ({
      message: `this file is not read as an episode, because its name does not end in ${anEnding}`,
      help: `Rename it to ${nameOf(path).replace(NOT_MARKDOWN, '')}.${markdownEndings[0]}.`,
    }),
    (count, names) => ({
      message: `${count.toLocaleString('en')} files are not read as episodes, because their names do not end in ${anEnding}: ${names}`,
      help: `Rename them so that they end in .${markdownEndings[0]}.`,
    }),
  )
}

const anEnding = listed(
  markdownEndings.map(one => `.${one}`),
  'or',
)

export const sayTwins = (here: Probe): void => {
  const { files, outside } = here.manuscript
  const twins = twinsAmong([...files, ...outside.keys()]).filter(
    ({ path, twin }) => !here.near.mentioned.has(path) && !isSameEpisode(path, twin),
  )
  sayAll(
    here,
    caseTwins,
    twins,
    ({ path, twin }) => ({
      message: `"${path}" and "${twin}" differ only in ${foldsInCapitals(path, twin) ? 'capitals' : 'how their accents are stored'}, so macOS and Windows keep only one of the two files`,
      help: 'Rename one of the two, and write the new name wherever the old one is used.',
    }),
    (count, names) => ({
      message: `${count.toLocaleString('en')} names differ from others only in capitals or how their accents are stored, so macOS and Windows keep only one of each two: ${names}`,
      help: 'Rename one of each two, and write the new name wherever the old one is used.',
    }),
  )
}

const foldsInCapitals = (one: string, other: string): boolean =>
  one.normalize('NFC') !== other.normalize('NFC')

/** That has been said already. */
const isSameEpisode = (one: string, other: string): boolean =>
  isMarkdown(one) &&
  isMarkdown(other) &&
  (stemOf(one) === stemOf(other) || (isShowPath(one) && isShowPath(other)))
