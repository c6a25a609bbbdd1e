import type { Validator } from '../model.ts'
import { isEtag, isHttpDate } from '../units/validator.ts'
import type { Answer } from './transport.ts'

/** How the host tells this version of the file from others; nothing where it does not. */
export const validatorOf = ({ headers }: Answer): Validator => {
  const { etag, date } = headers
  const lastModified = headers['last-modified']
  if (etag !== undefined && isEtag(etag)) return { etag }
  return lastModified !== undefined && isHttpDate(lastModified) && isPast(lastModified, date)
    ? { lastModified }
    : {}
}

/** Within the same second the file may change once more: https://www.rfc-editor.org/rfc/rfc9110#section-8.8.2.2 */
const isPast = (lastModified: string, date: string | undefined): boolean =>
  Date.parse(date ?? '') - Date.parse(lastModified) >= 1000

export const hasValidator = ({ etag, lastModified }: Validator): boolean =>
  etag !== undefined || lastModified !== undefined
