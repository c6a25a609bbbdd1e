import { eachItem, type Rule } from '../../evidence.ts'
import { day } from '../../history/changes.ts'
import { isOut } from '../../history/history.ts'

const rule: Rule = {
  id: 'history/date-moved',
  always: 'advice',
  inFeeds: 'history',
  title: 'A published episode keeps its date',
  why: 'Apps sort by it: with another date an episode that people have heard appears at another place, for some as a new one.',
  specs: [],
  example: {
    bad: { 'feed.lock.json': '!built', '002.md': 'date: 2026-02-12' },
    good: { 'feed.lock.json': '!built', '002.md': 'date: 2026-01-12T18:00' },
  },
  together: count => ({
    message: `${count} published episodes no longer have the dates on which they first appeared, so they move to another place in every app`,
    help: 'Write the dates that feed.lock.json has, or confirm the new ones with `allow: [history/date-moved]` in show.md.',
  }),
  check: eachItem(function* ({ entry, held, release }, evidence) {
    const before = evidence.lock?.episodes[entry.stem]
    if (!release || held === 'draft' || held === 'future' || before === undefined) return
    if (!isOut(before, evidence)) return
    if (Math.abs(release.episode.date - Date.parse(before.pubDate)) <= day) return
    yield {
      place: entry.at('date'),
      message: `this episode first appeared on ${before.pubDate.slice(0, 10)}, and a new date moves it to another place in every app`,
      help: `Write \`date: ${before.pubDate}\`, or confirm the new date with \`allow: [history/date-moved]\` in this file.`,
    }
  }),
}
export default rule
