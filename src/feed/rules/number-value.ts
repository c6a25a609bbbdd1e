import { eachNamed, type FeedRule, quoted, shown, trimmed } from '../feed-rule.ts'
import { appleGuide, psp1, w3cError } from '../specs.ts'

const rule: FeedRule = {
  id: 'document/number-value',
  title: 'Episodes and seasons are counted from 1, in whole numbers',
  why: 'Apple refuses other numbers, and apps put the episode at a wrong place.',
  specs: [appleGuide, psp1, w3cError('InvalidInteger')],
  askedBy: { apple: 'ignores', psp1: 'requires', w3c: 'requires' },
  covers: ['ep-number-positive', 'ep-season-positive'],
  example: {
    bad: { 'feed.xml': '<item>\n<itunes:episode>1.5</itunes:episode>\n</item>' },
    good: { 'feed.xml': '<item>\n<itunes:episode>2</itunes:episode>\n</item>' },
  },
  check: eachNamed(
    ['itunes:episode', 'itunes:season', 'podcast:season', 'podcast:episode'],
    function* (node, feed) {
      const written = trimmed(node)
      if (/^0*[1-9]\d{0,9}$/.test(written)) return
      // Without any, there is a rule of the namespace; between two others, or before the first, only this tag can say it.
      if (node.name.startsWith('podcast:') && written === '') return
      if (node.name === 'podcast:episode' && /^\d{1,10}(?:\.\d{1,9})?$/.test(written)) return
      yield {
        place: feed.atText(node),
        message:
          written === ''
            ? `${shown(node.name)} is empty, and apps look for a whole number there`
            : `${shown(node.name)} holds ${quoted(written)}, and apps read only ${node.name === 'podcast:episode' ? 'numbers' : 'whole numbers from 1'} there`,
        help:
          node.name === 'podcast:episode'
            ? 'Write digits; words to be shown in their place go into its `display`.'
            : node.name === 'itunes:episode'
              ? 'Write digits only, such as `12`, or leave the tag out; letters and decimals go into `<podcast:episode>`.'
              : 'Write digits only, such as `2`, or leave the tag out.',
      }
    },
  ),
}
export default rule
