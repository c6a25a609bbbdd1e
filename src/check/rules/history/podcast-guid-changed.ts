import type { Rule } from '../../evidence.ts'
import { acceptHelp } from '../../history/accept-help.ts'
import { changesOf } from '../../history/history.ts'

const rule: Rule = {
  id: 'history/podcast-guid-changed',
  always: 'broken',
  inherits: 'never',
  inFeeds: 'history',
  title: 'The podcast:guid of a published show stays',
  why: 'It is assigned once and holds for life, also after a move: with another one the show is another show to Podcast Index and to every app and payment that names it.',
  specs: ['https://github.com/Podcastindex-org/podcast-namespace/blob/main/docs/tags/guid.md'],
  askedBy: { psp1: 'requires' },
  covers: ['show-guid-once'],
  example: {
    bad: { 'feed.lock.json': '!built', 'show.md': 'guid: 917393e3-1b1e-5cef-ace4-edaa54e1f810' },
    good: { 'feed.lock.json': '!built', 'show.md': 'title: Another title' },
  },
  *check(evidence) {
    for (const { before, accept } of changesOf(evidence, 'podcast-guid'))
      yield {
        place: evidence.entry.at('guid'),
        message: `the show was published with the podcast:guid ${before}, so with ${evidence.show.guid} apps would take it for another show`,
        help: `Remove the line, or write \`guid: ${before}\`. ${acceptHelp(accept, evidence)}`,
      }
  },
}
export default rule
