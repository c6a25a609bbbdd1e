/** Values of several parts: maps, and the short forms that stand for them. */

import * as z from 'zod'
import { parseDuration } from '../units/duration.ts'
import { hrefOf, isHttpUrl, schemeOf } from '../units/url.ts'
import { type Read, type Refusal, scalar, text, urlProblem, type Written } from './value.ts'

/** An optional key is there or is not: never undefined. */
type Exact<T> = { readonly [K in keyof T]: Exclude<T[K], undefined> }

/** A map of known keys. Its own message of an unknown key lists those that are known: see `problemsOf`. */
export const map = <Shape extends z.core.$ZodLooseShape>(shape: Shape) =>
  z.strictObject(shape, {
    error: issue => (issue.code === 'unrecognized_keys' ? Object.keys(shape).join(' ') : undefined),
  }) as unknown as z.ZodType<Exact<z.output<z.ZodObject<Shape>>>, unknown>

/** For editors: an address, or anything but one. */
export const webAddress = { type: 'string', pattern: '^[hH][tT][tT][pP][sS]?://' }
export const noWebAddress = { pattern: '^(?![hH][tT][tT][pP][sS]?:)' }

/** The short form, a text, or the long one, a map: both give the same. `editor`: what an editor should know of the short one. */
export const shortOr = <T>(
  expand: (text: string) => Read<NoInfer<T>>,
  long: z.ZodType<T, unknown>,
  editor: Readonly<Record<string, unknown>> = {},
) =>
  z.union([
    scalar(expand, { type: ['string', 'number', 'boolean'], ...editor }),
    long,
  ]) as unknown as z.ZodType<T, unknown>

/** A text or a map, as it was written: what it means is read elsewhere. */
export const textOrMap = (editor: Readonly<Record<string, unknown>> = {}) =>
  z.union([text(editor), z.record(z.string(), z.any())]) as unknown as z.ZodType<
    string | { readonly [key: string]: Written },
    unknown
  >

/** Names of one's own, and a text for each. */
export const textMap = (editor: Readonly<Record<string, unknown>> = {}) =>
  z.record(z.string(), text()).meta(editor) as unknown as z.ZodType<Readonly<Record<string, string>>, unknown>

/** Reads on what a map has given; a refusal stands at `key`, or at the map. */
export const refined = <A, B>(
  type: z.ZodType<A, unknown>,
  read: (value: A) => { readonly value: B } | { readonly refusal: Refusal; readonly key?: string },
): z.ZodType<B, unknown> =>
  type.transform((value, context): B => {
    const result = read(value)
    if ('value' in result) return result.value
    context.issues.push({
      code: 'custom',
      message: result.refusal.message,
      input: value,
      params: result.refusal,
      ...(result.key === undefined ? {} : { path: [result.key] }),
    })
    return z.NEVER
  })

/** Seconds, as `5:12`, `1:02:03`, `312.5` or `PT5M12S`. */
export const seconds = () =>
  scalar(
    (written): Read<number> => {
      const parsed = parseDuration(written)
      return 'seconds' in parsed
        ? { value: parsed.seconds }
        : {
            refusal: {
              expected: 'duration',
              message: `"${written}" is not a time`,
              help: 'Write `5:12`, `1:02:03` or seconds such as `312.5`.',
            },
          }
    },
    { type: ['string', 'number'], examples: ['5:12', 312.5] },
  )

/** A whole number from 0, or from `lowest`. */
export const count = (lowest = 0) =>
  scalar(
    (written): Read<number> =>
      /^\d{1,15}$/.test(written) && Number(written) >= lowest
        ? { value: Number(written) }
        : {
            refusal: {
              expected: 'number',
              message: `"${written}" is not a whole number from ${lowest}`,
              help: 'Write digits only, such as `12`.',
            },
          },
    {
      type: ['integer', 'string'],
      minimum: lowest,
      pattern: lowest > 0 ? '^0{0,14}[1-9]\\d{0,14}$' : '^\\d{1,15}$',
    },
  )

/** `audio/mpeg`: https://www.rfc-editor.org/rfc/rfc6838#section-4.2 */
export const mediaType = (example: string) =>
  scalar(
    (written): Read<string> =>
      /^[a-z0-9][\w!#$&^.+-]{0,126}\/[a-z0-9][\w!#$&^.+-]{0,126}(\s*;.*)?$/i.test(written)
        ? { value: written }
        : {
            refusal: {
              expected: 'text',
              message: `"${written}" is not a media type`,
              help: `Write one such as \`${example}\`.`,
            },
          },
    { type: 'string', pattern: '^[^/ ]+/[^/ ]+', examples: [example] },
  )

/** A URL, or a file of the show folder. Whether the file is there is not for the schema to know. */
export const fileOrUrl = (editor: Readonly<Record<string, unknown>> = {}) => scalar(readFileOrUrl, editor)

export const readFileOrUrl = (written: string): Read<string> => {
  const scheme = schemeOf(written)
  // A single letter is a Windows drive: a path that leads out of the folder, and is refused where files are looked up.
  if (scheme === undefined || scheme.length === 1) return { value: written }
  const problem = urlProblem(written)
  return problem === undefined ? { value: hrefOf(written) } : { refusal: problem }
}

/** Any URI, or a file of the show folder. */
export const fileOrUri = (editor: Readonly<Record<string, unknown>> = {}) => scalar(readFileOrUri, editor)

export const readFileOrUri = (written: string): Read<string> =>
  (schemeOf(written)?.length ?? 1) === 1 ? { value: written } : readUri(written)

/** Any URI: `https:`, `ipfs:`, `at:`, `nostr:` … */
export const uri = (editor: Readonly<Record<string, unknown>> = {}) => scalar(readUri, editor)

const readUri = (written: string): Read<string> => {
  const refusal = uriProblem(written)
  return refusal === undefined ? { value: isHttpUrl(written) ? hrefOf(written) : written } : { refusal }
}

const uriProblem = (written: string): Refusal | undefined => {
  const scheme = schemeOf(written)
  if (scheme === undefined || scheme === 'http' || scheme === 'https') return urlProblem(written)
  return /^[a-z][a-z0-9+.-]*:[^\s<>"{}|\\^`]+$/i.test(written)
    ? undefined
    : {
        expected: 'url',
        message: `"${written}" is not a URI`,
        help: 'Encode spaces and other signs, such as `%20`.',
      }
}

/** What an address says when nothing else does: `ko-fi.com/ada`. In every language. */
export const addressText = (url: string): string => {
  const { host, pathname } = new URL(url)
  return host.replace(/^www\./, '') + pathname.replace(/\/$/, '')
}
