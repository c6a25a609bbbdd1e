import { parseDuration } from '../../units/duration.ts'
import { eachItemNode, type FeedRule, named, trimmed } from '../feed-rule.ts'
import { rss } from '../specs.ts'

/** Bits per second: speech at the lowest quality that there is, and more than any music takes. */
const LEAST = 8_000
const MOST = 400_000

const rule: FeedRule = {
  id: 'document/enclosure-size',
  severity: 'warning',
  title: 'The length of an enclosure is its size in bytes',
  why: 'Seconds or kilobytes are often written there. Apps show the wrong size, and stop a download that does not fit.',
  specs: [rss('ltenclosuregtSubelementOfLtitemgt')],
  askedBy: { apple: 'advises' },
  example: {
    bad: {
      'feed.xml':
        '<item>\n<enclosure url="https://show.example/2.mp3" length="62" type="audio/mpeg"/>\n<itunes:duration>62</itunes:duration>\n</item>',
    },
    good: {
      'feed.xml':
        '<item>\n<enclosure url="https://show.example/2.mp3" length="992496" type="audio/mpeg"/>\n<itunes:duration>62</itunes:duration>\n</item>',
    },
  },
  check: eachItemNode(function* (item, feed) {
    const [enclosure] = named(item, 'enclosure')
    const [duration] = named(item, 'itunes:duration')
    if (enclosure === undefined || !/^audio\//i.test(enclosure.attributes.type?.trim() ?? '')) return
    const bytes = Number(enclosure.attributes.length)
    const written = duration === undefined ? '' : trimmed(duration)
    // In another form it is the mistake of another rule.
    const read = /^\d{1,6}(?::\d{2}){0,2}$/.test(written) ? parseDuration(written) : undefined
    const seconds = read && 'seconds' in read ? read.seconds : 0
    // That a length is 0 or no number has rules of its own.
    if (!(bytes > 0) || seconds < 1) return
    const rate = (bytes * 8) / seconds
    // An uncompressed recording has a higher one.
    if (rate >= LEAST && (rate <= MOST || /wav|aiff|flac|x-m4a|mp4/i.test(enclosure.attributes.type ?? '')))
      return
    yield {
      place: feed.atAttribute(enclosure, 'length'),
      message: `${bytes} bytes are ${rate < LEAST ? 'too few' : 'too many'} for ${Math.round(seconds)} seconds of sound`,
      help: 'Write the size of the file in bytes, as the server says in `Content-Length`.',
    }
  }),
}
export default rule
