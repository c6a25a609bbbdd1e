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
    message: `${count} published episodes have other dates than when they first appeared, and move to other places in every list`,
    help: 'Write the dates that feed.lock.json has, or allow it in show.md with `allow: [history/date-moved]`.',
  }),
  check: eachItem(function* ({ entry, held, release }, evidence) {
    const before = evidence.lock?.episodes[entry.stem]
    if (!release || held === 'draft' || held === 'future' || before === undefined) return
    if (!isOut(before, evidence)) return
    if (Math.abs(release.episode.date - Date.parse(before.pubDate)) <= day) return
    yield {
      place: entry.at('date'),
      message: `this episode first appeared on ${before.pubDate.slice(0, 10)}, and with this date it moves to another place in every list`,
      help: `Write \`date: ${before.pubDate}\`, or allow it in this file with \`allow: [history/date-moved]\`.`,
    }
  }),
}
export default rule
