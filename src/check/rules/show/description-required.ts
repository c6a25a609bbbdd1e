import type { Rule } from '../../evidence.ts'

const rule: Rule = {
  id: 'show/description-required',
  inherits: 'value',
  title: 'A show has a description',
  why: 'Every directory shows it, and none takes a show without.',
  specs: ['https://podcasters.apple.com/support/823-podcast-requirements'],
  askedBy: { apple: 'refuses', spotify: 'refuses', psp1: 'requires', w3c: 'requires' },
  covers: ['show-description-required'],
  example: {
    bad: { 'show.md': '!notes' },
    good: { 'show.md': 'description: Short talks about small ports.' },
  },
  *check({ show, entry }) {
    if (entry.isRead && show.description === '')
      yield {
        place: entry.at(),
        message: 'the show has no description, and Apple and Spotify refuse a show without one',
        help: entry.words.either({
          folder: `Write one below the front matter of ${entry.file}.`,
          feed: 'Add `<description>` to the channel: what the show is about, in a few sentences.',
        }),
      }
  },
}
export default rule
