import { text } from '../schema/value.ts'
import { field, made } from '../table/field.ts'
import { inText } from '../table/shape.ts'
import { ofChannelToo } from '../table/specs.ts'

export const generator = field({
  key: 'generator',
  on: { show: made },
  form: () => text(),
  resolve: (generator, { folder }) => generator ?? folder?.generator,
  inFeed: [inText('generator', { spec: ofChannelToo })],
})
