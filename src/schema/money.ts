import { hrefOf } from '../units/url.ts'
import { remoteItem } from './feeds.ts'
import { addressText, count, map, refined, seconds, shortOr, webAddress } from './shape.ts'
import { decimal, flag, many, type Read, scalar, text, url, urlProblem } from './value.ts'

export const funding = () =>
  shortOr(
    (written): Read<{ url: string; text: string }> => {
      const refusal = urlProblem(written)
      if (refusal !== undefined) return { refusal }
      const href = hrefOf(written)
      return { value: { url: href, text: addressText(href) } }
    },
    refined(
      map({
        url: url().meta({ description: 'Where listeners can give.' }),
        text: text({ examples: ['Buy us a coffee'] })
          .meta({ description: 'What the link says. Without it: the address.' })
          .optional(),
      }),
      written => ({ value: { url: written.url, text: written.text ?? addressText(written.url) } }),
    ),
    { ...webAddress, examples: ['https://ko-fi.com/harbour'] },
  )

/** Who is paid, as it was written: type and shares may be left open. */
export interface WrittenRecipient {
  readonly name?: string
  readonly type?: string
  readonly address: string
  readonly split?: number
  readonly fee?: boolean
  readonly customKey?: string
  readonly customValue?: string
}

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

export interface WrittenValue {
  readonly type?: string
  readonly method?: string
  readonly suggested?: string
  readonly recipients?: readonly WrittenRecipient[]
  readonly timeSplits?: readonly WrittenTimeSplit[]
}
export type WrittenTimeSplit = ReturnType<typeof timeSplit>['_zod']['output']

export const value = () =>
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
