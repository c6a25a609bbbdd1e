import { text, url } from '../schema/value.ts'
import { type AnyField, field, type Name, type Other } from '../table/field.ts'
import { type Its, nowhere } from '../table/its.ts'
import { inAttribute } from '../table/shape.ts'
import { apple, google } from '../table/specs.ts'
import { fileUrl } from '../units/url.ts'

const inImage = inAttribute<string>('itunes:image', 'href', {
  spec: apple,
  readBy: 'every app and directory',
})

const inFeed = [
  // A show that was imported may have none.
  {
    ...inImage,
    write: (image: string, other: Other) => (image === nowhere ? [] : inImage.write!(image, other)),
  },
  inAttribute<string>('googleplay:image', 'href', { spec: google, on: ['show'], isDeprecated: true }),
]
const names = (image: string): readonly Name[] => [{ name: image, path: [], kind: 'artwork' }]

/** The picture that was measured, be it named or found beside the episode; else the address that was written. */
const addressOf = (image: string | undefined, { folder, files }: Its): string | undefined =>
  folder?.picture
    ? fileUrl(folder.base, folder.picture.path)
    : image === undefined
      ? undefined
      : files.pictureUrl(image)

export const artwork = field({
  key: 'image',
  on: {
    show: {
      says: 'The show artwork: a square JPEG or PNG file in the show folder, 1400 to 3000 pixels wide, or its URL.',
      example: 'cover.jpg',
      required: true,
      synonyms: [
        ...['cover', 'coverart', 'coverimage', 'artwork', 'logo', 'itunesimage', 'picture', 'thumbnail'],
        'imageurl',
      ],
    },
  },
  form: () => text(),
  names,
  resolve: (image, its) => addressOf(image, its) ?? nowhere,
  inFeed,
})

export const image = field({
  key: 'image',
  on: {
    episode: {
      says: 'Episode artwork, when it does not share the name of the Markdown file.',
      example: '001.jpg',
      synonyms: [
        ...['cover', 'coverart', 'coverimage', 'artwork', 'thumbnail', 'thumb', 'picture', 'episodeimage'],
        ...['itunesimage', 'imageurl', 'featuredimage', 'featureimage', 'photo', 'art'],
      ],
    },
  },
  form: () => text(),
  names,
  resolve: addressOf,
  inFeed,
}) satisfies AnyField

/** A live item has no files beside it. */
export const liveImage = field({
  key: 'image',
  on: { live: { says: 'Its artwork.', example: 'https://show.example/live.jpg' } },
  form: url,
  resolve: image => image,
  inFeed,
})
