import type { Rule } from '../../evidence.ts'

const rule: Rule = {
  id: 'show/complete',
  always: 'noticed',
  looksAt: ['complete'],
  title: 'A show is called complete on purpose',
  why: 'Apple may stop reading the feed for good. An episode that comes later, or a correction, then reaches nobody.',
  specs: ['https://help.apple.com/itc/podcasts_connect/#/itcb54353390'],
  askedBy: { apple: 'advises', w3c: 'advises' },
  covers: ['show-complete-danger'],
  example: { bad: { 'show.md': 'complete: true' }, good: { 'show.md': 'complete: false' } },
  *check({ entry, items }) {
    if (!entry.meta.complete) return
    const waiting = items.find(item => item.held === 'future' || item.held === 'draft')
    yield {
      place: entry.at('complete'),
      message: waiting
        ? `${entry.words.name('complete')} tells Apple that no episode will follow, so it may stop reading the feed, but one is waiting`
        : `${entry.words.name('complete')} tells Apple that no episode will follow, so it may stop reading the feed for good`,
      help: entry.words.either({
        folder: 'Remove the line; if the show has really ended, confirm it with `allow: show/complete`.',
        feed: 'Remove `<itunes:complete>`, unless the show has really ended.',
      }),
      ...(waiting
        ? {
            related: [
              {
                place: waiting.entry.at(waiting.held === 'draft' ? 'draft' : 'date'),
                message: 'this one is held back',
              },
            ],
          }
        : {}),
    }
  },
}
export default rule
