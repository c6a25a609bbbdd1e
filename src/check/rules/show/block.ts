import type { Rule } from '../../evidence.ts'

const rule: Rule = {
  id: 'show/block',
  always: 'noticed',
  keepsOut: ['apple'],
  looksAt: ['block'],
  title: 'A show is hidden on purpose',
  why: 'With `block` Apple takes the whole show out of its directory, and every follower loses it.',
  specs: ['https://help.apple.com/itc/podcasts_connect/#/itcb54353390'],
  covers: ['show-block-value'],
  example: { bad: { 'show.md': 'block: true' }, good: { 'show.md': 'block: false' } },
  *check({ entry }) {
    if (!entry.meta.block) return
    yield {
      place: entry.at('block'),
      message: `${entry.words.name('block')} hides the whole show at Apple, with all its episodes`,
      help: entry.words.either({
        folder: 'Remove the line; if you mean to hide the show, confirm it with `allow: show/block`.',
        feed: 'Remove the element, unless you mean to hide the show.',
      }),
    }
  },
}
export default rule
