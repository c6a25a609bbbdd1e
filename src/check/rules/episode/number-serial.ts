import { saysNothing } from '../../../units/blank.ts'
import { ifComplete, type Rule } from '../../evidence.ts'

const rule: Rule = {
  id: 'episode/number-serial',
  inherits: 'value',
  title: 'In a serial show every full episode has a number',
  why: 'A serial show is played from its first episode on, in the order of the numbers; without one an episode has no place.',
  specs: [
    'https://help.apple.com/itc/podcasts_connect/#/itcb54353390',
    'https://github.com/Podcast-Standards-Project/PSP-1-Podcast-RSS-Specification',
  ],
  askedBy: { apple: 'refuses', psp1: 'requires' },
  covers: ['ep-number-serial', 'show-type-serial-needs-tag'],
  example: {
    bad: { 'show.md': 'type: serial', '001.md': '- episode' },
    good: { 'show.md': 'type: serial', '001.md': 'episode: 1' },
  },
  scope: 'item',
  together: (count, { entry }) => ({
    message: `${count} full episodes have no number, and apps play a serial show in the order of its numbers`,
    help: `Add ${entry.words.line('episode', 1)} and so on; or write ${entry.words.line('type', 'episodic')}${entry.words.either({ folder: ` in ${entry.file}`, feed: '' })} when each can be heard alone.`,
  }),
  checkItem: ifComplete(function* ({ episodeType, episode }, { entry }, { show }) {
    if (
      show.type !== 'serial' ||
      episodeType !== 'full' ||
      episode !== undefined ||
      !saysNothing(entry.raw.episode)
    )
      return
    yield {
      place: entry.at('episode', 'key'),
      message: `${entry.words.name('episode')} is missing, and apps play a serial show in the order of its numbers, so this episode has no place`,
      help: `Add ${entry.words.line('episode', 1)} (or its place in the story), or ${entry.words.line('episodeType', 'bonus')} if it is not part of the story.`,
    }
  }),
}
export default rule
