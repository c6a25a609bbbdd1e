import { isAccepted } from '../check/history/history.ts'
import { differenceOf, formsOf, isRefused } from '../diff/index.ts'
import { progressLine as progressText } from '../report/progress.ts'
import { quoted } from '../units/shell.ts'
import { acceptedOf } from './accepted.ts'
import {
  differencePage,
  differenceReporterOf,
  feedSide,
  printIncomparable,
  type Side,
  type SideOptions,
  showSide,
  summariseDifference,
} from './difference.ts'
import { type ExitCode, type Io, UsageError } from './io.ts'
import { isFeed } from './is-feed.ts'
import { oneShow } from './one-show.ts'
import { momentOf } from './shows.ts'
import { progressLine } from './terminal.ts'
import { name } from './version.ts'

export interface DiffFlags {
  readonly asOf?: string
  readonly cache: boolean
  readonly lenient?: boolean
  readonly allowPrivate?: boolean
  readonly accept?: readonly string[]
  readonly quiet?: boolean
  readonly reporter?: string
  /** A folder that is not there yet. */
  readonly review?: string
}

export const runDiff = async (
  before: string,
  after: string | undefined,
  flags: DiffFlags,
  io: Io,
): Promise<ExitCode> => {
  const { name: reporter } = differenceReporterOf(flags.reporter ?? 'pretty')
  if (before === '-' && after === '-')
    throw new UsageError('only one of the two can be read from standard input')
  const accepted = acceptedOf(flags.accept, 1)
  if (flags.review !== undefined && after !== undefined && isFeed(after, io))
    throw new UsageError('--review makes a page of a show; name its folder behind the feed')
  const progress = progressLine(io, flags.quiet ?? false)
  const options: SideOptions = {
    moment: momentOf(flags.asOf, true, io),
    allowPrivate: flags.allowPrivate ?? false,
    isLenient: flags.lenient,
    withCache: flags.cache,
    onProgress: (done, of, file) =>
      progress.show(() => progressText({ verb: 'Measuring', done, of, name: file }, io.stderr.width - 1)),
    clear: progress.clear,
  }
  // Both, so that what is wrong with the second is told with what is wrong with the first.
  const sides: Side[] = []
  for (const asked of [before, after]) sides.push(await sideOf(asked, options, io))
  const [one, other] = sides.flatMap(side => ('state' in side ? [side.state] : []))
  if (one === undefined || other === undefined) {
    printIncomparable(
      sides.flatMap(side => ('found' in side ? [side] : [])),
      reporter,
      io,
    )
    return 1
  }
  const difference = differenceOf(one, other, accepted)
  const code = difference.changes.some(isRefused) ? 1 : 0
  if (!(flags.quiet && code === 0)) io.stdout.write(differencePage(difference, reporter, io.stdout, io.env))
  for (const written of accepted)
    if (!difference.changes.some(change => formsOf(change).some(accept => isAccepted({ accept }, [written]))))
      io.stderr.write(`${name}: --accept ${quoted(written)} fits no change; leave it out\n`)
  summariseDifference(difference, io)
  if (flags.review !== undefined) {
    const show = await oneShow(after, io)
    const { writeReview } = await import('./review.ts')
    const written = await writeReview(show, difference, { ...options, folder: flags.review }, io)
    if (!flags.quiet) io.stderr.write(written === undefined ? 'nothing to review\n' : `${written}\n`)
  }
  return code
}

const sideOf = async (asked: string | undefined, options: SideOptions, io: Io): Promise<Side> =>
  asked !== undefined && isFeed(asked, io)
    ? feedSide(asked, options, io)
    : showSide(await oneShow(asked, io), options, io)
