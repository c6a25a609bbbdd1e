import { isListMedium } from '../../../vocabulary/podcast-words.ts'
import { type Rule, released } from '../../evidence.ts'

const rule: Rule = {
  id: 'podcast/medium-list',
  looksAt: ['medium'],
  title: 'A list holds what other feeds carry, and no episodes of its own',
  why: 'Apps look up what the list names; an episode in it is shown by none of them.',
  specs: ['https://github.com/Podcastindex-org/podcast-namespace/blob/main/docs/tags/medium.md'],
  askedBy: { podcastindex: 'ignores' },
  covers: ['show-medium-value', 'show-medium-list-no-items'],
  example: {
    bad: { 'show.md': 'medium: musicL' },
    good: {
      'show.md': 'medium: musicL\nremoteItems: 917393e3-1b1e-5cef-ace4-edaa54e1f810',
      '001.md': '!nothing',
      '002.md': '!nothing',
      '001.mp3': '!nothing',
      '002.mp3': '!nothing',
    },
  },
  *check(evidence) {
    const { words } = evidence.entry
    const { medium, remoteItems } = evidence.entry.meta
    if (medium === undefined || !isListMedium(medium)) return
    const [first] = released(evidence)
    if (first !== undefined)
      yield {
        place: evidence.entry.at('medium'),
        message: `${words.line('medium', medium)} makes this a list of what other feeds have, so no app shows this show's own episodes`,
        help:
          medium === 'mixed'
            ? `Write ${words.line('medium', 'podcast')}.`
            : `Write ${words.line('medium', medium.slice(0, -1))}, or move the episodes to another show.`,
        related: [{ place: { file: first.entry.file }, message: 'an episode' }],
      }
    else if (remoteItems === undefined)
      yield {
        place: evidence.entry.at('medium'),
        message: `${words.line('medium', medium)} makes this a list of what other feeds have, but it lists nothing`,
        help: `List each feed with ${words.name('remoteItems')}, by its podcast:guid.`,
      }
  },
}
export default rule
