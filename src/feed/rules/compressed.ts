import { quoted } from '../../units/shell.ts'
import type { FeedRule } from '../feed-rule.ts'
import { appleGuide } from '../specs.ts'

const rule: FeedRule = {
  id: 'document/compressed',
  always: 'broken',
  title: 'A feed is text, and not an archive',
  why: 'A server may compress what it sends; a file that is compressed itself is XML to no reader.',
  specs: [appleGuide],
  askedBy: {
    apple: 'refuses',
    spotify: 'refuses',
    youtube: 'refuses',
    amazon: 'refuses',
    podcastindex: 'refuses',
  },
  example: {
    bad: { 'feed.xml': '!gzip' },
    good: { 'feed.xml': '<title>Harbour Notes</title>' },
  },
  *check(feed) {
    if (feed.isCompressed)
      yield {
        place: { file: feed.file },
        message: `${feed.file} is compressed with gzip, so no app and no directory can read it as a feed`,
        help: `Let the server do the compressing: unpack the file with \`gzip -dc ${quoted(feed.file)} > unpacked.xml\`, and put unpacked.xml in place of ${feed.file}.`,
      }
  },
}
export default rule
