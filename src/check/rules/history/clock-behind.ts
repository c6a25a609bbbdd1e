import { lockPathOf } from '../../../names.ts'
import { formatRfc3339 } from '../../../units/instant.ts'
import { ours } from '../../../units/shell.ts'
import { type Rule, shownPath } from '../../evidence.ts'

const rule: Rule = {
  id: 'history/clock-behind',
  always: 'broken',
  inherits: 'never',
  inFeeds: 'history',
  looksAt: ['lock'],
  title: 'A feed does not go back behind what is published',
  why: 'In a feed as it was on an earlier day, later episodes are missing, and apps remove them: from libraries, queues and playlists. A look at that day belongs in a folder of its own.',
  specs: ['https://reproducible-builds.org/specs/source-date-epoch/'],
  example: {
    bad: { 'feed.lock.json': '!built with --as-of 2026-01-08' },
    good: { 'feed.lock.json': '!built with --as-of 2026-01-08 --out look' },
  },
  *check(evidence) {
    const { behind } = evidence.history
    if (behind === undefined || behind.isAside) return
    const { toldBy, now, episodes } = behind
    const [newest] = episodes
    if (newest === undefined) return
    const [stem, { pubDate }] = newest
    const place = { file: shownPath(evidence.entry, lockPathOf(evidence.entry.path)) }
    const then = formatRfc3339(now)
    if (toldBy === 'look')
      yield {
        place,
        message: `at ${then}, ${counted(episodes.length)} not out yet (the newest is "${stem}", of ${day(pubDate)}), so this feed would take ${episodes.length === 1 ? 'it' : 'them'} from every subscriber`,
        help: 'To look at the feed of that day, add `--out` with another folder: what is published stays as it is.',
      }
    else
      yield {
        place,
        message: `SOURCE_DATE_EPOCH is ${then}, and the lock, of version 1, does not say whether "${stem}", of ${day(pubDate)}, is out already, so the feed might lose it`,
        help: `Run \`${ours()}\` once without SOURCE_DATE_EPOCH, and commit the lock: version 2 says what is out.`,
      }
  },
}
export default rule

const counted = (count: number): string =>
  count === 1 ? '1 published episode is' : `${count} published episodes are`

const day = (pubDate: string): string => pubDate.slice(0, 10)
