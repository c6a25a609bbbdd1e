import { parseDuration } from '../../units/duration.ts'
import { eachItemNode, type FeedRule, named, trimmed } from '../feed-rule.ts'
import { rss } from '../specs.ts'

/** Bits per second: MP3 has no lower rate, the codecs for speech in other containers do; and more than music takes. */
const LEAST = 8_000
const LEAST_OF_OTHERS = 3_000
const MOST = 400_000
/** Lossless, or with a picture. */
const LARGE = /wav|aiff|flac|m4a|mp4/i

const rule: FeedRule = {
  id: 'document/enclosure-size',
  always: 'noticed',
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
    const type = enclosure?.attributes.type?.trim() ?? ''
    if (enclosure === undefined || !/^audio\//i.test(type)) return
    const bytes = Number(enclosure.attributes.length)
    const written = duration === undefined ? '' : trimmed(duration)
    // In another form it is the mistake of another rule.
    const read = /^\d{1,6}(?::\d{2}){0,2}$/.test(written) ? parseDuration(written) : undefined
    const seconds = read && 'seconds' in read ? read.seconds : 0
    // That a length is 0 or no number has rules of its own.
    if (!(bytes > 0) || seconds < 1) return
    const rate = (bytes * 8) / seconds
    const isFew = rate <= (/mpeg|mp3/i.test(type) ? LEAST : LEAST_OF_OTHERS)
    if (!isFew && (rate <= MOST || LARGE.test(type))) return
    yield {
      place: feed.atAttribute(enclosure, 'length'),
      message: `${bytes} bytes are ${isFew ? 'too few' : 'too many'} for ${Math.round(seconds)} seconds of sound, so apps show a wrong size and some stop the download too early`,
      help: 'Write the size of the file in bytes: a file manager shows it, or `Content-Length` in the answer to `curl -I` of its address.',
    }
  }),
}
export default rule
