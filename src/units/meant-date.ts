/** What was meant by a date that is not in one of our forms. */

import { formatLongDate, parseDate } from './instant.ts'
import { typedPlainly } from './plain-typing.ts'

export interface MeantDate {
  /** In a form that is read: `2026-11-20`, or with its time `2026-11-20 18:30+01:00`. */
  readonly text: string
  /** `20 November 2026`. */
  readonly day: string
}

/** Longer text is no date. */
const LONGEST = 80

const TIME =
  /(?<![\d.:/-])(?<hour>\d{1,2})(?:[:.h](?<minute>\d{2})(?::(?<second>\d{2}))?)?\s*(?<half>[ap]\.?m\b\.?)?(?<offset>\s*(?:Z\b|[+-]\d{2}:?\d{2}))?/gi

/**
 * The days that may be meant: none, one, or two where it cannot be told which number is the month.
 * `language`: in which the names of months may be, beside English.
 */
export const meantDates = (written: string, language?: string): readonly MeantDate[] => {
  if (written.length > LONGEST) return []
  const text = (typedPlainly(written)?.text ?? written).trim()
  if (text !== written && isRead(text)) return [meant(text)]
  const days = daysIn(text, language)
  const time = days === undefined ? undefined : timeIn(days.rest)
  if (days === undefined || time === undefined) return []
  const found = days.days.map(day => `${day}${time}`).filter(isRead)
  return [...new Set(found)].map(meant)
}

const isRead = (text: string): boolean => 'instant' in parseDate(text)

const meant = (text: string): MeantDate => {
  const day = parseDate(/^\S+/.exec(text)![0])
  return { text, day: 'instant' in day ? formatLongDate(day.instant, 'UTC') : text }
}

interface Days {
  /** `2026-11-20`; whether there is such a day is for `parseDate` to say. */
  readonly days: readonly string[]
  /** What stands beside the day: a time, or nothing. */
  readonly rest: string
}

const daysIn = (text: string, language: string | undefined): Days | undefined => {
  const yearFirst = /^(?<year>\d{4})(?<mark>[./-])\s?(?<a>\d{1,2})\k<mark>\s?(?<b>\d{1,2})(?!\d)\.?/.exec(
    text,
  )
  if (yearFirst) {
    const { year, a, b } = yearFirst.groups!
    const rest = text.slice(yearFirst[0].length)
    return { days: isMonth(a!) ? [dayOf(year!, a!, b!)] : [dayOf(year!, b!, a!)], rest }
  }
  const yearLast =
    /^(?:\p{L}{2,12}\.?,?\s+)?(?<a>\d{1,2})(?<mark>[./-])\s?(?<b>\d{1,2})\k<mark>\s?(?<year>\d{4}|\d{2})(?!\d)/u.exec(
      text,
    )
  if (yearLast) {
    const { year: digits, mark, a, b } = yearLast.groups!
    const year = digits!.length === 2 ? `20${digits}` : digits!
    const dayFirst = dayOf(year, b!, a!)
    const monthFirst = dayOf(year, a!, b!)
    // With full stops, the day comes first wherever dates are written so.
    const days = mark === '.' && isMonth(b!) ? [dayFirst] : [dayFirst, monthFirst]
    return { days, rest: text.slice(yearLast[0].length) }
  }
  return inWords(text, language)
}

const isMonth = (number: string): boolean => Number(number) >= 1 && Number(number) <= 12

const dayOf = (year: string, month: string | number, day: string): string =>
  `${year}-${String(month).padStart(2, '0')}-${day.padStart(2, '0')}`

/** `20. November 2026`, `Nov 20th, 2026`, `le 20 novembre 2026`, `Freitag, 20. Nov. 2026 18:30`. */
const inWords = (text: string, language: string | undefined): Days | undefined => {
  const year = /(?<![\d:])(?:19|20)\d{2}(?![\d:])/.exec(text)
  if (year === null) return undefined
  const months = [...text.matchAll(/\p{L}{3,}/gu)].flatMap(({ 0: word, index }) => {
    const month = monthOf(word, language)
    return month === undefined ? [] : [{ month, index, length: word.length }]
  })
  const [month, ...others] = months
  if (month === undefined || others.length > 0) return undefined
  const rest = blanked(blanked(text, year.index, 4), month.index, month.length)
  const day = /(?<![\d:])(\d{1,2})(?:st|nd|rd|th|er|\.|º|ª)?(?![\d:h]|\s*[ap]\.?m\b)/i.exec(rest)
  if (day === null) return undefined
  return {
    days: [dayOf(year[0], month.month, day[1]!)],
    // What else is a word, such as a weekday or `de`, says nothing.
    rest: blanked(rest, day.index, day[0].length).replace(/(?!\b[ap]\.?m\b|Z\b)\b\p{L}{2,}\b\.?/giu, ''),
  }
}

const blanked = (text: string, from: number, length: number): string =>
  text.slice(0, from) + ' '.repeat(length) + text.slice(from + length)

/** ` 18:30+01:00`, or empty where nothing is left; undefined for what is no time. */
const timeIn = (rest: string): string | undefined => {
  const [found, ...others] = [...rest.matchAll(TIME)]
  const left = (found === undefined ? rest : blanked(rest, found.index, found[0].length)).replace(
    /[\s,.;T]|\b(?:at|um|à|kl|Uhr|h)\b/giu,
    '',
  )
  if (others.length > 0 || left !== '') return undefined
  if (found === undefined) return ''
  const { hour, minute, second, half, offset = '' } = found.groups!
  if (minute === undefined && half === undefined) return undefined
  const hours = half === undefined ? Number(hour) : (Number(hour) % 12) + (/p/i.test(half) ? 12 : 0)
  return ` ${String(hours).padStart(2, '0')}:${minute ?? '00'}${second === undefined ? '' : `:${second}`}${offset.trim()}`
}

/** 1 to 12, of a name in English or the language, or its first letters. */
const monthOf = (word: string, language: string | undefined): number | undefined => {
  const folded = fold(word)
  for (const names of [...monthsIn('en'), ...(language === undefined ? [] : monthsIn(language))]) {
    const index = names.indexOf(folded)
    if (index >= 0) return index + 1
  }
  const full = [...monthsIn('en'), ...(language === undefined ? [] : monthsIn(language))]
  for (const names of full) {
    const near = names.flatMap((name, index) => (name.startsWith(folded) ? [index] : []))
    if (near.length === 1) return near[0]! + 1
  }
  return undefined
}

const fold = (word: string): string =>
  word
    .normalize('NFD')
    .replace(/\p{M}|\./gu, '')
    .toLowerCase()

/** As they stand beside a day, and alone. Nothing for what is no language. */
const monthsIn = (language: string): readonly (readonly string[])[] => {
  try {
    return (['long', 'short'] as const).flatMap(month =>
      [{ month }, { month, day: 'numeric' as const }].map(style => {
        const format = new Intl.DateTimeFormat(language, { ...style, timeZone: 'UTC', calendar: 'gregory' })
        return Array.from({ length: 12 }, (_, index) =>
          fold(
            format.formatToParts(Date.UTC(2026, index, 20)).find(({ type }) => type === 'month')?.value ?? '',
          ),
        )
      }),
    )
  } catch {
    return []
  }
}
