/** What the pages of a show say, by name: src/website/messages has the words, and a show may have its own. */

export type Phrase = (typeof phrases)[number]

export const phrases = [
  ...['skip', 'podcast', 'by', 'explicit', 'trailer', 'bonus', 'season', 'episode', 'seasonEpisode'],
  ...[
    'published',
    'duration',
    'episodes',
    'newer',
    'older',
    'page',
    'pageOf',
    'subscribe',
    'feed',
    'copy',
    'copied',
  ],
  ...['scan', 'playTrailer', 'searchEpisodes', 'searchTranscripts', 'results', 'nothing'],
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
  ...['withdrawn', 'withdrawnWhy', 'notFound', 'notFoundWhy', 'toShow', 'draft', 'scheduled'],
  ...['previous', 'next', 'chapterLink', 'complete'],
] as const

/** What `{name}` in a phrase stands for; phrases that are not here have no such places. */
export const placesIn: { readonly [Name in Phrase]?: readonly string[] } = {
  by: ['author'],
  season: ['season'],
  episode: ['episode'],
  seasonEpisode: ['season', 'episode'],
  published: ['date'],
  duration: ['duration'],
  page: ['page'],
  pageOf: ['page', 'pages'],
  results: ['count'],
  recent: ['show'],
  more: ['show'],
  back: ['seconds'],
  forward: ['seconds'],
  resumed: ['time'],
  withdrawnWhy: ['title', 'show'],
  toShow: ['show'],
  chapterLink: ['title'],
}

/** Words of the pages that are not the program's own. What is left out is said in the language of the show, or else in English. */
export type Messages = { readonly [Name in Phrase]?: string } & {
  /** Twelve, from January. */
  readonly months?: readonly string[]
  readonly shortMonths?: readonly string[]
  readonly longDate?: string
  readonly shortDate?: string
  readonly categories?: Readonly<Record<string, string>>
  /** Of people. */
  readonly roles?: Readonly<Record<string, string>>
  /** By their code. */
  readonly languages?: Readonly<Record<string, string>>
}
