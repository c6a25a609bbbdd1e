import { count, map, shortOr, webAddress } from '../schema/shape.ts'
import { type Read, text, url, urlProblem } from '../schema/value.ts'
import { field } from '../table/field.ts'
import { one, shape } from '../table/shape.ts'
import { ofChannelToo } from '../table/specs.ts'
import { hrefOf } from '../units/url.ts'
import { site } from './link.ts'
import { title as showTitle } from './title.ts'

/** The small picture of RSS itself, from before there was artwork. */
export interface RssImage {
  readonly url: string
  readonly title: string
  readonly link: string
  /** Pixels, of the button that it was meant for. */
  readonly width?: number
  /** Pixels. */
  readonly height?: number
  readonly description?: string
}

export type WrittenRssImage = Pick<RssImage, 'url'> & Partial<RssImage>

export const rssImage = field({
  key: 'rssImage',
  on: {
    show: {
      says: 'The address of the picture of RSS itself, for readers that know no other. Its title and link are those of the show unless it says otherwise.',
      example: 'https://show.example/button.png',
      long: { url: 'https://show.example/button.png' },
      full: {
        url: 'https://show.example/button.png',
        title: 'Harbour Notes on air',
        link: 'https://show.example/air',
        width: 88,
        height: 31,
        description: 'Short talks',
      },
    },
  },
  form: () =>
    shortOr<WrittenRssImage>(
      (written): Read<WrittenRssImage> => {
        const refusal = urlProblem(written)
        return refusal === undefined ? { value: { url: hrefOf(written) } } : { refusal }
      },
      map({
        url: url().meta({ description: 'Where the picture is.' }),
        title: text().meta({ description: "What it is of. Without it: the show's title." }).optional(),
        link: url().meta({ description: "Where it leads. Without it: the show's link." }).optional(),
        width: count(1).meta({ description: 'Pixels, 144 at most.' }).optional(),
        height: count(1).meta({ description: 'Pixels, 400 at most.' }).optional(),
        description: text().meta({ description: 'The title of the link around it.' }).optional(),
      }),
      { ...webAddress, examples: ['https://show.example/button.png'] },
    ),
  resolve: (image, { resolved }): RssImage | undefined =>
    image && {
      ...image,
      title: image.title || (resolved(showTitle) ?? ''),
      link: image.link ?? resolved(site) ?? '',
    },
  inFeed: [
    one(
      shape<RssImage>({
        name: 'image',
        children: {
          url: 'url',
          title: 'title',
          link: 'link',
          width: 'width',
          height: 'height',
          description: 'description',
        },
      }),
      { spec: ofChannelToo, readBy: 'feed readers', on: ['show'] },
    ),
  ],
})
