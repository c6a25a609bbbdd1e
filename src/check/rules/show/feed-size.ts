import type { Episode } from '../../../podcast.ts'
import { byteLength } from '../../../units/text.ts'
import { type Rule, released } from '../../evidence.ts'

/** What the W3C validator reads. */
const LIMIT = 5_000_000
/** Tags, guid, dates and indentation of one item, as our own feeds have them. */
const FRAME = 1200
/** A show of fewer episodes than this is too long in its notes, and not in its list. */
const FEWEST = 10

const rule: Rule = {
  id: 'show/feed-size',
  always: 'noticed',
  inFeeds: 'document/size',
  title: 'The feed stays below 5 MB',
  why: 'Every app of every subscriber reads the whole feed again and again; the W3C validator refuses a larger one, and slow phones give up.',
  specs: ['https://validator.w3.org/feed/docs/error/ValidatorLimit.html'],
  askedBy: { w3c: 'requires' },
  covers: ['doc-feed-size'],
  example: {
    bad: { '001.md': '!words 2600000', '002.md': '!words 2600000' },
    good: { '001.md': '!words 1500' },
  },
  *check(evidence) {
    const sizes = released(evidence).map(item => sizeOf(item.release.episode))
    const total = sum(sizes)
    if (total <= LIMIT) return
    const fitting = howManyFit(sizes)
    yield {
      place: evidence.entry.at(),
      message: `the feed will have about ${megabytes(total)} MB; every app downloads it again and again, and above 5 MB some give up`,
      help:
        fitting < FEWEST
          ? 'Shorten the notes: a transcript belongs in a file of its own.'
          : `Shorten the notes (a transcript belongs in a file of its own), or keep the newest ${fitting} with \`limit: ${fitting}\`.`,
    }
  },
}
export default rule

const sizeOf = ({ description, content }: Episode): number =>
  FRAME + byteLength(description) + byteLength(content)

const sum = (sizes: readonly number[]): number => sizes.reduce((total, size) => total + size, 0)

const howManyFit = (sizes: readonly number[]): number => {
  let room = LIMIT
  const firstTooMany = sizes.findIndex(size => (room -= size) < 0)
  return firstTooMany < 0 ? sizes.length : firstTooMany
}

const megabytes = (bytes: number): string => (bytes / 1e6).toFixed(1)
