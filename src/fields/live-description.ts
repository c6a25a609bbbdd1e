import { text } from '../schema/value.ts'
import { field } from '../table/field.ts'
import { sayText } from '../table/said.ts'
import { firstSaid } from '../table/shape.ts'
import { ofItem } from '../table/specs.ts'

/** Of a live item: all there is to read about it. */
export const liveDescription = field({
  key: 'description',
  on: {
    live: {
      says: 'What it will be about, in Markdown.',
      example: 'We talk while the **boats** come in.',
    },
  },
  form: () => text(),
  keepsLines: true,
  markdown: description => [description],
  resolve: (description, { html }) => (description && html(description).trim()) || undefined,
  inFeed: [
    {
      name: 'description',
      spec: ofItem,
      readBy: 'every app and directory',
      write: text => [{ name: 'description', text, html: true }],
      read: nodes => firstSaid(nodes.map(sayText)),
    },
  ],
})
