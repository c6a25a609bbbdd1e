import type { FeedRule } from '../feed-rule.ts'
import { appleGuide, psp1, w3cWarning } from '../specs.ts'

const rule: FeedRule = {
  id: 'document/utf8',
  title: 'A feed is written in UTF-8',
  why: 'Apple and PSP-1 take nothing else; in other encodings names and titles arrive garbled.',
  specs: [appleGuide, psp1, w3cWarning('NotUtf8')],
  askedBy: { apple: 'refuses', psp1: 'requires', w3c: 'advises' },
  covers: ['doc-utf8'],
  example: {
    bad: { 'feed.xml': '<?xml version="1.0" encoding="ISO-8859-1"?>' },
    good: { 'feed.xml': '<?xml version="1.0" encoding="UTF-8"?>' },
  },
  *check(feed) {
    const { encoding, declared, unknown } = feed.encoding
    const name = unknown
      ? declared
      : /^(utf-?8|unicode-1-1-utf-8|us-ascii|ascii)$/i.test(declared ?? encoding)
        ? undefined
        : (declared ?? encoding)
    if (name === undefined && encoding.startsWith('utf-16')) {
      yield {
        place: feed.place(0),
        message: `the feed is saved as ${encoding.toUpperCase()}, but says that it is ${declared ?? 'UTF-8'}, so apps may garble it or refuse it`,
        help: 'Open the file in a text editor, and save it with the encoding UTF-8.',
      }
      return
    }
    if (name === undefined || (encoding === 'utf-8' && feed.encoding.byteOrderMark)) return
    const at = feed.text.slice(0, 1024).indexOf(name)
    yield {
      place: at < 0 ? feed.place(0) : feed.place(at, at + name.length),
      message: unknown
        ? `the feed says that it is written in "${name}", an encoding that no app knows`
        : `the feed is written in ${name}, and directories take only UTF-8`,
      help: 'Save the file as UTF-8 and write `<?xml version="1.0" encoding="UTF-8"?>`.',
    }
  },
}
export default rule
