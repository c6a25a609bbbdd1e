import { type Rule, released } from '../../evidence.ts'

const rule: Rule = {
  id: 'show/explicit-episodes',
  severity: 'note',
  title: 'A show that is not explicit has no explicit episodes',
  why: 'It is allowed, for the episode says so itself; yet a country that hides explicit content may hide the episode, and families rely on the flag of the show.',
  specs: ['https://help.apple.com/itc/podcasts_connect/#/itcb54353390'],
  askedBy: { apple: 'advises', own: 'advises' },
  covers: ['x-explicit-consistency'],
  example: { bad: { '001.md': 'explicit: true' }, good: { '001.md': 'explicit: false' } },
  *check(given) {
    if (given.show.explicit || given.entry.meta.explicit === undefined) return
    const items = released(given)
    const explicit = items.filter(item => item.release.episode.explicit)
    const [first] = explicit
    if (first === undefined) return
    yield {
      place: first.entry.at('explicit'),
      message: `${explicit.length} of ${items.length} episodes ${explicit.length === 1 ? 'is' : 'are'} explicit, and the show says it is not`,
      help: `Leave it so when it is the exception; else write \`explicit: true\` in ${given.entry.file}.`,
      related: [{ place: given.entry.at('explicit'), message: 'the show says so here' }],
    }
  },
}
export default rule
