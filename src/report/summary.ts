import type { Instant, Seconds } from '../model.ts'
import { redacted } from '../units/credentials.ts'
import { ours } from '../units/shell.ts'
import { zoneClock } from '../units/zone.ts'
import type { ComingWords } from './build-result.ts'
import { counted, grouped } from './counts.ts'
import { oneLine } from './wrap.ts'

/** What a build of one show came to. */
export interface Built {
  readonly show: string
  /** Those in the feed. */
  readonly episodes: number
  /** Of all of them together. */
  readonly seconds: Seconds
  /** The day on which the newest episode was published, see `day`. */
  readonly newest?: string
  /** When the next of those goes live whose time has not come, see `moment`. */
  readonly next?: string
  /** Those that go live next, a few of them. */
  readonly coming?: readonly ComingWords[]
  /** A few of the drafts, by title, else by file. */
  readonly drafts?: readonly string[]
  /** Of all audio together: what a new subscriber could download. */
  readonly bytes: number
  /** How long the build took. */
  readonly milliseconds: number
  /** Files whose bytes changed, and files that were left alone. */
  readonly written: number
  readonly unchanged: number
  /** Episodes that are not in the feed: drafts, and those whose time has not come. */
  readonly held?: { readonly draft: number; readonly future: number }
  /** The output folder as a person wrote it, e.g. `public`. */
  readonly folder: string
  /** It is there to be looked at, and not for anybody to subscribe. */
  readonly isProvisional?: boolean
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

/** `1:02:03`, `4:05`: rounded to whole seconds. */
export const clock = (seconds: Seconds): string => {
  const whole = Math.max(0, Math.round(seconds))
  const two = (n: number): string => String(n).padStart(2, '0')
  const minutes = Math.floor(whole / 60)
  return minutes < 60
    ? `${minutes}:${two(whole % 60)}`
    : `${grouped(Math.floor(minutes / 60))}:${two(minutes % 60)}:${two(whole % 60)}`
}

/** `1.2 MB`, in powers of 1000, as storage is sold and downloads are billed. */
export const size = (bytes: number): string => {
  if (bytes < 1000) return counted(bytes, 'byte')
  const units = ['kB', 'MB', 'GB', 'TB']
  const power = Math.min(units.length, Math.floor(Math.log10(bytes) / 3))
  const amount = bytes / 1000 ** power
  // 999,960 bytes are 1.0 MB, not 1000 kB.
  const shown = amount < 9.95 ? amount.toFixed(1) : String(Math.round(amount))
  return shown === '1000' && power < units.length ? `1.0 ${units[power]}` : `${shown} ${units[power - 1]}`
}

/** `9 May 2026`, in a zone. The month names are ours: those of Intl change from version to version ("Sept"). */
export const day = (instant: Instant, timezone = 'UTC'): string => {
  const parts = new Intl.DateTimeFormat('en-GB', {
    timeZone: timezone,
    calendar: 'gregory',
    day: 'numeric',
    month: 'numeric',
    year: 'numeric',
  }).formatToParts(instant)
  const part = (type: string): number => Number(parts.find(one => one.type === type)?.value)
  return `${part('day')} ${MONTHS[part('month') - 1]} ${part('year')}`
}

/** `9 May 2026, 06:00`, as the clocks in a zone show it. */
export const moment = (instant: Instant, timezone = 'UTC'): string => {
  const time = new Date(instant + zoneClock(timezone).offsetAt(instant)).toISOString().slice(11, 16)
  return `${day(instant, timezone)}, ${time}`
}

/** `0.4 s`, `12 s`, `2:05`. */
const took = (milliseconds: number): string => {
  const seconds = milliseconds / 1000
  if (seconds < 9.95) return `${seconds.toFixed(1)} s`
  return seconds < 59.5 ? `${Math.round(seconds)} s` : clock(seconds)
}

/** ` (1 draft and 2 scheduled held back)` */
const heldBack = ({ held = { draft: 0, future: 0 } }: Built): string => {
  const parts = [
    ...(held.draft > 0 ? [counted(held.draft, 'draft')] : []),
    ...(held.future > 0 ? [`${grouped(held.future)} scheduled`] : []),
  ]
  return parts.length === 0 ? '' : ` (${parts.join(' and ')} held back)`
}

const written = (built: Built): string =>
  built.written === 0 ? 'nothing changed' : `${counted(built.written, 'file')} written`

/** `Harbour Notes  4 episodes · 2:42 · newest 9 May 2026 · 1.2 MB → public/feed.xml  3 files written, 5 unchanged (0.4 s)` */
export const summarise = (built: Built): string => {
  const facts = [
    counted(built.episodes, 'episode') + heldBack(built),
    clock(built.seconds),
    ...(built.newest === undefined ? [] : [`newest ${built.newest}`]),
    ...(built.next === undefined ? [] : [`next ${built.next}`]),
    size(built.bytes),
  ]
  const kept = built.written > 0 && built.unchanged > 0 ? `, ${grouped(built.unchanged)} unchanged` : ''
  const feed = `${oneLine(built.folder).replace(/\/+$/, '')}/feed.xml${built.isProvisional ? ' (provisional)' : ''}`
  return `${oneLine(redacted(built.show))}  ${facts.join(' · ')} → ${feed}  ${written(built)}${kept} (${took(built.milliseconds)})`
}

/** `  draft  The lost buoy`, a line for each of a few, and how many more there are. */
export const draftLines = ({ drafts = [], held }: Pick<Built, 'drafts' | 'held'>): readonly string[] => {
  const rest = (held?.draft ?? 0) - drafts.length
  return [
    ...drafts.map(name => `  draft  ${oneLine(redacted(name))}`),
    ...(rest > 0 && drafts.length > 0
      ? [`  and ${counted(rest, 'more draft')}: \`draft: true\` in their files keeps them out of the feed`]
      : []),
  ]
}

/** `  scheduled  24 Dec 2026, 18:30  The ice harbour`, a line for each of the next few, and how many more there are. */
export const comingLines = ({ coming = [], held }: Pick<Built, 'coming' | 'held'>): readonly string[] => {
  const rest = (held?.future ?? 0) - coming.length
  return [
    ...coming.map(({ name, moment }) => `  scheduled  ${moment}  ${oneLine(redacted(name))}`),
    ...(rest > 0 && coming.length > 0
      ? [`  and ${grouped(rest)} more: \`${ours('upcoming')}\` lists them`]
      : []),
  ]
}
