import type { Rule } from '../../evidence.ts'

/** Commas, bars and the like: a name has one or two, a list of search words has many. */
const SEPARATORS = /[,|•·;]/g
const MOST = 3

const rule: Rule = {
  id: 'show/title-keywords',
  always: 'noticed',
  title: 'The title of a show is its name and nothing else',
  why: 'Apple removes shows that put a list of search words into the title.',
  specs: [
    'https://help.apple.com/itc/podcasts_connect/#/itcb54353390',
    'https://github.com/Podcast-Standards-Project/PSP-1-Podcast-RSS-Specification',
  ],
  askedBy: { apple: 'advises', psp1: 'advises' },
  covers: ['show-title-no-keywords'],
  example: {
    bad: { 'show.md': 'title: Harbour Notes | boats, ships, sea, travel, interviews' },
    good: { 'show.md': 'title: Harbour Notes' },
  },
  *check({ entry }) {
    const { title } = entry.meta
    if (title === undefined || (title.match(SEPARATORS)?.length ?? 0) <= MOST) return
    const name = title.split(/[|•·;,:]| [-–—] /, 1)[0]!.trim()
    yield {
      place: entry.at('title'),
      message: `"${title}" reads like a list of search words, for which Apple removes shows`,
      help: `Write the name alone, such as \`${name}\`, and put the subjects into the description.`,
    }
  },
}
export default rule
