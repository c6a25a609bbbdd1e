/** What belongs to episodes that are not in the feed on purpose, and would be in the output folder if they were. */

import { episodesOnAPage } from '../../limits.ts'
import type { Lock } from '../../model.ts'
import { listFolder } from '../../names.ts'
import type { Release } from '../../podcast.ts'
import type { Recording } from '../../project.ts'
import { pathBelow } from '../../units/url.ts'
import { type Evidence, heldIn, released } from '../evidence.ts'
import { pageFolders } from '../website.ts'
import { chaptersPath } from './chapters.ts'
import { namedAssets } from './named-files.ts'
import { transcriptPath } from './transcripts.ts'

export interface Withheld {
  readonly why: 'draft' | 'future' | 'gone'
  /** Of its Markdown file, as messages name it; undefined where that is gone too. */
  readonly file: string | undefined
  /** Inside the output folder. Nothing that is published has one of these. */
  readonly paths: readonly string[]
  /** The same of its pages, which somebody else may have too: in them stands who made them. */
  readonly pages: readonly string[]
}

/** `published`: the show's own files. */
export const withheldOf = (
  evidence: Evidence,
  { lock, published }: { readonly lock: Lock | undefined; readonly published: readonly string[] },
): readonly Withheld[] => {
  const inFeed = new Set([...published, ...released(evidence).flatMap(({ release }) => pathsOf(release))])
  // A build without pages leaves those of earlier ones where they are.
  const folders = evidence.pages ?? pageFolders(evidence.project.recordings, lock)
  const heldBack = evidence.items.flatMap((item): Withheld[] => {
    const held = heldIn(evidence, item)
    const { entry, release, recording } = item
    const paths = () => [
      ...(release === undefined ? filesOf(recording) : pathsOf(release)),
      ...served(lock?.episodes[entry.stem]?.url, evidence),
    ]
    return held === 'draft' || held === 'future'
      ? [{ why: held, file: entry.file, paths: paths(), pages: pagesIn(folders.get(entry.stem)) }]
      : []
  })
  const stems = new Set(evidence.items.map(({ entry }) => entry.stem))
  const languages = languagesIn(evidence)
  const gone = Object.entries(lock?.episodes ?? {}).flatMap(([stem, { gone, url, page }]): Withheld[] => {
    if (!gone || stems.has(stem)) return []
    const paths = [...served(url, evidence), ...filesNamed(stem, languages)]
    // Where there are pages, this one says that the episode is gone.
    return [{ why: 'gone', file: undefined, paths, pages: evidence.pages ? [] : pagesIn(page) }]
  })
  return [...heldBack, ...gone].flatMap(one => {
    const [paths, pages] = [one.paths, one.pages].map(all =>
      [...new Set(all)].filter(path => !inFeed.has(path)),
    )
    return paths!.length + pages!.length === 0 ? [] : [{ ...one, paths: paths!, pages: pages! }]
  })
}

const pagesIn = (folder: string | undefined): readonly string[] =>
  folder === undefined ? [] : ['index.html', 'embed.html'].map(name => `${folder}${name}`)

/** What may be left in the output folder of a show whose builds have made pages. */
export interface PagesLeft {
  /** Inside the output folder, the show's own first. */
  readonly paths: readonly string[]
  /** Whether show.md asks for pages all the same. */
  readonly isAskedFor: boolean
}

/** The pages that earlier builds have made of a show, where this one makes none. */
export const pagesLeft = ({ pages, entry }: Evidence, lock: Lock | undefined): PagesLeft => {
  const isAskedFor = entry.meta.website ?? false
  if (pages !== undefined) return { paths: [], isAskedFor }
  const folders = Object.values(lock?.episodes ?? {}).flatMap(({ page }) => page ?? [])
  const ofEpisodes = folders.flatMap(pagesIn)
  const lists = Math.ceil(folders.length / episodesOnAPage)
  const ofLists = Array.from({ length: lists }, (_, number) => `${listFolder(number)}index.html`)
  return { paths: [...new Set(['index.html', ...ofLists, ...ofEpisodes, '404.html'])], isAskedFor }
}

const pathsOf = ({ assets, chapterFile, cueFiles }: Release): readonly string[] => [
  ...assets.map(({ path }) => path),
  ...(chapterFile === undefined ? [] : [chapterFile.path]),
  ...cueFiles.map(({ path }) => path),
]

/** Of one that lacks what a release needs. */
const filesOf = ({ audio, picture, transcripts, named }: Recording): readonly string[] => [
  ...(audio?.from === 'disk' ? [audio.path] : []),
  ...(picture === undefined ? [] : [picture.path]),
  ...transcripts.flatMap(({ path }) => (path === undefined ? [] : [transcriptPath(path)])),
  ...namedAssets(named).map(({ path }) => path),
]

const transcriptEndings = ['vtt', 'srt', 'json', 'html', 'txt'] as const

const served = (url: string | undefined, { identity }: Evidence): readonly string[] => {
  const path = url === undefined || identity === undefined ? undefined : pathBelow(identity.baseUrl, url)
  return path === undefined ? [] : [path]
}

/** Its Markdown is not there any more: what a build wrote for it beside its audio, in the languages that the show has transcripts in. */
const filesNamed = (stem: string, languages: readonly string[]): readonly string[] => [
  chaptersPath(stem),
  ...['', ...languages.map(language => `.${language}`)].flatMap(language =>
    transcriptEndings.map(ending => transcriptPath(`${stem}${language}.${ending}`)),
  ),
]

const languagesIn = ({ items }: Evidence): readonly string[] => [
  ...new Set(
    items.flatMap(({ recording }) => recording.transcripts.flatMap(({ language }) => language ?? [])),
  ),
]
