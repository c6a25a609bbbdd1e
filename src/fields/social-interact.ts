import { count, map, refined, shortOr, uri } from '../schema/shape.ts'
import { choice, listing, many, type Read, type Refusal, text, url } from '../schema/value.ts'
import { field } from '../table/field.ts'
import { some } from '../table/optional.ts'
import { each, shape } from '../table/shape.ts'
import { podcastTag } from '../table/specs.ts'
import { canParseUrl } from '../units/can-parse-url.ts'
import { socialProtocols } from '../vocabulary/podcast-words.ts'

export interface SocialInteract {
  readonly protocol: (typeof socialProtocols)[number]
  /** Absent only when the protocol is `disabled`. */
  readonly uri?: string
  readonly accountId?: string
  readonly accountUrl?: string
  readonly priority?: number
}

const full = {
  protocol: 'activitypub',
  uri: 'https://social.example/@ada/111',
  accountId: '@ada',
  accountUrl: 'https://social.example/@ada',
  priority: 1,
}
const short = full.uri
const long = [{ protocol: full.protocol, uri: full.uri }]

export const socialInteract = field({
  key: 'socialInteract',
  on: {
    show: { says: 'Where people comment on the show as a whole.', example: short, long: long, full: [full] },
    episode: {
      says: 'The post under which people comment, or `disabled`.',
      example: short,
      long: long,
      full: [full],
    },
    live: { says: 'Where people comment.', example: short },
  },
  form: () => many(social()),
  resolve: some<SocialInteract>,
  inFeed: [
    each(
      shape<SocialInteract>({
        name: 'podcast:socialInteract',
        attributes: {
          protocol: 'protocol',
          uri: 'uri',
          accountId: 'accountId',
          accountUrl: 'accountUrl',
          priority: 'priority',
        },
      }),
      { spec: podcastTag('social-interact'), readBy: 'PeerTube, Podfriend, Podverse, TrueFans' },
    ),
  ],
})

const social = () =>
  shortOr(
    (written): Read<SocialInteract> => {
      if (written.toLowerCase() === 'disabled') return { value: { protocol: 'disabled' } }
      const protocol = protocolOf(written)
      return protocol === undefined ? { refusal: unknownProtocol } : { value: { protocol, uri: written } }
    },
    refined(
      map({
        protocol: choice(socialProtocols)
          .meta({
            description:
              'The network; seen from the address where that tells. `disabled`: no comments are wanted.',
          })
          .optional(),
        uri: uri().meta({ description: 'The post under which people comment.' }).optional(),
        accountId: text({ examples: ['@ada'] })
          .meta({ description: 'Who posted it.' })
          .optional(),
        accountUrl: url().meta({ description: 'The page of that account.' }).optional(),
        priority: count()
          .meta({ description: 'Which comes first: 1 before 2.', examples: [1] })
          .optional(),
      }),
      ({ protocol = undefined, ...rest }): { value: SocialInteract } | { refusal: Refusal; key?: string } => {
        const seen = protocol ?? (rest.uri === undefined ? undefined : protocolOf(rest.uri))
        if (seen === undefined) return { refusal: unknownProtocol, key: 'protocol' }
        if (seen !== 'disabled' && rest.uri === undefined)
          return {
            refusal: {
              expected: 'url',
              message: '`uri` is missing: the post under which people comment',
              help: 'Add the address of the post.',
            },
          }
        return { value: { protocol: seen, ...rest } }
      },
    ),
    {
      type: 'string',
      pattern: '^([a-zA-Z]+:|[dD]isabled$)',
      examples: ['https://social.example/@ada/111', 'disabled'],
    },
  )

type Protocol = SocialInteract['protocol']

/** Where the address itself tells. Mastodon, Pixelfed and PeerTube run on hosts of any name, and their paths begin with a handle. */
const protocolOf = (address: string): Protocol | undefined => {
  if (/^at:/i.test(address)) return 'atproto'
  if (/^nostr:/i.test(address)) return 'nostr'
  if (/^matrix:/i.test(address)) return 'matrix'
  const url = canParseUrl(address) ? new URL(address) : undefined
  if (url === undefined) return undefined
  const byHost = hosts[url.hostname.replace(/^(www|mobile)\./, '')]
  if (byHost !== undefined) return byHost
  return /^\/(@[^/]+\/\d+|@[^/]+\/[\w-]+|users\/[^/]+\/statuses\/\d+|notice\/\w+|objects\/[\w-]+)/.test(
    url.pathname,
  )
    ? 'activitypub'
    : undefined
}

const hosts: Readonly<Record<string, Protocol | undefined>> = {
  'twitter.com': 'twitter',
  'x.com': 'twitter',
  'bsky.app': 'atproto',
  'matrix.to': 'matrix',
  'hive.blog': 'hive',
  'peakd.com': 'hive',
  'njump.me': 'nostr',
  'primal.net': 'nostr',
}

const unknownProtocol: Refusal = {
  expected: 'map',
  message: 'this address does not tell which network it belongs to',
  help: `Write \`{ protocol: activitypub, uri: … }\`; the protocol is ${listing(socialProtocols)}.`,
}
