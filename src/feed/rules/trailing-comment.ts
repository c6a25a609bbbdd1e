import { type FeedRule, quoted } from '../feed-rule.ts'

const rule: FeedRule = {
  id: 'document/trailing-comment',
  always: 'advice',
  title: 'No comment follows the last element',
  why: 'Comments near the end of a feed, as caching plugins leave them, have kept Apple from reading it now and then.',
  specs: ['https://blubrry.com/support/'],
  covers: ['doc-no-trailing-comment'],
  example: {
    bad: { 'feed.xml': '!after <!-- cached in 0.1 s -->' },
    good: { 'feed.xml': '!after ' },
  },
  *check(feed) {
    const last = feed.channel?.children.at(-1)
    if (last === undefined) return
    const at = feed.text.indexOf('<!--', last.xml.innerEnd)
    if (at < 0) return
    const end = feed.text.indexOf('-->', at)
    yield {
      place: feed.place(at, end < 0 ? at + 4 : end + 3),
      message: `the comment ${quoted(feed.text.slice(at + 4, end < 0 ? at + 60 : end).trim())} comes after the last element, and comments there have kept Apple from reading a feed`,
      help: 'Remove it, or turn off the plugin that writes it.',
    }
  },
}
export default rule
