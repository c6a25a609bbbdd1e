import { resolve } from 'node:path'
import { countOf } from '../diagnostic.ts'
import { type Validated, validate } from '../make.ts'
import type { Coming } from '../podcast.ts'
import { moment } from '../report/summary.ts'
import { isTimeZone } from '../units/zone.ts'
import { type Due, dueOf, type Schedule, scheduleOf } from '../upcoming/index.ts'
import { unreachable } from '../web/transport.ts'
import { defaultOut, type ExitCode, hint, type Io, UsageError } from './io.ts'
import { oneShow } from './one-show.ts'
import { momentOf } from './shows.ts'
import { name, version } from './version.ts'

export interface UpcomingFlags {
  readonly cron?: string
  readonly cronZone: string
  readonly asOf?: string
  readonly json?: boolean
}

/** Asks no host: an episode that is still to come need not be anywhere yet. */
export const runUpcoming = async (
  asked: string | undefined,
  flags: UpcomingFlags,
  io: Io,
): Promise<ExitCode> => {
  const show = await oneShow(asked, io)
  const schedule = scheduleIn(flags)
  const look = momentOf(flags.asOf, true, io)
  const found = await validate({
    ...show,
    ...look,
    out: resolve(io.cwd, defaultOut),
    generator: `${name} ${version}`,
    transport: async ({ url }) => {
      throw unreachable('refused', url.hostname)
    },
    ...(io.signal && { signal: io.signal }),
  })
  if (found.files.length === 0) throw new UsageError(found.diagnostics[0]?.message ?? 'there is no show')
  const zone = found.zone !== undefined && isTimeZone(found.zone) ? found.zone : 'UTC'
  const due = dueOf(found.coming, schedule)
  io.stdout.write(
    flags.json
      ? `${JSON.stringify(jsonOf(found, due, { zone, now: look.now, schedule }), undefined, 2)}\n`
      : textOf(found, due, { zone, schedule, flags }),
  )
  const errors = countOf(
    found.diagnostics.filter(({ rule, held }) => held === undefined && !rule.startsWith('web/')),
    'error',
  )
  if (errors > 0)
    io.stderr.write(
      hint(
        `error: ${show.folder} has ${errors === 1 ? 'an error that stops' : `${errors} errors that stop`} a build, so nothing goes live; see \`${name} validate ${show.folder}\`\n`,
        io,
      ),
    )
  return errors > 0 || due.some(({ run }) => schedule !== undefined && run === undefined) ? 1 : 0
}

const scheduleIn = ({ cron, cronZone }: UpcomingFlags): Schedule | undefined => {
  if (!isTimeZone(cronZone))
    throw new UsageError(`--cron-zone "${cronZone}" is not a time zone; write one such as Europe/Berlin`)
  if (cron === undefined) return undefined
  const schedule = scheduleOf(cron, cronZone)
  if (schedule === undefined)
    throw new UsageError(
      `--cron "${cron}" is not a schedule; write five fields such as "0 8 * * *": minute, hour, day, month, weekday`,
    )
  return schedule
}

interface Listing {
  readonly zone: string
  readonly schedule: Schedule | undefined
}

const textOf = (
  { title, held }: Validated,
  due: readonly Due[],
  { zone, schedule, flags }: Listing & { readonly flags: UpcomingFlags },
): string => {
  const at = (instant: number): string => moment(instant, zone)
  const drafts =
    held.draft === 0 ? '' : `${held.draft === 1 ? 'A draft has' : `${held.draft} drafts have`} no day yet.\n`
  if (due.length === 0) return `${title ?? 'The show'}: nothing is still to come.\n${drafts}`
  const head = `${title ?? 'The show'}: ${due.length === 1 ? 'one episode is' : `${due.length} episodes are`} still to come (${zone})\n`
  const lines = due.map(
    one => `\n${at(one.instant)}  ${wordsOf(one)}\n${runOf(one, schedule, { at, flags })}`,
  )
  return `${head}${lines.join('')}${drafts === '' ? '' : `\n${drafts}`}`
}

const wordsOf = (coming: Coming): string => {
  const { title, file, isIncomplete } = coming
  const why = reasonsOf(coming)
  const words = why.length === 0 ? '' : `: ${why.join('; ')}`
  return `${title ?? 'without a title'} (${file})${isIncomplete ? `, which cannot be published yet${words}` : ''}`
}

/** No host is asked here: what one would say is not known. */
const reasonsOf = ({ lacks }: Coming): readonly string[] => [
  ...new Set(
    lacks.map(({ rule, message }) =>
      rule.startsWith('web/')
        ? 'its recording has not been measured yet, which the next build does'
        : message,
    ),
  ),
]

const runOf = (
  { run, wait, isLate }: Due,
  schedule: Schedule | undefined,
  { at, flags }: { readonly at: (instant: number) => string; readonly flags: UpcomingFlags },
): string => {
  if (schedule === undefined) return ''
  if (run === undefined) return `  no run of "${flags.cron}" ever lets it out\n`
  const utc = moment(run).slice(-5)
  const late = isLate ? `, ${waitText(wait!)} later` : ''
  return `  out by the run at ${at(run)} (${utc} UTC)${late}\n`
}

/** `1 day and 2 hours`, `40 minutes`. */
const waitText = (milliseconds: number): string => {
  const minutes = Math.round(milliseconds / 60_000)
  const parts = [
    [Math.floor(minutes / 1440), 'day'],
    [Math.floor(minutes / 60) % 24, 'hour'],
    [minutes % 60, 'minute'],
  ] as const
  return parts
    .filter(([count]) => count > 0)
    .slice(0, 2)
    .map(([count, unit]) => `${count} ${unit}${count === 1 ? '' : 's'}`)
    .join(' and ')
}

const jsonOf = (
  { title, held }: Validated,
  due: readonly Due[],
  { zone, now, schedule }: Listing & { readonly now: number },
) => ({
  version: 1,
  show: title ?? null,
  timezone: zone,
  now: new Date(now).toISOString(),
  drafts: held.draft,
  episodes: due.map(one => ({
    file: one.file,
    title: one.title ?? null,
    date: new Date(one.instant).toISOString(),
    complete: !one.isIncomplete,
    ...(one.isIncomplete && { why: reasonsOf(one) }),
    ...(schedule && {
      run: one.run === undefined ? null : new Date(one.run).toISOString(),
      late: one.isLate,
    }),
  })),
})
