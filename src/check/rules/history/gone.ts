import { lockPathOf, usualEnding } from '../../../names.ts'
import { type Evidence, type Rule, shownPath } from '../../evidence.ts'
import { acceptHelp } from '../../history/accept-help.ts'
import { type Change, changesOf } from '../../history/history.ts'

const rule: Rule = {
  id: 'history/gone',
  always: 'broken',
  inherits: 'never',
  inFeeds: 'history',
  title: 'A published episode stays in the feed',
  why: 'When an episode is no longer in the feed, apps remove it: from libraries, queues and playlists, for some with the downloaded file and the place where listening stopped.',
  specs: ['https://podcasters.apple.com/support/4115-technical-updates-for-hosting-providers'],
  covers: ['x-guid-history', 'x-episode-count-drop'],
  example: {
    bad: { 'feed.lock.json': '!built', '002.md': '!nothing', '002.mp3': '!nothing' },
    good: {
      'feed.lock.json': '!built with --accept gone:002',
      '002.md': '!nothing',
      '002.mp3': '!nothing',
    },
  },
  together: (count, evidence) => ({
    message: `${count} published episodes would disappear for every subscriber, "${changesOf(evidence, 'gone')[0]?.stem}" among them`,
    help: `Restore their files. ${acceptHelp('gone:*', evidence)}`,
  }),
  check: evidence =>
    changesOf(evidence, 'gone').map(change => ({
      place: change.item
        ? change.item.entry.at(fieldOf(change))
        : { file: shownPath(evidence.entry, lockPathOf(evidence.entry.path)) },
      message: words(change, evidence),
      help: `${repair(change, evidence)} ${acceptHelp(change.accept, evidence)}`,
    })),
}
export default rule

type Gone = Extract<Change, { kind: 'gone' }>

const fieldOf = ({ item }: Gone): string => (item?.held === 'draft' ? 'draft' : 'date')

const words = ({ stem, item, before }: Gone, evidence: Evidence): string => {
  if (item?.held === 'draft')
    return 'this episode is published, and as a draft it would disappear for every subscriber'
  if (item?.held === 'future')
    return 'this episode is published, and with a date in the future it would disappear for every subscriber until then'
  return `"${stem}", published on ${before.pubDate.slice(0, 10)}, no longer has its file ${fileOf(stem, evidence)}, so it would disappear for every subscriber`
}

const repair = (change: Gone, evidence: Evidence): string => {
  const { stem, item, before } = change
  if (item?.held === 'draft') return 'Remove the line `draft: true`.'
  if (item?.held === 'future') return `Write the date of its publication, \`date: ${before.pubDate}\`.`
  const left = recordingOf(change, evidence)
  return left === undefined
    ? `Restore ${fileOf(stem, evidence)}.`
    : `Restore ${fileOf(stem, evidence)}; if it was renamed, rename ${shownPath(evidence.entry, left)} with it.`
}

/** As a person opens it. The lock knows the stem alone: it will have ended like the others. */
const fileOf = (stem: string, { entry, project }: Evidence): string =>
  shownPath(entry, `${stem}.${usualEnding(project.manuscript.episodes.map(({ path }) => path))}`)

/** A recording that was left behind under the old name, while another episode seeks its own. */
const recordingOf = ({ stem, before }: Gone, { project, items }: Evidence): string | undefined => {
  const path = stem + (/\.\w+$/.exec(new URL(before.url).pathname)?.[0] ?? '')
  const isSought = items.some(({ recording }) => recording.audio === undefined)
  return isSought && project.manuscript.files.has(path) ? path : undefined
}
