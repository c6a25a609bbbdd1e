/** Whether what was built and what was said of it agree: what a validator finds in the feed, the build has said. */

import type { Diagnostic, Severity } from '../../src/diagnostic.ts'
import { runFeed } from './run-feed.ts'

/** Of a rule of documents, which sees how the feed is written, those of show folders that say the same of what it is made from. */
const sayTheSame: Readonly<Record<string, readonly string[]>> = {
  'document/template': ['notes/template'],
  'document/size': ['show/feed-size'],
  // From before there were podcasts.
  'document/date-plausible': ['date/implausible'],
  // Nothing to read, or nothing that comes out.
  'document/episode-description': ['episode/description-missing'],
  // `&amp;amp;` is what `&amp;` in front matter becomes.
  'document/double-escaped': ['text/entities'],
  // What was lost to a wrong encoding.
  'document/odd-characters': ['text/damaged'],
  // A tag in plain text is taken for one by whoever takes it for HTML.
  'document/unsafe-html': ['text/markup'],
  'document/relative-links': ['text/markup'],
  // What a payment or another file of the episode lacks.
  'document/podcast-attributes': ['podcast/value-recipients', 'podcast/alternate-enclosure'],
  'document/number-value': ['episode/number-positive'],
  // The type comes from the bytes, the ending from the name.
  'document/enclosure-type': ['audio/ending-type'],
  'document/enclosure-media': ['audio/extension'],
  // An address at which nobody can subscribe, so that there is no guid yet.
  'document/podcast-identity': ['show/provisional'],
  'show/private-address': ['show/provisional'],
}

/** What the build knows better than the feed can. */
const knownBetter: readonly string[] = [
  // The number that is missing belongs to an episode that is held back.
  'episode/number-gap',
  // Chapters without a title are in the JSON file, which is not read; and faults of a transcript are in the transcript.
  'chapters/first-at-zero',
  // A duration that is written overrides the one that chapters are held against.
  'chapters/within-duration',
  'transcripts/prefer-vtt',
  // Bytes and seconds were measured.
  'document/enclosure-size',
]

const RANKS: Readonly<Record<Severity, number>> = { error: 2, warning: 1, note: 0 }

/** What is found in a feed that was built, and was not said, or was said more mildly. */
export const unsaid = (feed: string, said: readonly Diagnostic[]): readonly Diagnostic[] => {
  // Nobody is to subscribe there yet, or only listeners on a network of the show's own: that is said once, and builds.
  const isOutOfReach = said.some(({ rule }) => rule === 'show/provisional' || rule === 'show/private-address')
  // What is served over http is so by the address of the show, which is told once.
  const isOverHttp = said.some(({ rule }) => rule === 'show/https')
  // A fault that was published before is named, and let be.
  const inherited = said.filter(({ rule }) => rule === 'history/inherited')
  return runFeed(feed).diagnostics.filter(
    ({ rule, severity }) =>
      !inherited.some(({ message }) => message.includes(rule)) &&
      !knownBetter.includes(rule) &&
      !(isOverHttp && rule.endsWith('/https')) &&
      !(isOutOfReach && /^(?:document\/enclosure-address|[a-z]+\/https)$/.test(rule)) &&
      !said.some(
        one =>
          (one.rule === rule || sayTheSame[rule]?.includes(one.rule)) &&
          RANKS[one.severity] >= RANKS[severity],
      ),
  )
}

/** For a message of a test. */
export const inWords = (found: readonly Diagnostic[]): readonly string[] =>
  found.map(({ severity, rule, place, message }) => `${severity} ${rule} ${place.line}: ${message}`)
