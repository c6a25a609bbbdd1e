import { lockPathOf } from '../../../names.ts'
import { ours } from '../../../units/shell.ts'
import { type Rule, shownPath } from '../../evidence.ts'

const rule: Rule = {
  id: 'lock/missing',
  always: 'advice',
  inFeeds: 'history',
  looksAt: [],
  title: 'In CI, the lock is there',
  why: 'Without the lock a CI build takes every episode for a new one: renamed files lose their guids, the audio has to be there, and nothing of what was published is protected.',
  specs: [],
  example: {
    bad: { 'feed.lock.json': '!missing in CI' },
    good: { 'feed.lock.json': '!built in CI' },
  },
  *check({ entry, history, identity, items, project: { manuscript } }) {
    if (!history.isCi || history.isFrozen || items.length === 0) return
    // There can be none yet, and that is said.
    if (identity?.isProvisional) return
    const path = lockPathOf(entry.path)
    if (manuscript.lock !== undefined || manuscript.files.has(path)) return
    if (manuscript.unreadable.has(path) || manuscript.outside.has(path)) return
    const file = shownPath(entry, path)
    yield {
      place: { file },
      message: `this runs on a build server (CI) without ${file}, the record of what was published, so every episode counts as new, and subscribers may get all of them again`,
      help: `Run \`${ours()}\` on the computer that has the audio, and commit ${file}.`,
    }
  },
}
export default rule
