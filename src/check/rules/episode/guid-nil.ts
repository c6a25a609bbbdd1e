import { isNilUuid } from '../../../units/uuid.ts'
import { eachItem, type Rule } from '../../evidence.ts'
import { isPublished } from './published.ts'

const rule: Rule = {
  id: 'episode/guid-nil',
  always: 'broken',
  inherits: 'never',
  title: 'A guid is not all zeros',
  why: 'The UUID of zeros is what a program writes that has none. The next episode with it takes the place of this one.',
  specs: ['https://www.rfc-editor.org/rfc/rfc9562#section-5.9'],
  covers: ['ep-guid-form'],
  example: {
    bad: { '001.md': 'guid: 00000000-0000-0000-0000-000000000000' },
    good: { '001.md': 'guid: b0a1c2d3-5e4f-4a6b-8c7d-9e0f1a2b3c4d' },
  },
  check: eachItem(function* (item, evidence) {
    const { entry } = item
    const { guid } = entry.meta
    if (guid === undefined || !isNilUuid(guid) || isPublished(item, evidence)) return
    yield {
      place: entry.at('guid'),
      message: `the guid "${guid}" is what programs write when they have none, so apps may take this episode for another`,
      help: entry.words.either({
        folder: 'Remove the line: build-feed makes a guid and keeps it in feed.lock.json.',
        feed: 'Give this episode a guid of its own, such as a new UUID.',
      }),
      fix: entry.fix.remove('guid'),
    }
  }),
}
export default rule
