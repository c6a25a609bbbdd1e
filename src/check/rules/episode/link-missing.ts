import { saysNothing } from '../../../units/blank.ts'
import { directory } from '../../../units/url.ts'
import { type Evidence, type Rule, released } from '../../evidence.ts'

const rule: Rule = {
  id: 'episode/link-missing',
  title: 'An episode has a page of its own',
  why: 'Apps open it from the episode, and people share it: without a link they land on the front page of the show.',
  specs: ['https://github.com/Podcast-Standards-Project/PSP-1-Podcast-RSS-Specification'],
  askedBy: { psp1: 'advises', apple: 'advises' },
  covers: ['ep-link'],
  example: { bad: { '001.md': '- link' }, good: { '001.md': 'link: https://show.example/1' } },
  together: (count, evidence) => {
    const all = released(evidence).length
    const { words } = evidence.entry
    return {
      message:
        count === all
          ? `none of the ${count} episodes has a ${words.name('link')} to its page, ${effect}`
          : `${count} of ${all} episodes have no ${words.name('link')} to a page, ${effect}`,
      help: helpOf(evidence),
    }
  },
  *check(evidence) {
    const help = helpOf(evidence)
    for (const { entry, release } of released(evidence))
      if (release.episode.link === undefined && saysNothing(entry.raw.link))
        yield {
          place: entry.at('link', 'key'),
          message: `the episode has no ${entry.words.name('link')} to a page of its own, ${effect}`,
          help,
        }
  },
}
export default rule

const effect = 'so apps open the front page of the show instead'

const helpOf = ({ entry: { meta, words } }: Evidence): string => {
  const page = `${directory((meta.link ?? 'https://show.example').replace(/[?#].*$/, ''))}…`
  return `Add ${words.either({ folder: `\`link: ${page}\``, feed: `\`<link>${page}</link>\`` })}, the address of that episode's page.`
}
