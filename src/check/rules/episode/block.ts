import type { Rule } from '../../evidence.ts'

const rule: Rule = {
  id: 'episode/block',
  always: 'advice',
  scope: 'item',
  looksAt: ['block'],
  title: 'An episode is hidden only on purpose',
  why: 'With `block` Apple does not show the episode, nor do the apps that read its catalogue. A line that was meant for a day is easily left behind.',
  specs: ['https://help.apple.com/itc/podcasts_connect/#/itcb54353390'],
  example: { bad: { '001.md': 'block: true' }, good: { '001.md': 'block: false' } },
  together: (count, { entry: { words } }) => ({
    message: `${words.name('block')} hides ${count} episodes at Apple and in apps that use its catalogue`,
    help: words.either({
      folder:
        'Remove the line from those that people should see; in each of the others, confirm it with `allow: episode/block`.',
      feed: 'Remove the element from those that people should see.',
    }),
  }),
  *checkItem({ entry }) {
    if (entry.meta.block !== true) return
    yield {
      place: entry.at('block'),
      message: `${entry.words.name('block')} hides this episode at Apple and in apps that use its catalogue`,
      help: entry.words.either({
        folder: 'Remove the line; if you mean to hide the episode, confirm it with `allow: episode/block`.',
        feed: 'Remove the element, unless you mean to hide the episode.',
      }),
    }
  },
}
export default rule
