import { nearest } from '../../../units/text.ts'
import type { Rule } from '../../evidence.ts'

const rule: Rule = {
  id: 'show/timezone',
  always: 'broken',
  inherits: 'never',
  inFeeds: 'no element',
  looksAt: ['timezone'],
  title: 'The time zone is one of the IANA names',
  why: 'Every date without an offset is read in it; an unknown zone would move all of them.',
  specs: ['https://www.iana.org/time-zones'],
  example: {
    bad: { 'show.md': 'timezone: CEST+1' },
    good: { 'show.md': 'timezone: Europe/Brussels' },
    sameFeed: { 'show.md': 'timezone: UTC' },
  },
  *check({ entry, zone }) {
    const { timezone } = entry.meta
    if (timezone === undefined || timezone === zone) return
    const near = nearest(timezone, Intl.supportedValuesOf('timeZone'))
    yield {
      place: entry.at('timezone'),
      message: `"${timezone}" is not a known time zone, so it is unclear when episodes appear`,
      help:
        near === undefined
          ? 'Write a region and a city, such as `Europe/Brussels` or `America/New_York`.'
          : `Write \`${near}\`.`,
      ...(near === undefined ? {} : { fix: entry.fix.replace('timezone', near) }),
    }
  },
}
export default rule
