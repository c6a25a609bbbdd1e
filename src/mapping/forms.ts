/** What a text stands for, where it is not what we would write. What cannot be it stays what it is, and is judged as such. */

import type { SourceForm } from '../schema/source.ts'
import { isNothing } from './sourced.ts'
import type { Written } from './written.ts'

export const inForm = (written: Written, form: SourceForm): Written => forms[form](written)

/** Of each text, in lists too. */
const ofText =
  (read: (text: string) => Written) =>
  (written: Written): Written =>
    typeof written === 'string'
      ? read(written.trim())
      : Array.isArray(written)
        ? written.map(ofText(read))
        : written

const ofNumber = (read: (number: number) => string) =>
  ofText(text => (/^-?\d{1,15}(?:\.\d{1,15})?$/.test(text) ? read(Number(text)) : text))

const shortNumber = (number: number): string => String(Math.round(number * 1e6) / 1e6)

const instant = (milliseconds: number): string =>
  Math.abs(milliseconds) <= 8.64e15 ? new Date(milliseconds).toISOString() : String(milliseconds)

const forms: Readonly<Record<SourceForm, (written: Written) => Written>> = {
  // Full-width signs, as an input method leaves them behind.
  date: ofText(text => text.normalize('NFKC').replace(/\s+/g, ' ')),
  'epoch ms': ofNumber(instant),
  'epoch seconds': ofNumber(seconds => instant(seconds * 1000)),
  ms: ofNumber(ms => shortNumber(ms / 1000)),
  seconds: ofNumber(shortNumber),
  minutes: ofNumber(minutes => shortNumber(minutes * 60)),
  bytes: ofText(text => {
    const digits = text.replace(/(?<=\d)[,._'\s](?=\d{3})/g, '').replace(/\s*(?:bytes|b)$/i, '')
    return /^\d{1,15}$/.test(digits) ? digits : text
  }),
  'comma list': ofText(text =>
    text
      .split(/[,،、，;]/)
      .map(item => item.trim())
      .filter(item => item !== ''),
  ),
  'name → URL': written => {
    if (typeof written === 'string' || Array.isArray(written)) return written
    return Object.entries(written).map(
      ([name, url]): Written => (isNothing(url) || typeof url !== 'string' ? { name } : { name, href: url }),
    )
  },
  not: ofText(text =>
    /^(?:true|yes)$/i.test(text) ? 'false' : /^(?:false|no)$/i.test(text) ? 'true' : text,
  ),
}
