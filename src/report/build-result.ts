/** What a build has to say at its end; of an unchanged one it is all that is left. Plain data. */

import type { Counted, Diagnostic, RuleLabel, Targets } from '../diagnostic.ts'
import { comingNamed } from '../limits.ts'
import type { Instant, Seconds } from '../model.ts'
import type { Coming, Podcast } from '../podcast.ts'

export interface BuildResult {
  /** The show's title as far as it is known, even where there are errors. */
  readonly title: string | undefined
  /** IANA. */
  readonly zone: string | undefined
  /** How many episodes there are, in the feed or not. */
  readonly episodes: number
  /** Every file with front matter, as messages name it. */
  readonly files: readonly string[]
  readonly held: { readonly draft: number; readonly future: number }
  /** When the next episode goes live. */
  readonly due?: Instant
  /** In reading order: file, line, column. */
  readonly diagnostics: readonly Diagnostic[]
  /** Whom it was judged for. */
  readonly targets: Targets
  /** Those that occur: to print what was found, no other rule need be loaded. */
  readonly rules: readonly RuleLabel[]
  /** Where it was asked for: what each rule came to. */
  readonly counted?: Counted
  /** Undefined when nothing was written: the old feed stays. */
  readonly feed:
    | {
        readonly title: string
        readonly episodes: number
        readonly seconds: Seconds
        /** A day, in words: making them costs more than all the rest of an unchanged build. */
        readonly newest?: string
        /** When the next one goes live, in words. */
        readonly next?: string
        /** The next ones, as the author knows them. */
        readonly coming?: readonly ComingWords[]
        /** A few of the drafts, by title, else by file. */
        readonly drafts?: readonly string[]
        /** Of all audio together. */
        readonly bytes: number
        readonly written: number
        readonly unchanged: number
        /** The show has no address of its own yet. */
        readonly isProvisional: boolean
      }
    | undefined
}

/** An episode that waits for its time. */
export interface ComingWords {
  /** Its title, else its file. */
  readonly name: string
  /** When it goes live, in words. */
  readonly moment: string
}

interface Built extends Omit<BuildResult, 'feed'> {
  readonly podcast: Podcast | undefined
  readonly coming: readonly Coming[]
  readonly drafts: readonly string[]
  readonly output?: { readonly written: readonly string[]; readonly unchanged: number } | undefined
}

/** Instants in words, in the zone of the show. */
export interface InstantWords {
  readonly day: (instant: Instant) => string
  readonly moment: (instant: Instant) => string
}

export const resultOf = (
  {
    podcast,
    output,
    title,
    zone,
    episodes,
    files,
    held,
    coming,
    drafts,
    diagnostics,
    targets,
    rules,
    counted,
  }: Built,
  words: InstantWords,
): BuildResult => ({
  title: podcast?.show.title ?? title,
  zone,
  episodes,
  files,
  held,
  ...(coming[0] === undefined ? {} : { due: coming[0].instant }),
  diagnostics,
  targets,
  rules,
  ...(counted && { counted }),
  feed: podcast && output && feedOf(podcast, output, { coming, drafts }, words),
})

const feedOf = (
  podcast: Podcast,
  output: NonNullable<Built['output']>,
  { coming, drafts }: Pick<Built, 'coming' | 'drafts'>,
  words: InstantWords,
): BuildResult['feed'] => {
  const [next] = coming
  const released = podcast.releases.map(release => release.episode)
  return {
    title: podcast.show.title,
    episodes: released.length,
    seconds: released.reduce((sum, episode) => sum + (episode.duration ?? 0), 0),
    ...(podcast.show.pubDate === undefined ? {} : { newest: words.day(podcast.show.pubDate) }),
    ...(next === undefined ? {} : { next: words.moment(next.instant) }),
    ...(next === undefined
      ? {}
      : { coming: coming.slice(0, comingNamed).map(one => comingWords(one, words)) }),
    ...(drafts.length === 0 ? {} : { drafts: drafts.slice(0, comingNamed) }),
    bytes: released.reduce((sum, episode) => sum + episode.audio.length, 0),
    written: output.written.length,
    unchanged: output.unchanged,
    isProvisional: podcast.isProvisional,
  }
}

const comingWords = ({ title, file, instant }: Coming, words: InstantWords): ComingWords => ({
  name: title ?? file,
  moment: words.moment(instant),
})

/** The same of a build after which nothing has changed. */
export const unchangedResult = (result: BuildResult): BuildResult => ({
  ...result,
  feed: result.feed && { ...result.feed, written: 0, unchanged: result.feed.written + result.feed.unchanged },
})
