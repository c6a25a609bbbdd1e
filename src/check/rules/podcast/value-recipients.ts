import type { Finding } from '../../../diagnostic.ts'
import { addressType, methodOf, paymentOf } from '../../../fields/value.ts'
import { eachEntry, type OneEntry, type Rule, type ShowEvidence } from '../../evidence.ts'
import { writtenValues } from './written-values.ts'

const rule: Rule = {
  id: 'podcast/value-recipients',
  scope: 'item',
  inFeeds: 'no element',
  looksAt: ['value'],
  title: 'Money has somewhere to go',
  why: 'An app pays the shares that it can read and drops the rest, or pays nobody at all.',
  specs: [
    'https://github.com/Podcastindex-org/podcast-namespace/blob/main/docs/tags/value.md',
    'https://github.com/Podcastindex-org/podcast-namespace/blob/main/docs/tags/value-recipient.md',
  ],
  askedBy: { podcastindex: 'ignores' },
  covers: ['ep-value-splits'],
  example: {
    bad: {
      'show.md':
        'value: { recipients: [{ address: ada@wallet.example, split: 95 }, { address: host@wallet.example }] }',
    },
    good: {
      'show.md':
        'value: { recipients: [{ address: ada@wallet.example, split: 95 }, { address: host@wallet.example, split: 5 }] }',
    },
    sameFeed: {
      'show.md':
        'value: { recipients: [{ address: ada@wallet.example, split: 95 }, { address: host@wallet.example, split: 1 }] }',
    },
  },
  ...eachEntry(function* (one, evidence): Iterable<Finding> {
    for (const { value, at, item, entry } of writtenValues(one, 'value')) {
      const show = item === undefined ? undefined : evidence.show.value?.[0]
      const { recipients, type, method } = paymentOf(value, show)
      if (recipients.length === 0)
        yield {
          place: at(),
          message: 'listeners are asked for money, but nobody is named who gets it',
          help: `Say who is paid, with an address such as \`ada@wallet.example\`${entry.words.either({ folder: ', under `recipients:`', feed: ', in a `<podcast:valueRecipient>`' })}.`,
        }
      else if (method === '')
        yield {
          place: at('recipients'),
          message: `how the money is sent cannot be seen from the addresses${type === 'lightning' ? '' : ` of ${type}`}`,
          help: 'Add `method: lnaddress` or `method: keysend`, and pay the others in a `value` of their own.',
        }
      yield* faultsOf(value.recipients ?? [], (...path) => at('recipients', ...path))
      for (const [i, split] of value.timeSplits?.entries() ?? [])
        yield* faultsOf(split.recipients ?? [], (...path) => at('timeSplits', i, 'recipients', ...path))
    }
    yield* twice(one, evidence)
  }),
}
export default rule

type At = (...path: readonly (string | number)[]) => Finding['place']

function* faultsOf(
  recipients: readonly { readonly address: string; readonly type?: string; readonly split?: number }[],
  at: At,
): Iterable<Finding> {
  const isShared = recipients.some(({ split }) => split !== undefined)
  for (const [i, { address, type, split }] of recipients.entries()) {
    if (isShared && split === undefined)
      yield {
        place: at(i),
        message: `"${address}" has no share of the money (\`split\`), while the others have one, so apps pay it nothing`,
        help: 'Add `split` with its share, or remove it from all of them: then each gets the same.',
      }
    if (type === undefined && addressType(address) === undefined)
      yield {
        place: at(i, 'address'),
        message: `"${address}" is neither a lightning address nor the public key of a node, so apps cannot pay it`,
        help: 'Write one such as `ada@wallet.example`, or say what it is with `type:`.',
      }
  }
}

/** A second payment of the same kind would be read in place of the first, or not at all. */
function* twice(one: OneEntry, evidence: ShowEvidence): Iterable<Finding> {
  const seen = new Map<string, Finding['place']>()
  for (const { value, at, entry, path, item } of writtenValues(one, 'value')) {
    const show = item === undefined ? undefined : evidence.show.value?.[0]
    const { type, recipients, method } = paymentOf(value, show)
    const key = [entry.path, ...path.slice(0, -1), type, method || methodOf(recipients)].join()
    const first = seen.get(key)
    if (first === undefined) seen.set(key, at())
    else
      yield {
        place: at(),
        message: 'there are two payments of the same kind here, and apps take only one of them',
        help: 'Put all who are paid into the `recipients` of one.',
        related: [{ place: first, message: 'the first' }],
      }
  }
}
