import { eachEntry, type Rule } from '../../evidence.ts'
import { writtenValues } from './written-values.ts'

const rule: Rule = {
  id: 'podcast/ai-content',
  scope: 'item',
  looksAt: ['txt'],
  title: 'ai-content is true or false',
  why: 'Services that ask whether a machine made the content look for one of these two words.',
  specs: ['https://github.com/Podcastindex-org/podcast-namespace/blob/main/docs/tags/txt.md'],
  askedBy: { podcastindex: 'ignores' },
  covers: ['ep-ai-content'],
  example: {
    bad: { 'show.md': 'txt: { purpose: ai-content, value: a little }' },
    good: { 'show.md': 'txt: { purpose: ai-content, value: false }' },
  },
  ...eachEntry(function* (one) {
    for (const { value, at } of writtenValues(one, 'txt'))
      if (value.purpose?.toLowerCase() === 'ai-content' && !/^(true|false)$/.test(value.value))
        yield {
          place: at('value'),
          message: `\`ai-content\` is "${value.value}", but services that look for it understand only true and false`,
          help: 'Write `true` if a machine made what listeners hear, otherwise `false`.',
        }
  }),
}
export default rule
