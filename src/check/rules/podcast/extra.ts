import type { WrittenEpisode, WrittenShow } from '../../../fields/index.ts'
import type { Entry } from '../../../project.ts'
import type { Evidence, Rule } from '../../evidence.ts'

const rule: Rule = {
  id: 'podcast/extra',
  always: 'broken',
  inherits: 'never',
  looksAt: ['extra'],
  title: 'What is written under `extra` is XML, and says nothing that a field says',
  why: 'It goes into the feed as it is. A tag that stays open would lose the whole show, and what is said twice is read by every app in its own way.',
  specs: ['https://www.w3.org/TR/xml/#sec-well-formed', 'https://www.w3.org/TR/xml-names/#nsc-NSDeclared'],
  covers: [],
  inFeeds: 'document/well-formed',
  example: {
    bad: { '001.md': 'extra: <media:rating>nonadult' },
    good: { '001.md': 'extra: <media:rating>nonadult</media:rating>' },
  },
  *check(given) {
    for (const entry of [given.entry, ...given.items.map(({ entry }) => entry)]) yield* findings(entry, given)
  },
}
export default rule

function* findings(entry: Entry<WrittenShow> | Entry<WrittenEpisode>, { extras }: Evidence) {
  for (const problem of extras?.get(entry.file) ?? []) yield { place: entry.at('extra'), ...problem }
}
