/** The time zone of a site whose dates have none, worked out from when its episodes were published. */

import { parseDate } from '../units/instant.ts'

/** A date of the site, and the instant at which the feed says that the episode appeared. */
export interface Dated {
  readonly written: string
  readonly published: number
}

/** One zone for each clock that many shows go by; what is not here is said with `--timezone`. */
const zones = [
  'UTC',
  ...['America/New_York', 'America/Chicago', 'America/Denver', 'America/Los_Angeles', 'America/Phoenix'],
  ...['America/Halifax', 'America/Sao_Paulo', 'America/Argentina/Buenos_Aires', 'America/Bogota'],
  ...['America/Mexico_City', 'America/Santiago', 'Europe/London', 'Europe/Berlin', 'Europe/Athens'],
  ...['Europe/Moscow', 'Europe/Istanbul', 'Africa/Lagos', 'Africa/Johannesburg', 'Africa/Nairobi'],
  ...['Asia/Jerusalem', 'Asia/Tehran', 'Asia/Dubai', 'Asia/Karachi', 'Asia/Kolkata', 'Asia/Bangkok'],
  ...['Asia/Jakarta', 'Asia/Shanghai', 'Asia/Manila', 'Asia/Tokyo', 'Asia/Seoul', 'Australia/Perth'],
  ...['Australia/Brisbane', 'Australia/Sydney', 'Australia/Adelaide', 'Pacific/Auckland', 'Pacific/Honolulu'],
]

/** Enough to tell summer from winter. */
const most = 100

/** The zone in which the most dates are those of the feed, and in how many. Undefined where no date has a time without a zone. */
export const zoneOf = (
  dates: readonly Dated[],
): { readonly zone: string; readonly same: number; readonly of: number } | undefined => {
  const asking = dates
    .filter(({ written }) => {
      const parsed = parseDate(written)
      return 'instant' in parsed && parsed.form === 'zoneless'
    })
    .slice(0, most)
  let best: { readonly zone: string; readonly same: number; readonly of: number } | undefined
  for (const zone of zones) {
    const same = asking.filter(({ written, published }) => {
      const parsed = parseDate(written, { zone })
      return 'instant' in parsed && parsed.instant === published
    }).length
    if (same > (best?.same ?? 0)) best = { zone, same, of: asking.length }
  }
  return best
}
