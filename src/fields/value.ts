import { count, map, seconds, shortOr } from '../schema/shape.ts'
import { decimal, flag, many, type Read, scalar, text } from '../schema/value.ts'
import { field } from '../table/field.ts'
import { optional, some } from '../table/optional.ts'
import { each, shape } from '../table/shape.ts'
import { podcastTag } from '../table/specs.ts'
import { type RemoteItem, remoteItem, remoteItemShape } from './remote-item.ts'

export interface ValueRecipient {
  readonly name?: string
  readonly type: string
  readonly address: string
  /** Shares of the payment. */
  readonly split: number
  readonly customKey?: string
  readonly customValue?: string
  /** Taken off the top before the shares are counted. */
  readonly fee?: boolean
}

/** For a while the payment goes elsewhere: to another feed, or to other recipients. */
export interface ValueTimeSplit {
  /** Seconds. */
  readonly start: number
  /** Seconds. */
  readonly duration: number
  /** Seconds. */
  readonly remoteStart?: number
  /** Of each payment, 0 to 100. */
  readonly remotePercentage?: number
  readonly remoteItem?: RemoteItem
  readonly recipients?: readonly ValueRecipient[]
}

export interface Value {
  readonly type: string
  readonly method: string
  /** A decimal number as text: in bitcoin it begins with many zeros, and none of them may be lost. */
  readonly suggested?: string
  readonly recipients: readonly ValueRecipient[]
  readonly timeSplits?: readonly ValueTimeSplit[]
}

/** Type and shares may be left open. */
type WrittenRecipient = Omit<ValueRecipient, 'type' | 'split'> &
  Partial<Pick<ValueRecipient, 'type' | 'split'>>
type WrittenTimeSplit = Omit<ValueTimeSplit, 'recipients'> & {
  readonly recipients?: readonly WrittenRecipient[]
}
type WrittenValue = Partial<Pick<Value, 'type' | 'method' | 'suggested'>> & {
  readonly recipients?: readonly WrittenRecipient[]
  readonly timeSplits?: readonly WrittenTimeSplit[]
}

const long = {
  type: 'lightning',
  method: 'lnaddress',
  recipients: [{ address: 'ada@wallet.example', type: 'lnaddress', split: 1 }],
}

export const value = field({
  key: 'value',
  on: {
    show: {
      says: 'Who is paid by listeners whose apps can send money by the minute.',
      example: 'ada@wallet.example',
      long: long,
      full: {
        suggested: '0.00000005000',
        recipients: [
          { name: 'Ada', address: 'ada@wallet.example', split: 95 },
          { name: 'Host', address: 'host@wallet.example', split: 5, fee: true },
        ],
      },
    },
    episode: {
      says: "Who is paid for this episode, instead of the show's own.",
      example: 'ada@wallet.example',
      long: long,
      full: {
        recipients: [
          { name: 'Ada', address: 'ada@wallet.example', split: 50 },
          { name: 'Lou', address: 'lou@wallet.example', split: 50 },
        ],
        timeSplits: [
          {
            start: 2,
            duration: 5,
            remotePercentage: 90,
            remoteItem: {
              feedGuid: '917393e3-1b1e-5cef-ace4-edaa54e1f810',
              itemGuid: 'song-4',
              medium: 'music',
            },
          },
        ],
      },
    },
    live: { says: 'Who is paid while it runs.', example: 'ada@wallet.example' },
  },
  form: () => many(payment()),
  resolve: (values, _, ofShow?: readonly Value[]) =>
    some(values?.map(value => paymentOf(value, ofShow?.[0]))),
  inFeed: [
    each(valueShape(), {
      spec: podcastTag('value'),
      readBy: 'Fountain, Castamatic, Podcast Guru, Podverse and 11 more apps',
    }),
  ],
})

// ------------------------------------------------------------------------------------------------ how it is written

const payment = () =>
  shortOr(
    (address): Read<WrittenValue> => ({ value: { recipients: [{ address }] } }),
    map({
      type: text({ examples: ['lightning'] })
        .meta({ description: 'The kind of money. Without it: lightning.' })
        .optional(),
      method: text({ examples: ['lnaddress', 'keysend'] })
        .meta({ description: 'How it is sent; left out, it is seen from the addresses.' })
        .optional(),
      suggested: suggested()
        .meta({ description: 'How much to send for each minute, in whole coins.' })
        .optional(),
      recipients: many(recipient())
        .meta({ description: "Who is paid. In an episode, without it: the show's recipients." })
        .optional(),
      timeSplits: many(timeSplit())
        .meta({ description: 'Stretches during which somebody else is paid, such as for a song.' })
        .optional(),
    }),
    { examples: ['ada@wallet.example'] },
  )

const recipient = () =>
  shortOr(
    (address): Read<WrittenRecipient> => ({ value: { address } }),
    map({
      name: text().meta({ description: 'Who it is.' }).optional(),
      type: text({ examples: ['lnaddress', 'node'] })
        .meta({ description: 'The kind of address; left out, it is seen from the address.' })
        .optional(),
      address: text({ examples: ['ada@wallet.example'] }).meta({
        description: 'A lightning address, or the public key of a node.',
      }),
      split: count(1)
        .meta({
          description: 'Shares of each payment. Left out everywhere, all get the same.',
          examples: [95],
        })
        .optional(),
      fee: flag().meta({ description: 'Taken off the top, before the shares are counted.' }).optional(),
      customKey: text().meta({ description: 'A key that the payment carries.' }).optional(),
      customValue: text().meta({ description: 'Its value.' }).optional(),
    }),
    { examples: ['ada@wallet.example'] },
  )

const timeSplit = () =>
  map({
    start: seconds().meta({ description: 'When it begins.' }),
    duration: seconds().meta({ description: 'How long it lasts.' }),
    remoteStart: seconds()
      .meta({ description: 'Where in the other recording playback would begin. Without it: 0.' })
      .optional(),
    remotePercentage: decimal()
      .meta({ description: 'The part of each payment that goes there, from 0 to 100. Without it: 100.' })
      .optional(),
    remoteItem: remoteItem().meta({ description: 'The show or episode that is paid.' }).optional(),
    recipients: many(recipient()).meta({ description: 'Or the people who are paid.' }).optional(),
  })

const suggested = () =>
  scalar(
    (written): Read<string> =>
      /^\d{1,12}(\.\d{1,20})?$/.test(written)
        ? { value: written }
        : {
            refusal: {
              expected: 'number',
              message: `"${written}" is not an amount`,
              help: 'Write a decimal number, such as `0.00000005`.',
            },
          },
    { type: ['number', 'string'], examples: ['0.00000005000'] },
  )

// ----------------------------------------------------------------------------------------------- what becomes of it

/** Who names no recipients pays those of the show, on its terms; who names some has terms of their own. */
export const paymentOf = (written: WrittenValue, show: Value | undefined): Value => {
  const from = written.recipients === undefined ? show : undefined
  const recipients = written.recipients?.map(recipientOf) ?? from?.recipients ?? []
  return {
    type: written.type ?? from?.type ?? 'lightning',
    method: written.method ?? from?.method ?? methodOf(recipients) ?? '',
    ...optional('suggested', written.suggested ?? from?.suggested),
    recipients,
    ...optional('timeSplits', some(written.timeSplits?.map(timeSplitOf))),
  }
}

const recipientOf = ({ type, split, ...written }: WrittenRecipient): ValueRecipient => ({
  ...written,
  type: type ?? addressType(written.address) ?? '',
  split: split ?? 1,
})

const timeSplitOf = ({ recipients, ...written }: WrittenTimeSplit): ValueTimeSplit => ({
  ...written,
  ...optional('recipients', some(recipients?.map(recipientOf))),
})

/** `ada@wallet.example`: https://github.com/lnurl/luds/blob/luds/16.md */
const lightningAddress = /^[^\s@]+@[^\s@]+$/
/** The compressed public key of a Lightning node. */
const nodeKey = /^0[23][0-9a-f]{64}$/i

export const addressType = (address: string): string | undefined => {
  if (lightningAddress.test(address)) return 'lnaddress'
  return nodeKey.test(address) ? 'node' : undefined
}

/** How money reaches addresses of these types, where all of them agree. */
const methods: Readonly<Record<string, string | undefined>> = { lnaddress: 'lnaddress', node: 'keysend' }

export const methodOf = (recipients: readonly { readonly type: string }[]): string | undefined => {
  const [type, ...others] = new Set(recipients.map(recipient => recipient.type))
  return others.length === 0 ? methods[type ?? ''] : undefined
}

// ---------------------------------------------------------------------------------------------------- in the feed

function valueShape() {
  const recipients = [
    shape<ValueRecipient>({
      name: 'podcast:valueRecipient',
      attributes: {
        name: 'name',
        type: 'type',
        address: 'address',
        split: 'split',
        customKey: 'customKey',
        customValue: 'customValue',
        fee: 'fee',
      },
    }),
  ] as const
  const timeSplits = [
    shape<ValueTimeSplit>({
      name: 'podcast:valueTimeSplit',
      attributes: {
        startTime: 'start',
        duration: 'duration',
        remoteStartTime: 'remoteStart',
        remotePercentage: 'remotePercentage',
      },
      children: { remoteItem: remoteItemShape, recipients },
    }),
  ] as const
  return shape<Value>({
    name: 'podcast:value',
    attributes: { type: 'type', method: 'method', suggested: 'suggested' },
    children: { recipients, timeSplits },
  })
}
