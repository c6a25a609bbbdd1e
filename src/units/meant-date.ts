/** What a date that cannot be read was probably meant to be, in the form that front matter takes. */

import { parseDate } from './instant.ts'
import { listed } from './text.ts'

/** `20.11.2026`, `5/6/26`, with or without a time behind it. */
const DAY_MONTH_YEAR =
  /^(?<first>\d{1,2})(?<mark>[./-])\s?(?<second>\d{1,2})\k<mark>\s?(?<year>\d{4}|\d{2})(?<time>[ T,]\s?\d{1,2}:\d{2}(?::\d{2})?)?$/
const YEAR_FIRST =
  /^(?<year>\d{4})(?<mark>[./-])(?<first>\d{1,2})\k<mark>(?<second>\d{1,2})(?<time>[ T,]\s?\d{1,2}:\d{2}(?::\d{2})?)?$/
const WEEKDAY = /^\p{L}{2,12}\.?(?:,\s{0,3}|\s{1,3})(?=\d)/u
const ZONE = /\s{1,3}(?:[A-Za-z]{2,5}|[A-Z][a-z]{2,20}\/[A-Za-z_]{2,20})$/
/** Longer text is no date. */
const LONGEST = 80

/** Each of them is a date; two, where it cannot be told which number is the month. None where nothing is near. */
export const meantDates = (written: string): readonly string[] => {
  const text = plainText(written)
  if (text.length > LONGEST) return []
  if ('instant' in parseDate(text)) return [text]
  return [...new Set(numbersIn(text))].filter(one => 'instant' in parseDate(one))
}

/** For a help: the user's own date, put right; else how one looks. */
export const dateHelp = (written: string): string => {
  const meant = meantDates(written)
  const [only] = meant
  if (only === undefined) return otherwise(plainText(written))
  return meant.length === 1
    ? `Write \`${only}\`.`
    : `Write ${listed(
        meant.map(one => `\`${one}\``),
        'or',
      )}: which of the two numbers is the month cannot be told.`
}

const otherwise = (text: string): string => {
  const day = text.length > LONGEST ? undefined : lastDay(text)
  if (day !== undefined) return `Write a day that there is: the last of that month is \`${day}\`.`
  const local = text.length > LONGEST ? text : text.replace(ZONE, '')
  if (local !== text && 'instant' in parseDate(local))
    return `Write the offset from UTC in place of the name of the zone, such as \`${local} +02:00\`.`
  return 'Write year, month and day, such as `2026-05-09`, with a time of day `2026-05-09 18:30`.'
}

/** With the characters of a keyboard, and without a weekday, which nobody needs. */
const plainText = (written: string): string =>
  written
    .slice(0, LONGEST + 1)
    .normalize('NFKC')
    .replace(/[‐‑–—−]/g, '-')
    .replace(/[∶]/g, ':')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(WEEKDAY, '')

const numbersIn = (text: string): readonly string[] => {
  const parts = (DAY_MONTH_YEAR.exec(text) ?? YEAR_FIRST.exec(text))?.groups
  if (parts === undefined) return []
  const { first = '', second = '', mark, year = '', time = '' } = parts
  const whole = year.length === 2 ? `20${year}` : year
  const at = time === '' ? '' : ` ${time.replace(/^[ T,]\s?/, '').padStart(5, '0')}`
  const date = (month: string, day: string) =>
    `${whole}-${month.padStart(2, '0')}-${day.padStart(2, '0')}${at}`
  const [dayFirst, monthFirst] = [date(second, first), date(first, second)]
  // Behind the year comes the month, if there is one of that number. With dots the day comes first, everywhere.
  if (/^\d{4}/.test(text)) return Number(first) > 12 ? [dayFirst] : [monthFirst]
  if (mark === '.') return [dayFirst]
  return Number(first) > 12 ? [dayFirst] : Number(second) > 12 ? [monthFirst] : [dayFirst, monthFirst]
}

/** Of `2026-02-30`, `2026-02-28`. */
const lastDay = (text: string): string | undefined => {
  const [, year = '', month = '', day = ''] = /^(\d{4})-(\d{1,2})-(\d{1,2})(?!\d)/.exec(text) ?? []
  if (Number(month) < 1 || Number(month) > 12 || Number(day) < 29 || Number(day) > 31) return undefined
  const last = new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate()
  return Number(day) > last ? `${year}-${month.padStart(2, '0')}-${last}` : undefined
}
