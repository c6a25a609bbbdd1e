import { compareText, type Finding } from '../../../diagnostic.ts'
import type { WrittenEpisode, WrittenShow } from '../../../fields/index.ts'
import type { Entry } from '../../../project.ts'
import { listed } from '../../../units/text.ts'
import type { Rule } from '../../evidence.ts'

const rule: Rule = {
  id: 'notes/mdx',
  always: 'noticed',
  scope: 'item',
  inFeeds: 'no element',
  title: 'Notes say everything without the components of a web page',
  why: 'An .mdx file may hold imports, components and expressions that a web site runs to draw a page. Podcast apps run nothing, and neither does build-feed: it leaves them out and keeps the Markdown around and inside them. A player or an embedded film that listeners should find needs a link.',
  specs: ['https://mdxjs.com/docs/what-is-mdx/'],
  example: {
    bad: {
      '001.md': '!nothing',
      '001.mdx':
        '---\ntitle: The lighthouse keeper\ndate: 2026-01-05\nseason: 1\nepisode: 1\nlink: https://show.example/1\n---\n<Player src="001.mp3" />\n\nHello **Ada**.\n',
    },
    good: {
      '001.md': '!nothing',
      '001.mdx':
        '---\ntitle: The lighthouse keeper\ndate: 2026-01-05\nseason: 1\nepisode: 1\nlink: https://show.example/1\n---\nHello **Ada**. `<Player />` is what the page shows.\n',
    },
    sameFeed: {
      '001.md': '!nothing',
      '001.mdx':
        '---\ntitle: The lighthouse keeper\ndate: 2026-01-05\nseason: 1\nepisode: 1\nlink: https://show.example/1\n---\nHello **Ada**.\n',
    },
  },
  together: count => ({
    message: `the notes of ${count} episodes hold imports, components or expressions of your web site, which no podcast app can run, so they are left out`,
    help: allowed,
  }),
  checkShow: ({ entry }) => ofEntry(entry, 'the description'),
  checkItem: ({ entry }) => ofEntry(entry, 'the notes'),
}
export default rule

const allowed =
  'Write what listeners need of it as Markdown, such as a link; if they need nothing, write `allow: [notes/mdx]` in show.md.'

function* ofEntry(
  { pageCode }: Entry<WrittenEpisode> | Entry<WrittenShow>,
  where: string,
): Iterable<Finding> {
  if (pageCode === undefined) return
  const names = namesOf(pageCode.kinds)
  const isOne = names.length === 1 && names[0]!.startsWith('`')
  const [belong, are] = isOne ? ['belongs', 'is'] : ['belong', 'are']
  yield {
    place: pageCode.place,
    message: `${listed(names)} ${belong} to your web site, and no podcast app can run that, so ${are === 'is' ? 'it is' : 'they are'} left out of ${where}`,
    help: allowed,
  }
}

/** So many components are named. */
const NAMED = 4

/** In the same order whatever theirs is, so that the same in many files is told in the same words. */
const namesOf = (found: readonly string[]): readonly string[] => {
  const kinds = new Set(found)
  const statements = ['import', 'export'].filter(word => kinds.delete(word))
  const names = [...kinds].toSorted(compareText)
  const more = names.length - NAMED
  return [
    ...(statements.length > 0 ? [`${statements.join(' and ')} lines`] : []),
    ...names.slice(0, NAMED).map(name => `\`${name}\``),
    ...(more > 0 ? [`${more} more`] : []),
  ]
}
