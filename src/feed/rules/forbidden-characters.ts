import { type FeedRule, problemsOf } from '../feed-rule.ts'
import { xml } from '../specs.ts'

const rule: FeedRule = {
  id: 'document/forbidden-characters',
  always: 'broken',
  title: 'A feed holds no characters that XML forbids',
  why: 'One control character, often pasted from a word processor, makes strict readers lose the whole feed.',
  specs: [xml('charsets')],
  askedBy: { apple: 'refuses', spotify: 'refuses', w3c: 'requires' },
  covers: ['doc-control-chars'],
  example: {
    bad: { 'feed.xml': '<copyright>Harbour\u0007 Notes</copyright>' },
    good: { 'feed.xml': '<copyright>Harbour Notes</copyright>' },
  },
  *check(feed) {
    for (const { offset, detail = '' } of problemsOf(feed, 'forbidden-character'))
      yield {
        place: feed.place(offset, offset + (detail.startsWith('&') ? detail.length : 1)),
        message: `there is an invisible character here (${detail}) that makes the whole feed unreadable`,
        help: 'Delete it; it often comes with text pasted from a word processor.',
      }
  },
}
export default rule
