/** A length of time that overrides the measured one, in every form that people write. */

import { formatClock, parseDuration } from '../units/duration.ts'
import { scalar } from './value.ts'

export const duration = () =>
  scalar(
    written => {
      const parsed = parseDuration(written)
      if ('seconds' in parsed) return { value: parsed.seconds }
      const meant = meantBy(written)
      const leave = 'or remove the line: the length is measured from the audio.'
      return {
        refusal: {
          expected: 'duration',
          message: `"${written}" is not a length of time${parsed.problem === 'out-of-range' ? `: ${parsed.detail}` : ', so apps would show no length'}`,
          help:
            meant === undefined
              ? `Write \`56:10\`, \`1:02:03\` or seconds, ${leave}`
              : `Write \`${formatClock(meant)}\`, ${leave}`,
        },
      }
    },
    { type: ['string', 'number'], examples: ['56:10', '1:02:03', 3370] },
  )

/** `45;11`, `45.11.` with another mark than the colon; `1h 5m`, `54 min`. */
const MARKED = /^(\d{1,3})[;,h](\d{2})$/i
const WORDS =
  /^(?:(\d{1,3})\s?h(?:ours?|rs?)?)?\s?(?:(\d{1,4})\s?m(?:in(?:ute)?s?)?)?\s?(?:(\d{1,5})\s?s(?:ec(?:ond)?s?)?)?$/i

/** Only for a suggestion: what is not a clock time is never guessed. Seconds. */
const meantBy = (written: string): number | undefined => {
  const marked = MARKED.exec(written)
  if (marked && Number(marked[2]) < 60)
    return (Number(marked[1]) * 60 + Number(marked[2])) * (/h/i.test(written) ? 60 : 1)
  const [whole, hours = 0, minutes = 0, seconds = 0] = WORDS.exec(written) ?? []
  return whole ? Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds) : undefined
}
