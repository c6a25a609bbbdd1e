import { isTimeOfDay } from '../../../units/instant.ts'
import { typedPlainly } from '../../../units/plain-typing.ts'
import type { Rule } from '../../evidence.ts'

const rule: Rule = {
  id: 'show/publish-at',
  always: 'broken',
  inherits: 'never',
  inFeeds: 'no element',
  looksAt: ['publishAt'],
  title: 'publishAt is a time of day',
  why: 'It is the hour at which every episode with a date only appears.',
  specs: [],
  example: { bad: { 'show.md': 'publishAt: 6 o’clock' }, good: { 'show.md': 'publishAt: "06:00"' } },
  *check({ entry }) {
    const { publishAt } = entry.meta
    if (publishAt === undefined || isTimeOfDay(publishAt)) return
    const plain = typedPlainly(publishAt)?.text
    const right = plain !== undefined && isTimeOfDay(plain) ? plain : undefined
    yield {
      place: entry.at('publishAt'),
      message: `\`publishAt: ${publishAt}\` is not a time of day, so an episode with only a date has no time at which to appear`,
      help: right === undefined ? 'Write hours and minutes, such as `06:00`.' : `Write \`${right}\`.`,
      fix: right === undefined ? undefined : entry.fix.replace('publishAt', right),
    }
  },
}
export default rule
