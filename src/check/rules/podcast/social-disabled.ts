import { eachEntry, type Rule } from '../../evidence.ts'
import { writtenValues } from './written-values.ts'

const rule: Rule = {
  id: 'podcast/social-disabled',
  scope: 'item',
  looksAt: ['socialInteract'],
  title: 'Comments are disabled alone',
  why: 'One tag says that no comments are wanted, another where to write them: apps do not know which to believe.',
  specs: ['https://github.com/Podcastindex-org/podcast-namespace/blob/main/docs/tags/social-interact.md'],
  askedBy: { podcastindex: 'ignores' },
  covers: ['ep-social-interact'],
  example: {
    bad: { '001.md': 'socialInteract: [disabled, "https://social.example/@ada/111"]' },
    good: { '001.md': 'socialInteract: ["https://social.example/@ada/111"]' },
  },
  ...eachEntry(function* (one) {
    for (const { value, at, entry, path } of writtenValues(one, 'socialInteract')) {
      const all = path.length === 2 ? entry.meta.socialInteract : undefined
      if (value.protocol !== 'disabled' || (all?.length ?? 0) < 2) continue
      yield {
        place: at('protocol'),
        message: `comments are "${value.protocol}" here, but a place to write them is named too, so apps cannot tell which is meant`,
        help: `For no comments, keep ${entry.words.line('socialInteract', 'disabled')} alone; otherwise remove it.`,
      }
    }
  }),
}
export default rule
