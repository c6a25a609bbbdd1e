import { chatProtocols, socialProtocols } from '../vocabulary/podcast-words.ts'
import { count, map, refined, shortOr, uri } from './shape.ts'
import { choice, listing, type Read, type Refusal, text, url } from './value.ts'

export interface WrittenSocial {
  readonly protocol: (typeof socialProtocols)[number]
  readonly uri?: string
  readonly accountId?: string
  readonly accountUrl?: string
  readonly priority?: number
}

type Protocol = WrittenSocial['protocol']

/** Where the address itself tells. Mastodon, Pixelfed and PeerTube run on hosts of any name, and their paths begin with a handle. */
const protocolOf = (address: string): Protocol | undefined => {
  if (/^at:/i.test(address)) return 'atproto'
  if (/^nostr:/i.test(address)) return 'nostr'
  if (/^matrix:/i.test(address)) return 'matrix'
  const url = URL.canParse(address) ? new URL(address) : undefined
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

export const socialInteract = () =>
  shortOr(
    (written): Read<WrittenSocial> => {
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
      ({ protocol = undefined, ...rest }): { value: WrittenSocial } | { refusal: Refusal; key?: string } => {
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

export const chat = () =>
  shortOr(
    (
      written,
    ): Read<{
      server: string
      protocol: (typeof chatProtocols)[number]
      accountId?: string
      space?: string
    }> => {
      const [, scheme = '', server = '', space = ''] =
        /^([a-z]+):\/\/([^/\s]+)(?:\/(\S*))?$/i.exec(written) ?? []
      const protocol = chatProtocols.find(known => known === scheme.toLowerCase().replace(/^ircs$/, 'irc'))
      return protocol === undefined
        ? {
            refusal: {
              expected: 'map',
              message: `"${written}" does not say how and where people talk`,
              help: 'Write `irc://irc.example/#harbour`, or `{ protocol: irc, server: irc.example, space: "#harbour" }`.',
            },
          }
        : { value: { server, protocol, ...(space === '' ? {} : { space }) } }
    },
    map({
      server: text({ examples: ['irc.example'] }).meta({ description: 'The server.' }),
      protocol: choice(chatProtocols).meta({ description: 'How it talks.' }),
      accountId: text({ examples: ['@ada'] })
        .meta({ description: 'The account of the host.' })
        .optional(),
      space: text({ examples: ['#harbour'] })
        .meta({ description: 'The room.' })
        .optional(),
    }),
    { type: 'string', pattern: '^(ircs?|xmpp|nostr|matrix)://', examples: ['irc://irc.example/#harbour'] },
  )
