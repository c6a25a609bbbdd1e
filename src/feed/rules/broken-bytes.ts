import type { FeedRule } from '../feed-rule.ts'
import { xml } from '../specs.ts'

const rule: FeedRule = {
  id: 'document/broken-bytes',
  always: 'broken',
  title: 'The bytes are those of the declared encoding',
  why: 'Strict readers refuse the feed at the first such byte; the others show question marks.',
  specs: [xml('charencoding')],
  askedBy: { apple: 'refuses', w3c: 'requires', psp1: 'requires' },
  covers: ['doc-utf8'],
  example: {
    bad: { 'feed.xml': '!latin1 <copyright>Café Harbour</copyright>' },
    good: { 'feed.xml': '<copyright>Café Harbour</copyright>' },
  },
  *check(feed) {
    const { invalid, encoding } = feed.encoding
    if (!invalid) return
    const at = feed.text.indexOf('\uFFFD')
    yield {
      place: at < 0 ? feed.place(0) : feed.place(at, at + 1),
      message: `the feed says that it is ${encoding === 'utf-8' ? 'UTF-8' : encoding}, but letters here are saved in another encoding, so apps show question marks or refuse it`,
      help:
        encoding === 'utf-8'
          ? 'Save the file as UTF-8; these letters were probably saved as Windows-1252.'
          : 'Save the file as UTF-8, and say `encoding="UTF-8"` in its first line.',
    }
  },
}
export default rule
