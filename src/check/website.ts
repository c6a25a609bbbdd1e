/** What the pages need of a show beside what its feed says. */

import { resolved } from '../fields/chapters.ts'
import type { Cue, Lock } from '../model.ts'
import { reservedForPages } from '../names.ts'
import type { EpisodePage, Look, PageTranscript, Website, WithdrawnPage } from '../podcast.ts'
import type { Recording } from '../project.ts'
import { withoutReferences } from '../syntax/html-references.ts'
import { optional } from '../table/optional.ts'
import { once } from '../units/once.ts'
import { ownDescription } from './descriptions.ts'
import { type Evidence, heldIn, type Item } from './evidence.ts'
import type { Markdown } from './notes/markdown-texts.ts'

export type PageFolders = ReadonlyMap<string, string>

/**
 * The folder of each episode's page, by stem. What was published under an address stays there, whatever its file is called now; and
 * nobody else gets that address, not even when the episode is gone.
 */
export const pageFolders = (recordings: readonly Recording[], lock: Lock | undefined): PageFolders => {
  const folders = new Map<string, string>()
  const taken = new Set(Object.values(lock?.episodes ?? {}).flatMap(({ page }) => page ?? []))
  const named = new Set<string>()
  const stems = recordings.map(({ entry }) => entry.stem)
  for (const stem of stems) {
    const page = lock?.episodes[stem]?.page
    if (page === undefined || named.has(page)) continue
    folders.set(stem, page)
    named.add(page)
  }
  for (const stem of stems) {
    if (folders.has(stem)) continue
    const folder = firstFree(stem, taken)
    folders.set(stem, folder)
    taken.add(folder)
  }
  return folders
}

const firstFree = (stem: string, taken: ReadonlySet<string>): string => {
  for (let i = 1; ; i++) {
    const folder = i === 1 ? `${stem}/` : `${stem}-${i}/`
    if (!taken.has(folder)) return folder
  }
}

interface PageParts {
  readonly folder: string
  readonly texts: Markdown
  readonly recording: Recording
  /** Where the output folder is served. */
  readonly base: string
  readonly held: Item['held']
}

export const episodePage = ({ folder, texts, recording, base, held }: PageParts): EpisodePage => {
  const { overview, description } = recording.entry.meta
  const [list] = recording.chapters
  return {
    folder,
    overview: overview === undefined ? '' : texts.html(overview),
    text: once(() => wordsIn(texts.body.html || texts.html(description ?? ''))),
    teaser: once(() =>
      (description === undefined ? texts.body : texts.of(description)).text({ urls: false }),
    ),
    chapters: list === undefined || list.url !== undefined ? [] : resolved(list, base),
    transcripts: transcriptsOf(recording),
    ...optional('held', held === 'limit' ? undefined : held),
  }
}

/** Of HTML that is our own: what is searched needs no lines and no lists. Addresses are no words. */
const wordsIn = (html: string): string =>
  withoutReferences(html.replace(/<[^>]*>/g, ' ')).replace(/https?:\/\/\S+/g, ' ')

/** Of each language one whose lines are known: with times before without. */
const transcriptsOf = ({ transcripts }: Recording): readonly PageTranscript[] => {
  const languages = new Map<string, PageTranscript>()
  for (const transcript of transcripts) {
    const { path, language, type } = transcript
    const key = language?.toLowerCase() ?? ''
    if (path === undefined || type === undefined || type === 'text/plain' || languages.has(key)) continue
    languages.set(key, {
      ...optional('language', language),
      get cues(): readonly Cue[] {
        return transcript.cues
      },
    })
  }
  return [...languages.values()]
}

/** Undefined where the show has no pages. `lock`: as this build leaves it. */
export const websiteOf = (evidence: Evidence, lock: Lock | undefined): Website | undefined => {
  const { pages, entry, zone, about, base } = evidence
  if (pages === undefined || base === undefined) return undefined
  return {
    base,
    zone,
    about: about ?? '',
    isDescribed: ownDescription(entry.meta) !== undefined,
    listings: entry.meta.listings ?? [],
    withdrawn: withdrawnPages(evidence, lock),
    ...optional('messages', entry.meta.messages),
    look: lookOf(evidence),
  }
}

const lookOf = ({ entry, project }: Evidence): Look => {
  const { theme = {}, themeScripts = false } = entry.meta
  const { folder: _, stylesheet: __, dark = {}, ...values } = theme
  return { ...project.theme, values, dark, mayRun: themeScripts }
}

/** Of what was taken out of the feed on purpose, and had a page. One that is written anew as a draft says nothing yet. */
const withdrawnPages = (evidence: Evidence, lock: Lock | undefined): readonly WithdrawnPage[] => {
  const shown = new Set(
    evidence.items.flatMap(item => (isShown(item, evidence) ? (item.release?.page?.folder ?? []) : [])),
  )
  return Object.values(lock?.episodes ?? {}).flatMap(({ gone, page, title }) =>
    gone && page !== undefined && !shown.has(page) ? [{ folder: page, ...optional('title', title) }] : [],
  )
}

const isShown = (item: Item, evidence: Evidence): boolean =>
  item.release !== undefined && heldIn(evidence, item) === undefined

/** Why no page can stand in a folder: what of the output is called so already. */
export const takenBy = (folder: string): string | undefined => {
  const first = folder.split('/', 1)[0]!.toLowerCase()
  return reservedForPages.has(first) || /^page-\d+$/.test(first) ? first : undefined
}
