import type { Trailer } from '../fields/trailers.ts'
import { counted } from '../report/counts.ts'
import { grouped } from '../units/amount.ts'
import type { Change } from './change.ts'
import { type Comparing, fieldChanges } from './field-changes.ts'
import { audioOf, textOf } from './parts.ts'
import { proseChange } from './prose-change.ts'
import type { State } from './state.ts'
import { subtitleMissed } from './subtitle-change.ts'
import { ownSummaryChange } from './summary-change.ts'
import { isSameValue } from './value-text.ts'

export const showChanges = (before: State, after: State): readonly Change[] => [
  ...(before.isProvisional || after.isProvisional
    ? []
    : [...feedAddress(before, after), ...podcastGuid(before, after)]),
  ...proseChange('description', textOf(before.show.description), textOf(after.show.description)),
  ...ownSummaryChange(before.show, after.show),
  ...fieldChanges(before.show, after.show, ofShow)
    .map(subtitleMissed(before.show))
    .map(trailersNamed(before, after))
    .map(ownAddressNamed(before, after))
    .map(({ kind: _, ...change }): Change => change),
  ...skippedItems(before, after),
]

/** An app that knows a trailer as an episode shows nothing else when the show names it too. */
const trailersNamed =
  (before: State, after: State) =>
  (change: Change): Change => {
    if (change.what !== 'trailers') return change
    const [was, is] = [before, after].map(({ show }) => urlsOf(show.trailers))
    const there = new Set(before.episodes.map(episode => audioOf(episode)?.url))
    const added = is!.filter(url => !was!.includes(url))
    if (added.length === 0 || was!.some(url => !is!.includes(url)) || !added.every(url => there.has(url)))
      return change
    const remark = `${counted(added.length, 'episode')} that the feed had before, named as ${added.length === 1 ? 'a trailer' : 'trailers'} of the show`
    return { effect: 'unnoticed', what: 'trailers', remark }
  }

const urlsOf = (trailers: unknown): readonly string[] =>
  Array.isArray(trailers) ? trailers.map(({ url }: Trailer) => url) : []

/** Most hosts write `<itunes:new-feed-url>` into every feed, with the address of that very feed: it leads nobody anywhere. */
const ownAddressNamed =
  ({ show: before }: State, { show: after }: State) =>
  (change: Change): Change =>
    change.what === 'newFeedUrl' &&
    textOf(after.newFeedUrl) === '' &&
    isSameValue(before.newFeedUrl, before.feedUrl)
      ? { ...change, effect: 'unnoticed', remark: 'it was the address of the feed itself' }
      : change

const ofShow: Comparing = {
  without: new Set(['feedUrl', 'guid', 'description', 'summary']),
  effects: {
    newFeedUrl: 'finds-again',
    block: 'finds-again',
    blocks: 'finds-again',
    // For programs, or about this very copy of the feed.
    ...Object.fromEntries(
      [
        ...['generator', 'pubDate', 'lastBuildDate', 'hub', 'podping', 'txt', 'verify', 'locked'],
        // Who reads a feed of several pages, and who has all of it on one, are shown the same episodes.
        'pages',
        ...['managingEditor', 'webMaster', 'ttl', 'docs', 'keywords', 'rssImage', 'spotifyLimit'],
      ].map(key => [key, 'unnoticed'] as const),
    ),
  },
  quietlyAdded: new Set(['link', 'copyright', 'type', 'updateFrequency', 'medium', 'author', 'owner']),
}

/** With `newFeedUrl`, the feed itself says where the show has gone: as in check/history/changes.ts. */
const feedAddress = ({ show: before }: State, { show: after }: State): readonly Change[] => {
  const [was, is] = [textOf(before.feedUrl), textOf(after.feedUrl)]
  if (isSameValue(was, is)) return []
  if (was === '') return [{ effect: 'unnoticed', what: 'feedUrl', after: is, remark: 'added' }]
  if (is === '') return [{ effect: 'unnoticed', what: 'feedUrl', before: was, remark: 'no longer said' }]
  const saysSo = isSameValue(after.newFeedUrl, is)
  return [
    {
      effect: 'finds-again',
      what: 'feedUrl',
      before: was,
      after: is,
      ...(saysSo
        ? { remark: 'newFeedUrl tells every app' }
        : {
            accept: 'feed-url' as const,
            remark: 'the old address has to redirect (301) to the new one, or nobody gets another episode',
          }),
    },
  ]
}

const podcastGuid = ({ show: before }: State, { show: after }: State): readonly Change[] => {
  const [was, is] = [textOf(before.guid), textOf(after.guid)]
  // A UUID is the same in capitals: https://www.rfc-editor.org/rfc/rfc9562#section-4
  if (was.toLowerCase() === is.toLowerCase()) return []
  if (was === '') return [{ effect: 'unnoticed', what: 'guid', after: is, remark: 'podcast:guid added' }]
  return [
    {
      effect: 'finds-again',
      what: 'guid',
      before: was,
      ...(is === '' ? {} : { after: is }),
      accept: 'podcast-guid',
      remark: 'with another podcast:guid it is another show',
    },
  ]
}

const skippedItems = (before: State, after: State): readonly Change[] =>
  before.skipped === after.skipped
    ? []
    : [
        {
          effect: 'unnoticed',
          what: 'feed',
          before: grouped(before.skipped),
          after: grouped(after.skipped),
          remark: 'items without a recording, which no app shows',
        },
      ]
