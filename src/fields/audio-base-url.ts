import { url } from '../schema/value.ts'
import { field } from '../table/field.ts'

export const audioBaseUrl = field({
  key: 'audioBaseUrl',
  on: {
    show: {
      says: 'Where the audio is served, when that is not `baseUrl`.',
      example: 'https://audio.example/harbour/',
      synonyms: [
        ...['mediaprefix', 'mediabaseurl', 'mediaurl', 'audioprefix', 'audiourl', 'enclosurebase'],
        ...['audiobase', 'mediabase'],
      ],
    },
  },
  form: () => url({ isFolder: true }),
  inFeed: [],
})
