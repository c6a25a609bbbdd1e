import { url } from '../schema/value.ts'
import { field } from '../table/field.ts'
import { inText } from '../table/shape.ts'
import { ofItemElement } from '../table/specs.ts'

export const comments = field({
  key: 'comments',
  on: {
    episode: { says: 'A page where people comment.', example: 'https://show.example/1#comments' },
  },
  form: url,
  resolve: comments => comments,
  inFeed: [inText('comments', { spec: ofItemElement('comments'), readBy: 'few' })],
})
