/** A language tag as feeds take it: two letters (ISO 639-1), optionally a script and a region (ISO 3166-1, or 419 and the like). */

import { typedPlainly } from '../units/plain-typing.ts'
import { languages, threeLetterLanguages } from '../vocabulary/languages.ts'
import { regions } from '../vocabulary/regions.ts'

export type LanguageVerdict =
  | { readonly kind: 'right' }
  /** A language that has no two letters, such as `yue`. */
  | { readonly kind: 'three-letters'; readonly name: string }
  | { readonly kind: 'wrong'; readonly detail: string; readonly meant?: string | undefined }

const TAG =
  /^([a-z]{2,3})(?:-([a-z]{4}))?(?:-([a-z]{2}|\d{3}))?((?:-(?:[a-z0-9]{5,8}|\d[a-z0-9]{3}|x-[a-z0-9]{1,8}))*)$/i

export const judgeLanguage = (written: string): LanguageVerdict => {
  if (written.length > 60) return { kind: 'wrong', detail: 'it is far too long for a language code' }
  const parts = TAG.exec(written)
  if (!parts)
    return {
      kind: 'wrong',
      detail: detailOf(written),
      meant: meantBy(written),
    }
  const [, language = '', script, region] = parts
  const code = language.toLowerCase()
  const rest = written.slice(language.length)
  if (region !== undefined && !isRegion(region.toUpperCase()))
    return {
      kind: 'wrong',
      detail: `"${region}" is not a region`,
      meant: repaired(code, script, region.toUpperCase()),
    }
  if (languages.has(code) || threeLetterLanguages.has(code)) return { kind: 'right' }
  const canonical = canonicalOf(code)
  if (canonical !== undefined)
    return {
      kind: 'wrong',
      detail: code.length === 3 ? 'it has three letters where two were expected' : 'it is an old code',
      meant: canonical + rest,
    }
  const name = code.length === 3 ? nameOfLanguage(code) : undefined
  if (name !== undefined) return { kind: 'three-letters', name }
  return { kind: 'wrong', detail: `"${language}" is not a language`, meant: languageOfRegion(code) }
}

/** `419`: Latin America. Intl also knows names for codes that are no regions, so only digits are asked there. */
const isRegion = (region: string): boolean =>
  /^\d/.test(region) ? nameOfRegion(region) !== undefined : regions.has(region)

const nameOfRegion = (region: string): string | undefined =>
  new Intl.DisplayNames('en', { type: 'region', fallback: 'none' }).of(region)

const nameOfLanguage = (code: string): string | undefined =>
  new Intl.DisplayNames('en', { type: 'language', fallback: 'none' }).of(code)

/** `eng` is `en`, `cmn` is `zh`, `iw` is `he`. */
const canonicalOf = (code: string): string | undefined => {
  const [canonical] = Intl.getCanonicalLocales(code)
  return canonical !== undefined && languages.has(canonical) ? canonical : undefined
}

/** People write the region UK for GB; any other region that is none is left out. */
const repaired = (code: string, script: string | undefined, region: string): string | undefined => {
  const language = languages.has(code) ? code : canonicalOf(code)
  if (language === undefined) return undefined
  const head = script === undefined ? language : `${language}-${script}`
  return region === 'UK' ? `${head}-GB` : head
}

const detailOf = (written: string): string =>
  /^[a-z]{2,3}[_\s]/i.test(written)
    ? 'its parts are joined by a hyphen'
    : 'two letters were expected, such as "en"'

const meantBy = (typed: string): string | undefined => {
  const written = typedPlainly(typed)?.text ?? typed
  if (written !== typed && judgeLanguage(written).kind !== 'wrong') return written
  const hyphened = written.trim().replace(/[_\s./]+/g, '-')
  if (hyphened !== written && TAG.test(hyphened)) {
    const verdict = judgeLanguage(hyphened)
    return verdict.kind === 'wrong' ? verdict.meant : hyphened
  }
  return languageOfName(written)
}

/** `jp` is what people write who mean the language of Japan. */
const languageOfRegion = (code: string): string | undefined => {
  if (!regions.has(code.toUpperCase())) return undefined
  const { language } = new Intl.Locale(`und-${code}`).maximize()
  return language !== undefined && languages.has(language) ? language : undefined
}

/** By its English name, or by its own: `English`, `Deutsch`. */
const languageOfName = (written: string): string | undefined => {
  const [word] = written
    .trim()
    .toLowerCase()
    .split(/[\s(,/-]+/)
  const english = new Intl.DisplayNames('en', { type: 'language', fallback: 'none' })
  return [...languages].find(
    code => english.of(code)?.toLowerCase() === word || ownName(code)?.toLowerCase() === word,
  )
}

/** For a language that Intl does not speak it would answer in the machine's own. */
const ownName = (code: string): string | undefined =>
  Intl.DisplayNames.supportedLocalesOf(code).length === 0
    ? undefined
    : new Intl.DisplayNames(code, { type: 'language', fallback: 'none' }).of(code)
