/** The number of a season or an episode, as people write it into the wrong place or in the wrong form. */

import { type Read, type Refusal, scalar } from './value.ts'

const DIGITS = /^[+-]?\d{1,15}$/
/** `13.5`: between two others. Only podcast:episode takes it, https://podcasting2.org/docs/podcast-namespace/tags/episode */
const BETWEEN = /^\d{1,15}\.\d{1,9}$/
/** `47:50`, `1:31:06` */
const CLOCK = /^\d{1,4}:\d{2}(?::\d{2})?$/
/** `S07E05` */
const PAIR = /^s(\d{1,4})\s?e(\d{1,6})$/i
/** `#12`, `Ep. 12`, `Season 2` */
const NAMED = /^(?:#|no\.?|nr\.?|ep\.?|e|s|episode|season|folge)\s?(\d{1,9})$/i
/** `13.1`, `036A`, `12b` */
const EXTRA = /^0{0,8}(\d{1,9})(?:[.,]\d{1,9}|[a-z])$/i
const KIND = /^(bonus|trailer|special|extra)\b/i

/** A number in decimal digits: `010` is ten. Only an episode may stand between two others. Whether it may be below 1 is for a rule to say. */
export const ordinal = (field: 'season' | 'episode') =>
  scalar(
    (written): Read<number> =>
      DIGITS.test(written) || (field === 'episode' && BETWEEN.test(written))
        ? { value: Number(written) }
        : { refusal: refusalOf(field, written) },
    field === 'episode'
      ? { type: ['number', 'string'], pattern: '^[+-]?\\d{1,15}(\\.\\d{1,9})?$' }
      : { type: ['integer', 'string'], pattern: '^[+-]?\\d{1,15}$' },
  )

const refusalOf = (field: string, written: string): Refusal => {
  const refusal = (message: string, help: string, replacement?: number): Refusal => ({
    expected: 'number',
    message: `"${written}" ${message}`,
    help,
    ...(replacement === undefined ? {} : { replacement }),
  })
  if (CLOCK.test(written))
    return refusal(
      'is a length of time, and apps read only a whole number here',
      `Move it to \`duration\`, or leave it out: it is measured. In \`${field}\` write the number, such as \`${field}: 12\`.`,
    )
  const pair = PAIR.exec(written)
  if (pair)
    return refusal(
      'holds two numbers, and each has a key of its own',
      `Write \`season: ${Number(pair[1])}\` and \`episode: ${Number(pair[2])}\`.`,
    )
  const [, number] = NAMED.exec(written) ?? []
  if (number !== undefined)
    return refusal(
      'is more than a number, and directories take digits only',
      `Write \`${field}: ${Number(number)}\`.`,
      Number(number),
    )
  const [, whole] = EXTRA.exec(written) ?? []
  if (whole !== undefined)
    return refusal(
      'is not a whole number, and directories accept nothing else',
      `Write \`${field}: ${Number(whole)}\` (and \`episodeDisplay: ${written}\` to show that), or remove the line and write \`episodeType: bonus\`.`,
    )
  const [, kind] = KIND.exec(written) ?? []
  if (kind !== undefined)
    return refusal(
      'is a kind of episode, and apps read only a whole number here',
      `Write \`episodeType: ${kind.toLowerCase() === 'trailer' ? 'trailer' : 'bonus'}\`, and leave \`${field}\` out.`,
    )
  return refusal('is not a whole number', `Write digits only, such as \`${field}: 12\`.`)
}
