/** What a build has to say at its end; of an unchanged one it is all that is left. Plain data. */

import type { Diagnostic, RuleLabel, Targets } from '../diagnostic.ts'
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
        /** Of all audio together. */
        readonly bytes: number
        readonly written: number
        readonly unchanged: number
        /** The show has no address of its own yet. */
        readonly isProvisional: boolean
      }
    | undefined
}

interface Built extends Omit<BuildResult, 'feed'> {
  readonly podcast: Podcast | undefined
  readonly coming: readonly Coming[]
  readonly output?: { readonly written: readonly string[]; readonly unchanged: number } | undefined
}

/** Instants in words, in the zone of the show. */
export interface InstantWords {
  readonly day: (instant: Instant) => string
  readonly moment: (instant: Instant) => string
}

export const resultOf = (
  { podcast, output, title, zone, episodes, files, held, coming, diagnostics, targets, rules }: Built,
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
  feed: podcast && output && feedOf(podcast, output, coming[0], words),
})

const feedOf = (
  podcast: Podcast,
  output: NonNullable<Built['output']>,
  next: Coming | undefined,
  words: InstantWords,
): BuildResult['feed'] => {
  const released = podcast.releases.map(release => release.episode)
  return {
    title: podcast.show.title,
    episodes: released.length,
    seconds: released.reduce((sum, episode) => sum + (episode.duration ?? 0), 0),
    ...(podcast.show.pubDate === undefined ? {} : { newest: words.day(podcast.show.pubDate) }),
    ...(next === undefined ? {} : { next: words.moment(next.instant) }),
    bytes: released.reduce((sum, episode) => sum + episode.audio.length, 0),
    written: output.written.length,
    unchanged: output.unchanged,
    isProvisional: podcast.isProvisional,
  }
}

/** The same of a build after which nothing has changed. */
export const unchangedResult = (result: BuildResult): BuildResult => ({
  ...result,
  feed: result.feed && { ...result.feed, written: 0, unchanged: result.feed.written + result.feed.unchanged },
})
