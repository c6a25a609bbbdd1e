import { map, shortOr } from '../schema/shape.ts'
import { choice, type Read, text } from '../schema/value.ts'
import { field } from '../table/field.ts'
import { optional } from '../table/optional.ts'
import { one, shape } from '../table/shape.ts'
import { podcastTag } from '../table/specs.ts'
import { chatProtocols } from '../vocabulary/podcast-words.ts'

export interface Chat {
  readonly server: string
  readonly protocol: (typeof chatProtocols)[number]
  readonly accountId?: string
  readonly space?: string
}

const long = { protocol: 'irc', server: 'irc.example', space: '#harbour' }
const usual = { example: 'irc://irc.example/#harbour', long, full: { ...long, accountId: '@ada' } }

export const chat = field({
  key: 'chat',
  on: {
    show: { says: 'Where people talk about the show.', ...usual },
    episode: {
      says: "Where people talk about this episode, when that is not the show's place.",
      ...usual,
    },
    live: { says: 'Where people talk during it.', example: usual.example },
  },
  form: () =>
    shortOr(
      readChat,
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
      {
        type: 'string',
        pattern: '^(ircs?|xmpp|nostr|matrix)://',
        examples: ['irc://irc.example/#harbour'],
      },
    ),
  resolve: chat => (chat?.server ? chat : undefined),
  inFeed: [
    one(
      shape<Chat>({
        name: 'podcast:chat',
        attributes: { server: 'server', protocol: 'protocol', accountId: 'accountId', space: 'space' },
      }),
      { spec: podcastTag('chat'), readBy: 'the apps that show live items' },
    ),
  ],
})

const readChat = (written: string): Read<Chat> => {
  const [, scheme = '', server = '', space = ''] = /^([a-z]+):\/\/([^/\s]+)(?:\/(\S*))?$/i.exec(written) ?? []
  const protocol = chatProtocols.find(known => known === scheme.toLowerCase().replace(/^ircs$/, 'irc'))
  return protocol === undefined
    ? {
        refusal: {
          expected: 'map',
          message: `"${written}" does not say how and where people talk`,
          help: 'Write `irc://irc.example/#harbour`, or `{ protocol: irc, server: irc.example, space: "#harbour" }`.',
        },
      }
    : { value: { server, protocol, ...optional('space', space || undefined) } }
}
