import { type MeantDate, meantDates } from '../units/meant-date.ts'
import { listed } from '../units/text.ts'

export interface DateHelp {
  readonly help: string
  /** The one form that can have been meant. */
  readonly right?: string
}

/** How a date that cannot be read is written: in the user's own numbers where they can be understood, else as `otherwise` says. */
export const dateHelp = (written: string, language: string | undefined, otherwise: string): DateHelp => {
  const [first, ...others] = meantDates(written, language)
  if (first === undefined) return { help: lastDayHelp(written) ?? otherwise }
  if (others.length > 0) return { help: `Write ${listed([first, ...others].map(ifMeant), 'or')}.` }
  return { help: `Write \`${first.text}\`.`, right: first.text }
}

/** Of `2026-02-30`, `2026-02-28`. */
const lastDayHelp = (written: string): string | undefined => {
  const [, year = '', month = '', day = ''] = /^\s*(\d{4})-(\d{1,2})-(\d{1,2})(?!\d)/.exec(written) ?? []
  if (Number(month) < 1 || Number(month) > 12 || Number(day) < 29 || Number(day) > 31) return undefined
  const last = new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate()
  return Number(day) > last
    ? `Write a day that exists; the last of that month is \`${year}-${month.padStart(2, '0')}-${last}\`.`
    : undefined
}

const ifMeant = ({ text, day }: MeantDate): string => `\`${text}\` if it is ${day}`
