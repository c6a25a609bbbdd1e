import type { Finding } from '../../../diagnostic.ts'
import { type Item, type Rule, released } from '../../evidence.ts'
import { antennaPodDuplicates } from './apps.ts'

/** Seconds: closer than this, AntennaPod takes two lengths for the same. */
const CLOSE = 600
const DAY = 86_400_000

const rule: Rule = {
  id: 'episode/look-alikes',
  title: 'Two episodes of one day have titles of their own',
  why: 'AntennaPod takes two episodes for one, whatever their guids, when they have the same title, day and type and nearly the same length: its listeners see only one of them.',
  specs: [antennaPodDuplicates],
  askedBy: { apps: 'ignores' },
  example: {
    bad: {
      '001.md': 'title: The ferry\ndate: 2026-01-12T06:00:00Z',
      '002.md': 'title: The ferry\ndate: 2026-01-12T09:00:00Z',
    },
    good: {
      '001.md': 'title: The ferry, part one\ndate: 2026-01-12T06:00:00Z',
      '002.md': 'title: The ferry, part two\ndate: 2026-01-12T09:00:00Z',
    },
  },
  *check(evidence): Iterable<Finding> {
    const seen = new Map<string, ReturnType<typeof released>[number]>()
    for (const item of released(evidence)) {
      const { title, date, audio } = item.release.episode
      const key = [title.trim().toLowerCase(), Math.floor(date / DAY), audio.type].join('\n')
      const other = seen.get(key)
      if (other === undefined) seen.set(key, item)
      else if (areClose(item, other))
        yield {
          place: item.entry.at('title'),
          message: `two episodes of the same day are called "${title}", so AntennaPod takes them for one episode and shows only one`,
          help: `Give each a title of its own, such as \`${title}, part two\`.`,
          related: [{ place: other.entry.at('title'), message: 'the other one' }],
        }
    }
  },
}
export default rule

const areClose = (a: Item, b: Item): boolean => {
  const [one, two] = [a.release?.episode.duration, b.release?.episode.duration]
  return one !== undefined && two !== undefined && Math.abs(one - two) < CLOSE
}
