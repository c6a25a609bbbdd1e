import type { Finding } from '../../../diagnostic.ts'
import { isUuid } from '../../../units/uuid.ts'
import { eachEntry, type Rule } from '../../evidence.ts'
import { writtenValues } from './written-values.ts'

const rule: Rule = {
  id: 'podcast/remote-guid',
  scope: 'item',
  looksAt: ['podroll', 'publisher', 'remoteItems', 'value'],
  title: 'Another show is named by its podcast:guid',
  why: 'Apps find the other show by that guid alone; with anything else in its place they find nothing.',
  specs: ['https://github.com/Podcastindex-org/podcast-namespace/blob/main/docs/tags/remote-item.md'],
  askedBy: { podcastindex: 'ignores' },
  covers: ['x-remote-guid-known'],
  example: {
    bad: { 'show.md': 'podroll: harbour-notes' },
    good: { 'show.md': 'podroll: 917393e3-1b1e-5cef-ace4-edaa54e1f810' },
  },
  ...eachEntry(function* (one): Iterable<Finding> {
    for (const { value, at } of writtenValues(one, 'podroll', 'remoteItems', 'publisher'))
      if (!isUuid(value.feedGuid)) yield { place: at('feedGuid'), ...wordsOf(value.feedGuid) }
    for (const { value, at } of writtenValues(one, 'value'))
      for (const [i, { remoteItem }] of value.timeSplits?.entries() ?? [])
        if (remoteItem !== undefined && !isUuid(remoteItem.feedGuid))
          yield { place: at('timeSplits', i, 'remoteItem', 'feedGuid'), ...wordsOf(remoteItem.feedGuid) }
  }),
}
export default rule

const wordsOf = (guid: string) => ({
  message: `"${guid}" is not a podcast:guid (a UUID), so apps do not find the other show`,
  help: 'Copy it from `<podcast:guid>` in the feed of that show; it looks like `917393e3-1b1e-5cef-ace4-edaa54e1f810`.',
})
