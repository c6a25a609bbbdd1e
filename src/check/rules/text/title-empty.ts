import type { Finding } from '../../../diagnostic.ts'
import { isBlank } from '../../../units/blank.ts'
import { eachEntry, type Rule } from '../../evidence.ts'

const rule: Rule = {
  id: 'text/title-empty',
  always: 'broken',
  inherits: 'never',
  scope: 'item',
  inFeeds: 'no element',
  title: 'A title holds something to read',
  why: 'A title of control characters or spaces is an empty line in every app, and directories refuse it.',
  specs: ['https://www.w3.org/TR/xml/#charsets'],
  askedBy: { apple: 'refuses', spotify: 'refuses', psp1: 'requires' },
  covers: ['show-title-required', 'ep-title-required'],
  example: {
    bad: { '001.md': 'title: "\\x01\\x02"' },
    good: { '001.md': 'title: First light' },
    sameFeed: { '001.md': 'draft: true' },
  },
  ...eachEntry(function* ({ entry }): Iterable<Finding> {
    const { title } = entry.meta
    if (title === undefined || !isBlank(title)) return
    yield {
      place: entry.at('title'),
      message: `the title ${JSON.stringify(title)} holds only invisible characters, so apps would show an empty line, and directories refuse it`,
      help: 'Delete what is there, and type the title again.',
    }
  }),
}
export default rule
