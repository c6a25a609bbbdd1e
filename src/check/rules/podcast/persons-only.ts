import { saysNothing } from '../../../units/blank.ts'
import type { Rule } from '../../evidence.ts'

const rule: Rule = {
  id: 'podcast/persons-only',
  scope: 'item',
  inFeeds: 'no element',
  looksAt: ['personsOnly'],
  title: 'personsOnly appears together with persons',
  why: 'An episode that names nobody has the hosts of the show: that is how the namespace reads it, and a feed cannot say otherwise.',
  specs: ['https://github.com/Podcastindex-org/podcast-namespace/blob/main/docs/tags/person.md'],
  askedBy: { podcastindex: 'ignores' },
  covers: ['ep-person-replaces'],
  example: {
    bad: { '001.md': 'personsOnly: true' },
    good: { '001.md': 'personsOnly: true\npersons: Lou Reef' },
    sameFeed: {},
  },
  *checkItem({ entry }) {
    if (!entry.meta.personsOnly || !saysNothing(entry.raw.persons)) return
    yield {
      place: entry.at('personsOnly'),
      message: '`personsOnly` is set, but the episode names no `persons`, so apps show the hosts of the show',
      help: 'Name those who take part with `persons:`, or remove the line.',
      fix: entry.fix.remove('personsOnly'),
    }
  },
}
export default rule
