/** What stands for another show, or for an episode of it: part of several fields. */

import { map, noWebAddress, refined, shortOr } from '../schema/shape.ts'
import { choice, type Read, type Refusal, text, url } from '../schema/value.ts'
import type { Node, Said } from '../table/said.ts'
import { each, sayShape, shape } from '../table/shape.ts'
import { podcastTag } from '../table/specs.ts'
import { isUuid, podcastGuid } from '../units/uuid.ts'
import { mediums } from '../vocabulary/podcast-words.ts'

export interface RemoteItem {
  readonly feedGuid: string
  readonly feedUrl?: string
  readonly itemGuid?: string
  readonly medium?: string
  readonly title?: string
}

export const remoteItemShape = shape<RemoteItem>({
  name: 'podcast:remoteItem',
  attributes: {
    feedGuid: 'feedGuid',
    feedUrl: 'feedUrl',
    itemGuid: 'itemGuid',
    medium: 'medium',
    title: 'title',
  },
})

/** Within another element. */
export const remoteItemChild = each(remoteItemShape, { spec: podcastTag('remote-item') })

export const itemsIn = ({ children }: Node): readonly Said[] =>
  children.filter(({ name }) => name === remoteItemShape.name).map(child => sayShape(remoteItemShape, child))

/** Of a guid that was nothing but forbidden characters, nothing is left. */
export const isNamed = ({ feedGuid }: RemoteItem): boolean => Boolean(feedGuid)

const feedGuid = '917393e3-1b1e-5cef-ace4-edaa54e1f810'

export const exampleOfItems = {
  example: feedGuid,
  long: [{ feedGuid }],
  full: [{ feedGuid, feedUrl: 'https://friend.example/feed.xml', title: "A friend's show" }],
} as const

const noGuid = (address: string): Refusal => ({
  expected: 'text',
  message: 'another show is named by its podcast:guid, and here is only its address, which may change',
  help: `Write \`{ feedGuid: …, feedUrl: ${address} }\`; the guid is in that feed, and if the show never moved it is \`${podcastGuid(address)}\`.`,
})

export const remoteItem = () =>
  shortOr(
    (written): Read<RemoteItem> =>
      /^https?:/i.test(written) ? { refusal: noGuid(written) } : { value: { feedGuid: guidOf(written) } },
    refined(
      map({
        feedGuid: text({ examples: ['917393e3-1b1e-5cef-ace4-edaa54e1f810'] })
          .meta({ description: 'The podcast:guid of the other show.' })
          .optional(),
        feedUrl: url().meta({ description: 'Its feed, for apps that do not know the guid.' }).optional(),
        itemGuid: text().meta({ description: 'The guid of one episode of it.' }).optional(),
        medium: choice(mediums)
          .meta({ description: 'What kind of feed it is. Without it: podcast.' })
          .optional(),
        title: text().meta({ description: 'What to call it.' }).optional(),
      }),
      ({ feedGuid, ...rest }): { value: RemoteItem } | { refusal: Refusal; key?: string } => {
        if (feedGuid !== undefined) return { value: { feedGuid: guidOf(feedGuid), ...rest } }
        return rest.feedUrl !== undefined
          ? { refusal: noGuid(rest.feedUrl) }
          : {
              refusal: {
                expected: 'text',
                message: '`feedGuid` is missing',
                help: 'Add the podcast:guid of that show.',
              },
            }
      },
    ),
    { ...noWebAddress, examples: ['917393e3-1b1e-5cef-ace4-edaa54e1f810'] },
  )

const guidOf = (written: string): string => (isUuid(written) ? written.toLowerCase() : written)
