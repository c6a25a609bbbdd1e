import { lockPathOf } from '../../../names.ts'
import { quoted } from '../../../units/shell.ts'
import { type Rule, shownPath } from '../../evidence.ts'
import { isAccepted } from '../../history/history.ts'

const rule: Rule = {
  id: 'history/accept-unused',
  always: 'noticed',
  inFeeds: 'history',
  looksAt: [],
  title: 'What is accepted has changed',
  why: 'Something is accepted for one build. Left in a script, it would one day accept a change that nobody meant.',
  specs: [],
  example: {
    bad: { 'feed.lock.json': '!built with --accept gone:003' },
    good: { 'feed.lock.json': '!built with --accept gone:002', '002.md': '!nothing', '002.mp3': '!nothing' },
  },
  *check({ entry, items, history: { accepted, changes } }) {
    const open = changes.map(({ accept }) => accept)
    // Audio that could not be read has been reported, and may be what was meant.
    const unread = items
      .filter(({ held, recording }) => held !== 'draft' && recording.audio === undefined)
      .map(item => ({ accept: `audio:${item.entry.stem}` as const }))
    for (const written of accepted) {
      if ([...changes, ...unread].some(change => isAccepted(change, [written]))) continue
      yield {
        place: { file: shownPath(entry, lockPathOf(entry.path)) },
        message: `\`--accept ${quoted(written)}\` fits no change since the last build, so it does nothing`,
        help:
          open.length === 0
            ? 'Leave it out, or it may one day accept a change that nobody meant.'
            : `Leave it out, or accept what has changed: ${open
                .slice(0, 3)
                .map(one => `\`--accept ${quoted(one)}\``)
                .join(', ')}.`,
      }
    }
  },
}
export default rule
