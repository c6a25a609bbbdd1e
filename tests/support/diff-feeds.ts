/** Two states of a feed, compared. */

import { type Change, type Difference, differenceOf, readState, type State } from '../../src/diff/index.ts'

const now = Date.parse('2026-11-24T12:00:00Z')

export const stateOf = (xml: string | Uint8Array, name = 'feed.xml'): State => {
  const read = readState({ name, bytes: typeof xml === 'string' ? Buffer.from(xml) : xml, now })
  if ('problems' in read) throw new Error(read.problems.map(({ message }) => message).join('\n'))
  return read.state
}

export const compared = (before: string, after: string, accepted: readonly string[] = []): Difference =>
  differenceOf(stateOf(before, 'before.xml'), stateOf(after, 'after.xml'), accepted)

/** `replaced audio.length harbour-2`: each change in a few words. */
export const told = ({ changes }: Difference): readonly string[] => changes.map(wordsOf)

const wordsOf = ({ effect, what, episode, accept, isAccepted }: Change): string =>
  [effect, what, episode?.guid, accept && (isAccepted ? 'accepted' : 'refused')].filter(Boolean).join(' ')

/** A channel with these elements in it, and items with those. */
export const feedOf = (channel: string, items: readonly string[]): string =>
  [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<rss version="2.0" xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd" xmlns:podcast="https://podcastindex.org/namespace/1.0" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:media="http://search.yahoo.com/mrss/">',
    '<channel><title>Harbour Notes</title><link>https://show.example/</link><description>Ports.</description>',
    channel,
    ...items.map(item => `<item>${item}</item>`),
    '</channel></rss>',
  ].join('\n')
