import { many, text } from '../schema/value.ts'
import { field } from '../table/field.ts'

const words = {
  says: 'Rules whose findings are expected here.',
  example: 'audio/bit-rate',
  long: ['audio/bit-rate'],
} as const

export const allow = field({
  key: 'allow',
  on: { show: words, episode: words },
  form: () => many(text()),
  inFeed: [],
})
