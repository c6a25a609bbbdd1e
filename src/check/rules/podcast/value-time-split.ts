import type { Finding } from '../../../diagnostic.ts'
import { formatClock } from '../../../units/duration.ts'
import { eachEntry, type Rule } from '../../evidence.ts'
import { writtenValues } from './written-values.ts'

const rule: Rule = {
  id: 'podcast/value-time-split',
  scope: 'item',
  looksAt: ['value'],
  title: 'A time split names either another feed or people, within the recording',
  why: 'While it runs the money goes elsewhere: to one place, which the app has to find.',
  specs: ['https://github.com/Podcastindex-org/podcast-namespace/blob/main/docs/tags/value-time-split.md'],
  askedBy: { podcastindex: 'ignores' },
  covers: ['ep-value-splits'],
  example: {
    bad: {
      '001.md': `value:
  recipients: ada@wallet.example
  timeSplits: { start: 2, duration: 5 }`,
    },
    good: {
      '001.md': `value:
  recipients: ada@wallet.example
  timeSplits: { start: 2, duration: 5, recipients: lou@wallet.example }`,
    },
  },
  ...eachEntry(function* (one): Iterable<Finding> {
    for (const {
      value,
      at,
      item,
      entry: { words },
    } of writtenValues(one, 'value'))
      for (const [i, split] of value.timeSplits?.entries() ?? []) {
        const length = item?.release?.episode.duration
        const end = split.start + split.duration
        // An empty list names nobody.
        const hasRecipients = (split.recipients?.length ?? 0) > 0
        if ((split.remoteItem === undefined) === !hasRecipients)
          yield {
            place: at('timeSplits', i),
            message:
              split.remoteItem === undefined
                ? `from ${formatClock(split.start)} to ${formatClock(end)} payments should go to somebody else, but nobody is named, so they go to nobody`
                : `from ${formatClock(split.start)} to ${formatClock(end)} both another feed and people are named, and only one of the two can be paid`,
            help: words.either({
              folder: 'Name the people with `recipients:`, or the song or show with `remoteItem:`.',
              feed: 'Name the people with `<podcast:valueRecipient>` in it, or the song or show with `<podcast:remoteItem>`.',
            }),
          }
        if (
          split.remotePercentage !== undefined &&
          (split.remotePercentage < 0 || split.remotePercentage > 100)
        )
          yield {
            place: at('timeSplits', i, 'remotePercentage'),
            message: `the share of this time split is ${split.remotePercentage}, which is not a percentage from 0 to 100`,
            help: 'Write a number from 0 to 100.',
          }
        if (length !== undefined && end > length + 1)
          yield {
            place: at('timeSplits', i, 'start'),
            message: `this time split ends at ${formatClock(end)}, and the recording at ${formatClock(length)}`,
            help: `Let it end by ${formatClock(length)}: correct its start or its duration.`,
          }
      }
  }),
}
export default rule
