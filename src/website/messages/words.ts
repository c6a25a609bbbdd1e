/** The words of the pages. `{name}` is a place for a value. A theme may change any of them, and a show add its own language. */
export interface Words {
  /** Twelve, from January; `D MMM` takes the short ones. */
  readonly months: readonly string[]
  readonly shortMonths: readonly string[]
  /** D: the day, MMMM: the month, MMM: the month, short, YYYY: the year. */
  readonly longDate: string
  readonly shortDate: string
  readonly text: Readonly<Record<Phrase, string>>
}

export type Phrase = (typeof phrases)[number]

export const phrases = [
  ...['skip', 'podcast', 'by', 'explicit', 'trailer', 'bonus', 'season', 'episode', 'seasonEpisode'],
  ...['published', 'duration', 'episodes', 'newer', 'older', 'pageOf', 'subscribe', 'feed', 'copy', 'copied'],
  ...['scan', 'playTrailer', 'search', 'searchEpisodes', 'searchTranscripts', 'results', 'nothing'],
  ...['description', 'overview', 'chapters', 'transcript', 'transcriptFile', 'searchTranscript', 'follow'],
  ...['recent', 'more', 'persons', 'funding', 'license', 'location', 'embed', 'download', 'play', 'pause'],
  ...[
    'back',
    'forward',
    'speed',
    'position',
    'player',
    'resumed',
    'startOver',
    'shareTime',
    'audioElsewhere',
  ],
  ...['withdrawn', 'withdrawnWhy', 'notFound', 'notFoundWhy', 'toShow', 'draft', 'scheduled', 'about'],
  ...['previous', 'next', 'chapterLink', 'skipToSearch', 'complete', 'madeWith', 'needsScript'],
] as const
