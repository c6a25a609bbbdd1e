/** A size in bytes as people write it: `12,345,678`, `12 345 678`, `12345678.0`, `12345678 bytes`. */

const GROUPED = /^\d{1,3}(?:(?:,\d{3})+|(?:['’ \u00a0\u2009\u202f]\d{3})+|(?:\.\d{3}){2,})$/
/** Of a byte there are no parts. */
const FRACTION = /\.\d{1,2}$|\.0+$/
const UNIT = /\s*(?:bytes?|b)$/i

/** Undefined for what is a whole number already, and for what may mean another one too, such as `12.345`. */
export const meantBytes = (text: string): number | undefined => {
  const written = text.trim()
  const whole = written.replace(UNIT, '').replace(FRACTION, '')
  const isNumber = /^\d+$/.test(whole) ? whole !== written : GROUPED.test(whole)
  const digits = whole.replace(/\D/g, '')
  return isNumber && digits.length <= 15 ? Number(digits) : undefined
}
