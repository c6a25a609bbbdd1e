import type { Rule } from '../../evidence.ts'

const rule: Rule = {
  id: 'podcast/medium-publisher',
  looksAt: ['medium'],
  title: "A publisher's feed names its shows",
  why: 'Apps bind a show to its publisher only when each of the two feeds names the other.',
  specs: ['https://github.com/Podcastindex-org/podcast-namespace/blob/main/docs/tags/publisher.md'],
  askedBy: { podcastindex: 'ignores' },
  covers: ['show-medium-publisher'],
  example: {
    bad: { 'show.md': 'medium: publisher' },
    good: {
      'show.md': 'medium: publisher\nremoteItems: 917393e3-1b1e-5cef-ace4-edaa54e1f810',
    },
  },
  *check({ entry }) {
    const { medium, remoteItems } = entry.meta
    if (medium !== 'publisher' || remoteItems !== undefined) return
    yield {
      place: entry.at('medium'),
      message: `${entry.words.line('medium', 'publisher')} says that this is the feed of a publisher, but it lists no shows, so apps cannot tell which are yours`,
      help: `Name each show with ${entry.words.name('remoteItems')}, by the address of its feed and the \`podcast:guid\` in it.`,
    }
  },
}
export default rule
