import { map, refined, seconds, shortOr } from '../schema/shape.ts'
import { many, type Read, type Refusal, text } from '../schema/value.ts'
import { field } from '../table/field.ts'
import { some } from '../table/optional.ts'
import { each, shape } from '../table/shape.ts'
import { podcastTag } from '../table/specs.ts'
import { formatClock, parseDuration } from '../units/duration.ts'

export interface Soundbite {
  /** Seconds. */
  readonly start: number
  /** Seconds. */
  readonly duration: number
  readonly title?: string
}

export const soundbites = field({
  key: 'soundbites',
  on: {
    episode: {
      says: 'The best moments, for previews.',
      example: '5:12 +45 The storm',
      long: [{ start: 312, duration: 45, title: 'The storm' }],
      full: ['5:12-5:57 The storm', { start: 312.5, end: 357.5 }],
      synonyms: ['soundbite', 'clips', 'clip', 'highlights', 'podcastsoundbite'],
    },
  },
  form: () => many(soundbite()),
  resolve: (soundbites): readonly Soundbite[] | undefined => some(soundbites),
  inFeed: [
    each(
      shape<Soundbite>({
        name: 'podcast:soundbite',
        text: 'title',
        attributes: { startTime: 'start', duration: 'duration' },
      }),
      { spec: podcastTag('soundbite'), readBy: 'Podverse, TrueFans and others' },
    ),
  ],
})

const notASoundbite = (written: string): Refusal => ({
  expected: 'duration',
  message: `"${written}" is not a stretch of the recording`,
  help: 'Write where it begins and how long it lasts, such as `5:12 +45 The storm`, or where it ends: `5:12-5:57 The storm`.',
})

const endsBefore = (start: number, end: number): Refusal => ({
  expected: 'duration',
  message: `the soundbite ends at ${formatClock(end)}, which is not after its start at ${formatClock(start)}`,
  help: 'Write the later time second.',
})

const readSoundbite = (written: string): Read<Soundbite> => {
  const [, from = '', sign = '', to = '', title] =
    /^([\d:.]+)\s*(\+|-|–|—)\s*([\d:.]+)(?:\s+(\S.*))?$/s.exec(written) ?? []
  const first = parseDuration(from)
  const second = parseDuration(to)
  if (!('seconds' in first) || !('seconds' in second)) return { refusal: notASoundbite(written) }
  const start = first.seconds
  const duration = sign === '+' ? second.seconds : lengthOf(start, second.seconds)
  if (duration <= 0) return { refusal: endsBefore(start, start + duration) }
  return { value: { start, duration, ...(title === undefined ? {} : { title }) } }
}

/** To the millisecond, so that no binary fraction creeps in: 62.4 − 60 is not quite 2.4. */
const lengthOf = (start: number, end: number): number => Math.round((end - start) * 1000) / 1000

const soundbite = () =>
  shortOr(
    readSoundbite,
    refined(
      map({
        start: seconds().meta({ description: 'Where it begins.' }),
        duration: seconds().meta({ description: 'How long it lasts: 15 to 120 seconds do best.' }).optional(),
        end: seconds().meta({ description: 'Or where it ends.' }).optional(),
        title: text().meta({ description: 'Without it, apps show the title of the episode.' }).optional(),
      }),
      ({ start, duration, end, title }): { value: Soundbite } | { refusal: Refusal; key?: string } => {
        const rest = title === undefined ? {} : { title }
        if (duration !== undefined && end === undefined)
          return duration > 0
            ? { value: { start, duration, ...rest } }
            : { refusal: endsBefore(start, start), key: 'duration' }
        if (end === undefined || duration !== undefined)
          return {
            refusal: {
              expected: 'duration',
              message:
                end === undefined
                  ? '`duration` is missing: how long the soundbite lasts'
                  : 'both `duration` and `end` are written, and one of them is enough',
              help: 'Write `duration: 45`, or `end: 5:57`.',
            },
          }
        return end > start
          ? { value: { start, duration: lengthOf(start, end), ...rest } }
          : { refusal: endsBefore(start, end), key: 'end' }
      },
    ),
    {
      type: 'string',
      pattern: '^[0-9:.]+ *[-+–—] *[0-9:.]+',
      examples: ['5:12 +45 The storm', '5:12-5:57 The storm'],
    },
  )
