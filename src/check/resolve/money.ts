/** podcast:value: what was left open is seen from the addresses, and an episode takes over what it does not say from the show. */

import type { WrittenShow } from '../../fields/index.ts'
import type { Value, ValueRecipient, ValueTimeSplit } from '../../podcasting.ts'
import { given, list } from './fields.ts'

export type WrittenValue = NonNullable<WrittenShow['value']>[number]
type WrittenRecipient = NonNullable<WrittenValue['recipients']>[number]
type WrittenTimeSplit = NonNullable<WrittenValue['timeSplits']>[number]

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

const recipientOf = (written: WrittenRecipient): ValueRecipient => {
  const { name, type, address, split, fee, customKey, customValue } = written
  return {
    ...given('name', name),
    type: type ?? addressType(address) ?? '',
    address,
    split: split ?? 1,
    ...given('customKey', customKey),
    ...given('customValue', customValue),
    ...given('fee', fee),
  }
}

const timeSplitOf = ({ recipients, ...written }: WrittenTimeSplit): ValueTimeSplit => ({
  ...written,
  ...list('recipients', recipients?.map(recipientOf)),
})

/** `show`: what the show says, for an episode. */
export const paymentOf = (written: WrittenValue, show: WrittenValue | undefined): Value => {
  const isInherited = written.recipients === undefined && show !== undefined
  const recipients = (isInherited ? show.recipients : written.recipients) ?? []
  const paid = recipients.map(recipientOf)
  return {
    type: written.type ?? (isInherited ? show.type : undefined) ?? 'lightning',
    method: written.method ?? (isInherited ? show.method : undefined) ?? methodOf(paid) ?? '',
    ...given('suggested', written.suggested ?? show?.suggested),
    recipients: paid,
    ...list('timeSplits', written.timeSplits?.map(timeSplitOf)),
  }
}

export const valuesOf = (
  written: readonly WrittenValue[] | undefined,
  show: readonly WrittenValue[] | undefined,
): readonly Value[] | undefined => written?.map(value => paymentOf(value, show?.[0]))
