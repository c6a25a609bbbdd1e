import type { NamedFile } from '../measured.ts'
import { count, fileOrUrl, map, mediaType, readFileOrUrl, shortOr } from '../schema/shape.ts'
import { many, type Read, text } from '../schema/value.ts'
import { field } from '../table/field.ts'
import type { Files } from '../table/its.ts'
import { optional, some } from '../table/optional.ts'
import { type Node, type Said, sayList } from '../table/said.ts'
import { each, elementOf, shape } from '../table/shape.ts'
import { mediaRss, podcastTag } from '../table/specs.ts'

/** A podcast:image. With nothing but an address it is the square artwork. */
export interface Image {
  readonly href: string
  readonly alt?: string
  /** As in CSS: `16/9`. */
  readonly aspectRatio?: string
  /** Pixels. */
  readonly width?: number
  /** Pixels. */
  readonly height?: number
  readonly type?: string
  /** Words with spaces between. */
  readonly purpose?: string
}

const usual = {
  example: 'wide.jpg',
  long: [{ href: 'wide.jpg' }],
  full: [{ href: 'wide.jpg', alt: 'A pier at dawn', purpose: 'social banner' }],
}

const thumbnail = shape<Image>({
  name: 'media:thumbnail',
  attributes: { url: 'href', width: 'width', height: 'height' },
})

export const images = field({
  key: 'images',
  on: {
    show: { says: 'More pictures of the show, for other shapes and purposes than the artwork.', ...usual },
    episode: {
      says: 'More pictures of the episode. One of 16:9 also becomes the thumbnail for YouTube.',
      ...usual,
    },
    live: { says: 'More pictures of the broadcast.', example: 'wide.jpg' },
  },
  form: () => many(image()),
  *names(images) {
    for (const [i, { href }] of images.entries()) yield { name: href, path: [i, 'href'], kind: 'picture' }
  },
  resolve: (images, { files }) => some(images?.flatMap(image => imageOf(image, files) ?? [])),
  inFeed: [
    each(
      shape<Image>({
        name: 'podcast:image',
        attributes: {
          href: 'href',
          alt: 'alt',
          'aspect-ratio': 'aspectRatio',
          width: 'width',
          height: 'height',
          type: 'type',
          purpose: 'purpose',
        },
      }),
      { spec: podcastTag('image'), readBy: 'new: few yet' },
    ),
    {
      name: 'podcast:images',
      spec: podcastTag('images'),
      on: ['show', 'episode'],
      isDeprecated: true,
      attributes: ['srcset'],
      read: nodes => sayList(nodes.flatMap(saySources)),
    },
    {
      name: 'media:thumbnail',
      spec: mediaRss,
      readBy: 'YouTube',
      on: ['episode'],
      attributes: ['url', 'width', 'height'],
      // Not read: it says the same as one of the pictures, or it is the artwork of a page.
      write(images) {
        const wide = images.find(({ aspectRatio }) => isWide(aspectRatio))
        return wide === undefined ? [] : [elementOf(thumbnail, { ...wide })]
      },
    },
  ],
})

/** A file is measured; what was written about an address is all that is known of it. */
const imageOf = (written: Image, files: Files): Image | undefined => {
  const href = files.pictureUrl(written.href)
  if (href === undefined) return undefined
  const facts = factsOf(files.find(written.href))
  return {
    href,
    ...optional('alt', written.alt),
    ...optional('aspectRatio', written.aspectRatio ?? (facts && ratioOf(facts.width, facts.height))),
    ...optional('width', facts?.width || written.width),
    ...optional('height', facts?.height || written.height),
    ...optional('type', facts?.mediaType ?? written.type),
    ...optional('purpose', written.purpose),
  }
}

const factsOf = (file: NamedFile | undefined) => (file?.kind === 'picture' ? file.facts : undefined)

/** `1920` and `1080` are `16/9`. Undefined for an SVG without a size of its own. */
export const ratioOf = (width: number, height: number): string | undefined => {
  if (width === 0 || height === 0) return undefined
  const divisor = greatestCommonDivisor(width, height)
  return `${width / divisor}/${height / divisor}`
}

const greatestCommonDivisor = (a: number, b: number): number =>
  b === 0 ? a : greatestCommonDivisor(b, a % b)

/** Of 16:9: YouTube is said to take the first of these for the thumbnail. */
const isWide = (ratio: string | undefined): boolean => {
  const [, width, height = '1'] = /^([\d.]+)(?:\s*\/\s*([\d.]+))?$/.exec(ratio ?? '') ?? []
  return width !== undefined && Math.abs(Number(width) / Number(height) - 16 / 9) < 0.01
}

/** `https://cdn.example/1500.jpg 1500w, https://cdn.example/600.jpg 600w`; `2x` says nothing of how wide it is. */
const SOURCE = /([^\s,]\S*?)(?:\s+(?:(\d{1,6})w|[\d.]{1,6}x))?\s*(?:,|$)/g

const saySources = (node: Node): readonly Said[] => {
  const spot = { node, attribute: 'srcset' }
  const { srcset = '' } = node.attributes
  return [...srcset.matchAll(SOURCE)].map(([, href = '', width]) => ({
    spot,
    map: {
      href: { spot, text: href },
      ...(width === undefined ? {} : { width: { spot, text: width } }),
    },
  }))
}

const image = () =>
  shortOr(
    (written): Read<Image> => {
      const result = readFileOrUrl(written)
      return 'value' in result ? { value: { href: result.value } } : result
    },
    map({
      href: fileOrUrl({ examples: ['wide.jpg'] }).meta({
        description: 'A file in the show folder, or its URL. A file is measured.',
      }),
      alt: text({ examples: ['A pier at dawn'] })
        .meta({ description: 'What it shows, for those who do not see it.' })
        .optional(),
      aspectRatio: text({ examples: ['16/9'] })
        .meta({ description: 'Width by height; measured from a file.' })
        .optional(),
      width: count(1).meta({ description: 'Pixels; measured from a file.' }).optional(),
      height: count(1).meta({ description: 'Pixels; measured from a file.' }).optional(),
      type: mediaType('image/jpeg').meta({ description: 'Measured from a file.' }).optional(),
      purpose: text({ examples: ['social', 'banner'] })
        .meta({ description: 'What it is for; several words if need be.' })
        .optional(),
    }),
    { type: 'string', examples: ['wide.jpg'] },
  )
