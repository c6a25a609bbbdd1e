/** Recurrence rules: https://www.rfc-editor.org/rfc/rfc5545#section-3.3.10 */

export interface RecurrenceProblem {
  /** The part that is wrong, as it was written. */
  readonly part: string
  /** Goes after "this rule": `has no FREQ`. */
  readonly what: string
}

export interface Recurrence {
  readonly problem?: RecurrenceProblem
  readonly hasCount: boolean
  /** The form of UNTIL, where there is one. */
  readonly until?: 'date' | 'date-time'
}

const frequencies = ['SECONDLY', 'MINUTELY', 'HOURLY', 'DAILY', 'WEEKLY', 'MONTHLY', 'YEARLY']
const weekday = /^(?:MO|TU|WE|TH|FR|SA|SU)$/
const numberedDay = /^([+-]?)(\d{1,2})?(?:MO|TU|WE|TH|FR|SA|SU)$/
/** A date, or a date and a time of day, in digits only: dashes and colons are ISO 8601's extended form, which RFC 5545 does not take. */
const untilForm =
  /^\d{4}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])(T(?:[01]\d|2[0-3])[0-5]\d(?:[0-5]\d|60)Z?)?$/

/** Lowest and highest; negative numbers count from the end where the lowest is below zero, and zero is none then. */
const ranges: Readonly<Record<string, readonly [number, number]>> = {
  BYSECOND: [0, 60],
  BYMINUTE: [0, 59],
  BYHOUR: [0, 23],
  BYMONTHDAY: [-31, 31],
  BYYEARDAY: [-366, 366],
  BYWEEKNO: [-53, 53],
  BYMONTH: [1, 12],
  BYSETPOS: [-366, 366],
}

/** Which frequencies a part may not stand with: the table of section 3.3.10. */
const excluded: Readonly<Record<string, readonly string[]>> = {
  BYMONTHDAY: ['WEEKLY'],
  BYYEARDAY: ['DAILY', 'WEEKLY', 'MONTHLY'],
  BYWEEKNO: ['SECONDLY', 'MINUTELY', 'HOURLY', 'DAILY', 'WEEKLY', 'MONTHLY'],
}

/** Reads the value of an RRULE property, without `RRULE:` in front. */
export const readRecurrence = (rule: string): Recurrence => {
  const parts = new Map<string, string>()
  for (const part of rule.split(';')) {
    const [, name = '', value = ''] = /^([A-Z]+)=(.+)$/i.exec(part) ?? []
    if (name === '') return wrong(part, 'has a part that is not `NAME=value`')
    if (parts.has(name.toUpperCase())) return wrong(part, `says ${name.toUpperCase()} twice`)
    parts.set(name.toUpperCase(), value.toUpperCase())
  }
  const problem = problemOf(parts)
  const until = parts.get('UNTIL')
  return {
    ...(problem === undefined ? {} : { problem }),
    hasCount: parts.has('COUNT'),
    ...(until === undefined ? {} : { until: until.includes('T') ? 'date-time' : 'date' }),
  }
}

const wrong = (part: string, what: string): Recurrence => ({ problem: { part, what }, hasCount: false })

const problemOf = (parts: ReadonlyMap<string, string>): RecurrenceProblem | undefined => {
  const frequency = parts.get('FREQ')
  if (frequency === undefined) return { part: '', what: 'has no FREQ' }
  for (const [name, value] of parts) {
    const what = problemOfPart(name, value, frequency, parts)
    if (what !== undefined) return { part: `${name}=${value}`, what }
  }
  return undefined
}

const problemOfPart = (
  name: string,
  value: string,
  frequency: string,
  parts: ReadonlyMap<string, string>,
): string | undefined => {
  if (excluded[name]?.includes(frequency)) return `has ${name}, which does not go with FREQ=${frequency}`
  switch (name) {
    case 'FREQ':
      return frequencies.includes(value)
        ? undefined
        : `has FREQ=${value}, which is not one of ${frequencies.join(', ')}`
    case 'COUNT':
    case 'INTERVAL':
      return /^0*[1-9]\d{0,8}$/.test(value)
        ? undefined
        : `has ${name}=${value}, which is not a whole number from 1`
    case 'UNTIL':
      if (parts.has('COUNT')) return 'has both COUNT and UNTIL'
      return untilForm.test(value)
        ? undefined
        : `has UNTIL=${value}, which is neither a date such as 20261231 nor a time such as 20261231T060000Z`
    case 'WKST':
      return weekday.test(value)
        ? undefined
        : `has WKST=${value}, which is not one of MO, TU, WE, TH, FR, SA, SU`
    case 'BYDAY':
      return problemOfDays(value, frequency, parts)
    case 'BYSETPOS':
      if (![...parts.keys()].some(other => other.startsWith('BY') && other !== 'BYSETPOS'))
        return 'has BYSETPOS without another BY part'
      return problemOfNumbers(name, value)
    default:
      return ranges[name] === undefined
        ? `has ${name}, which is not part of a recurrence rule`
        : problemOfNumbers(name, value)
  }
}

const problemOfDays = (
  value: string,
  frequency: string,
  parts: ReadonlyMap<string, string>,
): string | undefined => {
  for (const day of value.split(',')) {
    const [whole, sign = '', number] = numberedDay.exec(day) ?? []
    const isEmptySign = sign !== '' && number === undefined
    if (
      whole === undefined ||
      isEmptySign ||
      (number !== undefined && (Number(number) < 1 || Number(number) > 53))
    )
      return `has BYDAY=${value}, and "${day}" is not a weekday (MO to SU)`
    if (number === undefined) continue
    if (frequency !== 'MONTHLY' && frequency !== 'YEARLY')
      return `has BYDAY=${value}, and a numbered weekday goes only with FREQ=MONTHLY or FREQ=YEARLY`
    if (frequency === 'YEARLY' && parts.has('BYWEEKNO'))
      return `has BYDAY=${value}, and a numbered weekday does not go with BYWEEKNO`
  }
  return undefined
}

const problemOfNumbers = (name: string, value: string): string | undefined => {
  const [lowest, highest] = ranges[name]!
  for (const written of value.split(',')) {
    const number = /^[+-]?\d{1,3}$/.test(written) ? Number(written) : Number.NaN
    const isZero = number === 0 && lowest < 0
    if (!(number >= lowest && number <= highest) || isZero)
      return `has ${name}=${value}, and "${written}" is not a number from ${lowest < 0 ? `1 to ${highest}, or the same below zero` : `${lowest} to ${highest}`}`
  }
  return undefined
}
