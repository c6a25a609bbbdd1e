import { saysNothing } from '../../../units/blank.ts'
import { directory } from '../../../units/url.ts'
import { type Rule, released } from '../../evidence.ts'

/** So many are named one by one. */
const NAMED = 3

const rule: Rule = {
  id: 'episode/link-missing',
  title: 'An episode has a page of its own',
  why: 'Apps open it from the episode, and people share it: without a link they land on the front page of the show.',
  specs: ['https://github.com/Podcast-Standards-Project/PSP-1-Podcast-RSS-Specification'],
  askedBy: { psp1: 'advises', apple: 'advises' },
  covers: ['ep-link'],
  example: { bad: { '001.md': '- link' }, good: { '001.md': 'link: https://show.example/1' } },
  *check(evidence) {
    const items = released(evidence)
    const without = items.filter(
      ({ entry, release }) => release.episode.link === undefined && saysNothing(entry.raw.link),
    )
    const [first, ...others] = without
    if (first === undefined) return
    const { words } = first.entry
    const page = `${directory((evidence.entry.meta.link ?? 'https://show.example').replace(/[?#].*$/, ''))}…`
    const all = without.length === items.length
    yield {
      place: first.entry.at('link', 'key'),
      message: all
        ? `no episode has a ${words.name('link')} to its page, so apps open the front page of the show instead`
        : `${without.length} of ${items.length} episodes ${without.length === 1 ? 'has' : 'have'} no ${words.name('link')} to a page, so apps open the front page of the show instead`,
      help: `Add ${words.either({ folder: `\`link: ${page}\``, feed: `\`<link>${page}</link>\`` })}, the address of its own page, to each.`,
      related: all
        ? []
        : others
            .slice(0, NAMED)
            .map(({ entry }) => ({ place: entry.at('link', 'key'), message: 'here too' })),
    }
  },
}
export default rule
