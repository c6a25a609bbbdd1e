import { xmlCharacters, xmlLevels, xmlNodes, xmlProblems } from '../../limits.ts'
import { mostOf, withinReason } from '../feed-elements.ts'
import { type FeedRule, nodesIn, problemsOf, shown } from '../feed-rule.ts'
import { xml } from '../specs.ts'

const count = (number: number): string => number.toLocaleString('en')

const words: Readonly<Record<string, string>> = {
  'too-large': `the file has more than ${count(xmlCharacters)} characters, so apps give up on the feed`,
  'too-deep': `the tags are nested more than ${count(xmlLevels)} levels deep, so apps give up on the feed`,
  'too-many-nodes': `there are more than ${count(xmlNodes)} elements and attributes, so apps give up on the feed`,
  'too-many-problems': `there are more than ${count(xmlProblems)} faults in the XML, so apps give up on the feed`,
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
        help: 'Check that this is the right file; if it is, keep only the newest episodes in it.',
      }
    for (const parent of feed.channel === undefined ? [] : [feed.channel, ...nodesIn(feed)])
      for (const child of withinReason(parent.xml).excess)
        yield {
          place: feed.place(child.offset),
          message: `${shown(parent.name)} holds more than ${count(mostOf(child))} elements of the name ${shown(child.name.local)}, and those from here on are not looked at`,
          help: 'Check that this is the right file; if it is, keep only the newest episodes in it.',
        }
  },
}
export default rule
