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
  if (first === undefined) return { help: otherwise }
  if (others.length > 0) return { help: `Write ${listed([first, ...others].map(ifMeant), 'or')}.` }
  return { help: `Write \`${first.text}\`.`, right: first.text }
}

const ifMeant = ({ text, day }: MeantDate): string => `\`${text}\` if it is ${day}`
