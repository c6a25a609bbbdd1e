import { eachItem, type Rule } from '../../evidence.ts'
import { isPublished } from './published.ts'

const rule: Rule = {
  id: 'episode/guid-form',
  always: 'advice',
  looksAt: ['guid'],
  title: 'A guid is unlike any other in the world',
  why: 'A short number is the guid of an episode of many shows; apps that keep all episodes in one list may mix them up, and some read it as a number.',
  specs: ['https://validator.w3.org/feed/docs/warning/NotSufficientlyUnique.html'],
  askedBy: { w3c: 'advises' },
  covers: ['ep-guid-form'],
  example: {
    bad: { '001.md': 'guid: "12"' },
    good: { '001.md': 'guid: https://show.example/12' },
  },
  together: (count, { entry: { words } }) => ({
    message: `${count} guids are short numbers that episodes of other shows have too, so apps may mix them up`,
    help: words.either({
      folder:
        'Where an episode is not published yet, remove the line, and build-feed makes a guid; keep the others, or subscribers get those episodes again.',
      feed: 'Keep them, since apps know these episodes by them; give the next episodes a UUID.',
    }),
  }),
  check: eachItem(function* (item, evidence) {
    const { entry } = item
    if (!/^\d{1,8}$/.test(entry.meta.guid ?? '') || isPublished(item, evidence)) return
    yield {
      place: entry.at('guid'),
      message: `the guid "${entry.meta.guid}" is a short number that episodes of other shows have too, so apps may mix them up`,
      help: entry.words.either({
        folder:
          'If the episode is not published yet, remove the line, and build-feed makes a guid; otherwise keep it, or subscribers get the episode again.',
        feed: 'Keep it, since apps know this episode by it; give the next episodes a UUID.',
      }),
    }
  }),
}
export default rule
