/** The times of a text, some hours earlier: nothing else of it changes. */

export interface EarlierTimes {
  readonly text: string
  /** What was replaced, in UTF-16 units of the text before. */
  readonly edits: readonly { readonly start: number; readonly end: number; readonly text: string }[]
}

/** `times`: global, with indices; each of its groups is a time. One that would be before 0 stays. */
export const earlierTimes = (text: string, times: RegExp, hours: number): EarlierTimes => {
  const edits: { start: number; end: number; text: string }[] = []
  let after = ''
  let from = 0
  for (const { indices = [] } of text.matchAll(times))
    for (const span of indices.slice(1)) {
      if (span === undefined) continue
      const [start, end] = span
      const earlier = earlierTime(text.slice(start, end), hours)
      if (earlier === undefined) continue
      edits.push({ start, end, text: earlier })
      after += text.slice(from, start) + earlier
      from = end
    }
  return { text: after + text.slice(from), edits }
}

/**
 * In the form that it was written in: `01:02:03,4` → `00:02:03,4`, `71:31` → `11:31`, `3600.52` → `0.52`. As text, so that no
 * binary fraction creeps in. Undefined for what is no time, or too early.
 */
const earlierTime = (written: string, hours: number): string | undefined => {
  const [, first = '', rest = ''] = /^(\d{1,9})((?::\d{1,4}){0,2}(?:[.,]\d{0,12})?)$/.exec(written) ?? []
  if (first === '') return undefined
  const colons = rest.split(':').length - 1
  const left = Number(first) - hours * [3600, 60, 1][colons]!
  if (left < 0) return undefined
  // Where there are colons, `05` keeps its zero.
  return `${colons === 0 ? left : String(left).padStart(Math.min(first.length, 2), '0')}${rest}`
}

/** Whether a time was read as so many hours before. Seconds, as they were read from decimals. */
export const isEarlier = (before: number | undefined, after: number | undefined, hours: number): boolean =>
  before === undefined || after === undefined
    ? before === after
    : Math.abs(before - hours * 3600 - after) < 0.000_001

/** `an hour`, `10 hours` */
export const hoursText = (hours: number): string => (hours === 1 ? 'an hour' : `${hours} hours`)
