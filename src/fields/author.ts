import { text } from '../schema/value.ts'
import { field } from '../table/field.ts'
import { inText } from '../table/shape.ts'
import { apple, google } from '../table/specs.ts'

/** Of an episode. */
export const episodeAuthor = field({
  key: 'author',
  on: {
    episode: {
      says: 'Who made this episode, when it is not the author of the show.',
      example: 'Lou Reef',
      synonyms: ['itunesauthor', 'authorname'],
    },
  },
  form: () => text(),
  resolve: author => author || undefined,
  inFeed: [inText('itunes:author', { spec: apple, readBy: 'some apps' })],
})

export const author = field({
  key: 'author',
  on: {
    show: {
      says: 'The people or the group behind the show. Spotify refuses a show without one.',
      example: 'Ada Pier',
      isAsked: true,
      synonyms: ['itunesauthor', 'authors', 'authorname', 'creator', 'publishername', 'artist'],
    },
  },
  form: () => text(),
  resolve: author => author || undefined,
  inFeed: [
    inText('itunes:author', { spec: apple, readBy: 'Apple, Spotify, most apps' }),
    inText('googleplay:author', { spec: google, isDeprecated: true }),
  ],
})
