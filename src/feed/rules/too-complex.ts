import { xmlCharacters, xmlLevels, xmlNodes, xmlProblems } from '../../limits.ts'
import { mostOf, withinReason } from '../feed-elements.ts'
import { type FeedRule, nodesIn, problemsOf, shown } from '../feed-rule.ts'
import { xml } from '../specs.ts'

const count = (number: number): string => number.toLocaleString('en')

const words: Readonly<Record<string, string>> = {
  'too-large': `the file has more than ${count(xmlCharacters)} characters, and reading stopped`,
  'too-deep': `the tags stand in each other more than ${count(xmlLevels)} levels deep, and reading stopped`,
  'too-many-nodes': `there are more than ${count(xmlNodes)} elements and attributes, and reading stopped`,
  'too-many-problems': `there are more than ${count(xmlProblems)} faults in the XML, and reading stopped`,
}

const rule: FeedRule = {
  id: 'document/too-complex',
  always: 'broken',
  title: 'A feed can be read within reason',
  why: 'Readers guard themselves against files that would take all their memory, and give up on them.',
  specs: [xml('sec-documents')],
  askedBy: { w3c: 'requires' },
  example: {
    bad: { 'feed.xml': '!deep 300' },
    good: { 'feed.xml': '!deep 3' },
  },
  *check(feed) {
    for (const { kind, offset } of problemsOf(
      feed,
      'too-large',
      'too-deep',
      'too-many-nodes',
      'too-many-problems',
    ))
      yield {
        place: feed.place(offset),
        message: words[kind] ?? 'reading stopped',
        help: 'Check that this is the feed; if it is, shorten it to the newest episodes.',
      }
    for (const parent of feed.channel === undefined ? [] : [feed.channel, ...nodesIn(feed)])
      for (const child of withinReason(parent.xml).excess)
        yield {
          place: feed.place(child.offset),
          message: `${shown(parent.name)} holds more than ${count(mostOf(child))} elements of the name ${shown(child.name.local)}, and those from here on are not looked at`,
          help: 'Check that this is the feed; if it is, shorten it to the newest episodes.',
        }
  },
}
export default rule
