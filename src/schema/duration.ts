/** A length of time that overrides the measured one, in every form that people write. */

import { formatClock, meantDuration, parseDuration } from '../units/duration.ts'
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

/** Only for a suggestion: what is not a clock time is never guessed. A comma may be another mark for the colon. Seconds. */
const meantBy = (written: string): number | undefined => meantDuration(written.replace(',', ';'))
