import { en } from './en.ts'
import type { Words } from './words.ts'

export const enUs: Words = {
  ...en,
  longDate: 'MMMM D, YYYY',
  shortDate: 'MMM D, YYYY',
  text: { ...en.text, license: 'License' },
}
