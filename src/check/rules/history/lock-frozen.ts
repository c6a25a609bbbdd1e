import { lockPathOf } from '../../../names.ts'
import { ours } from '../../../units/shell.ts'
import { type Rule, shownPath } from '../../evidence.ts'
import { changesOf } from '../../history/history.ts'
import { lockDifferences } from '../../history/lock-differences.ts'
import { lockOf } from '../../history/lock-of.ts'

const rule: Rule = {
  id: 'lock/frozen',
  always: 'broken',
  inherits: 'never',
  inFeeds: 'history',
  title: 'With --frozen, the lock stays as it was committed',
  why: 'What a CI build writes into the lock is gone when the job ends. A change that was not committed would be made again each time, perhaps differently.',
  specs: [],
  example: {
    bad: { 'feed.lock.json': '!built with --frozen', '002.md': 'duration: 20' },
    good: { 'feed.lock.json': '!built with --frozen', '002.md': 'title: Another title' },
  },
  *check(evidence) {
    const { entry, history, identity, project } = evidence
    const { lock, files, unreadable, outside } = project.manuscript
    if (!history.isFrozen) return
    const file = shownPath(entry, lockPathOf(entry.path))
    const help = `Run \`${ours()}\` without \`--frozen\` where the audio is, and commit ${file}.`
    if (lock === undefined) {
      // One that is there and cannot be read has been reported.
      if (![files, unreadable, outside].some(paths => paths.has(lockPathOf(entry.path))))
        yield identity?.isProvisional
          ? {
              place: { file },
              message: 'there is no lock, and none can be made before the show has an address of its own',
              help: `Fill in \`baseUrl\`, run \`${ours()}\` where the audio is, and commit ${file}.`,
            }
          : {
              place: { file },
              message:
                'there is no feed.lock.json, and with `--frozen` none is made, so every episode would be new to subscribers',
              help,
            }
      return
    }
    if (history.isLockLeftAlone) return
    // What is an error already is not told twice.
    const reported = new Set(
      (['guid', 'gone', 'audio', 'podcast-guid', 'feed-url'] as const)
        .flatMap(kind => changesOf(evidence, kind))
        .map(({ accept }) => accept.replace(/^[a-z]+:/, '')),
    )
    const differences = lockDifferences(lock, lockOf(evidence), stem => reported.has(stem))
    if (differences.length > 0)
      yield {
        place: { file },
        message: `with \`--frozen\` feed.lock.json must stay as it was committed, but it would change: ${listed(differences)}`,
        help,
      }
  },
}
export default rule

/** So many are told one by one. */
const most = 10

const listed = (differences: readonly string[]): string =>
  [
    ...differences.slice(0, most),
    ...(differences.length > most ? [`and ${differences.length - most} more`] : []),
  ].join('; ')
