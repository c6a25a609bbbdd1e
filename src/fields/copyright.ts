import { text } from '../schema/value.ts'
import { field } from '../table/field.ts'
import { inText } from '../table/shape.ts'
import { ofChannelToo } from '../table/specs.ts'

export const copyright = field({
  key: 'copyright',
  on: {
    show: {
      says: "The holder's name; the word and the year are not needed.",
      example: 'Harbour Notes Ltd',
      synonyms: ['rights', 'copyrights'],
    },
  },
  form: () => text(),
  resolve: copyright => copyright || undefined,
  inFeed: [inText('copyright', { spec: ofChannelToo, readBy: 'Apple' })],
})
