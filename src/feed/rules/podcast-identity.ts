import { podcastGuid } from '../../units/uuid.ts'
import { type FeedRule, named, trimmed } from '../feed-rule.ts'
import { podcastNamespace, psp1 } from '../specs.ts'

const rule: FeedRule = {
  id: 'document/podcast-identity',
  title: 'A show has a podcast:guid, and says whether it may be imported',
  why: 'By its guid a show is known again wherever it moves, and podcast:locked keeps other hosts from taking it over.',
  specs: [psp1, podcastNamespace],
  askedBy: { psp1: 'advises', podcastindex: 'advises' },
  covers: ['show-guid-rec', 'show-locked-rec'],
  example: {
    bad: { 'feed.xml': '- podcast:guid' },
    good: { 'feed.xml': '<podcast:guid>18b54d9d-b7b5-5ad1-b568-c3d3782406f4</podcast:guid>' },
  },
  *check(feed) {
    const { channel } = feed
    if (channel === undefined) return
    const missing = ['podcast:guid', 'podcast:locked'].filter(
      name => !named(channel, name).some(node => trimmed(node) !== ''),
    )
    if (missing.length === 0) return
    const self = named(channel, 'atom:link').find(({ attributes }) => attributes.rel === 'self')
    yield {
      place: feed.atTag(channel),
      message: `the show has no ${missing.map(name => `\`<${name}>\``).join(' and no ')}, by which Podcast Index ${missing.includes('podcast:guid') ? 'knows it wherever it moves' : 'keeps others from moving it to their host'}`,
      help: `Add ${missing.map(name => `\`${formOf(name, self?.attributes.href)}\``).join(' and ')}.`,
    }
  },
}
export default rule

/** A guid is made from the address of the feed; without one, none can be shown that somebody else would not copy too. */
const formOf = (name: string, feedUrl: string | undefined): string =>
  name === 'podcast:locked'
    ? '<podcast:locked>yes</podcast:locked>'
    : `<podcast:guid>${feedUrl?.trim() ? podcastGuid(feedUrl.trim()) : '…'}</podcast:guid>`
