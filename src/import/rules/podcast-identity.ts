import { type FeedRule, named, trimmed } from '../feed-rule.ts'
import { podcastNamespace, psp1 } from '../specs.ts'

const rule: FeedRule = {
  id: 'document/podcast-identity',
  severity: 'note',
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
    if (missing.length > 0)
      yield {
        place: feed.atTag(channel),
        message: `the show has no ${missing.map(name => `\`<${name}>\``).join(' and no ')}`,
        help: `Add ${missing.map(name => `\`${forms[name]}\``).join(' and ')}.`,
      }
  },
}
export default rule

const forms: Readonly<Record<string, string>> = {
  'podcast:guid': '<podcast:guid>18b54d9d-b7b5-5ad1-b568-c3d3782406f4</podcast:guid>',
  'podcast:locked': '<podcast:locked>yes</podcast:locked>',
}
