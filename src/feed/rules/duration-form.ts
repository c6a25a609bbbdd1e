import { parseDuration } from '../../units/duration.ts'
import { eachNamed, type FeedRule, quoted, trimmed } from '../feed-rule.ts'
import { appleGuide, w3cError } from '../specs.ts'

/** The pattern of the W3C validator: seconds, M:SS or H:MM:SS. */
const FORM = /^\d+(?::[0-5]\d(?::[0-5]\d)?)?$/

const rule: FeedRule = {
  id: 'document/duration-form',
  title: 'A duration is in seconds, M:SS or H:MM:SS',
  why: 'Apps read other forms as a few seconds or as nothing, and show an episode without a length.',
  specs: [appleGuide, w3cError('InvalidDuration')],
  askedBy: { apple: 'ignores', psp1: 'advises', w3c: 'requires' },
  covers: ['ep-duration-format', 'ep-duration'],
  example: {
    bad: { 'feed.xml': '<item>\n<itunes:duration>PT30M</itunes:duration>\n</item>' },
    good: { 'feed.xml': '<item>\n<itunes:duration>1801</itunes:duration>\n</item>' },
  },
  check: eachNamed(['itunes:duration'], function* (node, feed) {
    const written = trimmed(node)
    if (FORM.test(written)) return
    const parsed = parseDuration(written)
    yield {
      place: feed.atText(node),
      message:
        written === ''
          ? '`<itunes:duration>` is empty, so apps show no length'
          : `${quoted(written)} is not a length of time that apps know, so they show none`,
      help:
        'seconds' in parsed
          ? `Write \`${Math.max(1, Math.round(parsed.seconds))}\`, in whole seconds.`
          : 'Write whole seconds, such as `1801`.',
    }
  }),
}
export default rule
