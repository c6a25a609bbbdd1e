import { resolveUrl, schemeOf, urlProblems } from '../../units/url.ts'
import { type FeedRule, quoted } from '../feed-rule.ts'
import { urlsIn } from '../feed-urls.ts'
import { apple, rssProfile, w3cError } from '../specs.ts'

const rule: FeedRule = {
  id: 'document/uri',
  always: 'noticed',
  title: 'An address has no spaces and no letters beyond ASCII',
  why: 'Some apps encode them and some do not: a part of the audience cannot download.',
  specs: [rssProfile('data-types-url'), apple, w3cError('InvalidURLAttribute')],
  askedBy: { apple: 'advises', w3c: 'requires' },
  covers: ['doc-url-uri-not-iri', 'ep-enclosure-ascii-name'],
  example: {
    bad: { 'feed.xml': '<itunes:image href="https://show.example/the cover.jpg"/>' },
    good: { 'feed.xml': '<itunes:image href="https://show.example/the%20cover.jpg"/>' },
  },
  *check(feed) {
    for (const { name, written, place } of urlsIn(feed)) {
      if (schemeOf(written) === undefined) continue
      const problem = urlProblems(written).find(
        ({ kind }) =>
          kind === 'space' ||
          kind === 'non-ascii' ||
          // Browsers mend it elsewhere; a recording is fetched by servers and old players.
          (kind === 'percent' && name.endsWith('`<enclosure>`')),
      )
      if (problem === undefined) continue
      const encoded = resolveUrl('https://show.example/', written)
      yield {
        place,
        message: `${quoted(written)}, the ${name}, contains ${problem.kind === 'space' ? 'a space' : `"${problem.detail}"`}, so some apps cannot open it`,
        help:
          encoded === undefined
            ? 'Write it percent-encoded, such as `%20` for a space.'
            : `Write \`${encoded.replaceAll('&', '&amp;').slice(0, 300)}\`.`,
      }
    }
  },
}
export default rule
