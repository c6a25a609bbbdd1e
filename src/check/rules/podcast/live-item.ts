import type { Finding } from '../../../diagnostic.ts'
import { type DateReading, parseDate } from '../../../units/instant.ts'
import { dateHelp } from '../../date-help.ts'
import type { Rule } from '../../evidence.ts'
import { type WrittenValue, writtenValues } from './written-values.ts'

const rule: Rule = {
  id: 'podcast/live-item',
  always: 'broken',
  inherits: 'value',
  inFeeds: 'no element',
  looksAt: ['liveItems'],
  title: 'A live item says when it begins, under a guid of its own',
  why: 'Apps remind their listeners by it. A guid that an episode has too makes them take the one for the other.',
  specs: ['https://github.com/Podcastindex-org/podcast-namespace/blob/main/docs/tags/live-item.md'],
  askedBy: { podcastindex: 'ignores' },
  covers: ['ep-live-item'],
  example: {
    bad: {
      'show.md':
        'liveItems: { status: pending, start: tonight, title: Live, guid: live-1, contentLinks: "https://show.example/live" }',
    },
    good: {
      'show.md':
        'liveItems: { status: pending, start: 2026-12-01 19:00, title: Live, guid: live-1, contentLinks: "https://show.example/live" }',
    },
    sameFeed: {},
  },
  *check(evidence): Iterable<Finding> {
    if (evidence.entry.meta.liveItems === undefined) return
    const reading: DateReading = { zone: evidence.zone }
    const guids = new Map<string, () => Finding['place']>()
    for (const { entry, release } of evidence.items)
      if (release !== undefined) guids.set(release.episode.guid, () => entry.at('guid'))
    for (const one of writtenValues({ entry: evidence.entry, item: undefined }, 'liveItems')) {
      yield* times(one, reading, evidence.entry.meta.language)
      const { guid } = one.value
      if (guid === undefined) continue
      const other = guids.get(guid)
      if (other !== undefined)
        yield {
          place: one.at('guid'),
          message: `the guid "${guid}" already belongs to something else, so apps take the two for one`,
          help: 'Give the broadcast a guid of its own, and keep it until it is over.',
          related: [{ place: other(), message: 'the other' }],
        }
      else guids.set(guid, () => one.at('guid'))
    }
  },
}
export default rule

function* times(
  { value, at }: WrittenValue<{ readonly start?: string; readonly end?: string }>,
  reading: DateReading,
  language: string | undefined,
): Iterable<Finding> {
  if (value.start === undefined) return
  const start = parseDate(value.start, reading)
  const end = value.end === undefined ? undefined : parseDate(value.end, reading)
  if (!('instant' in start))
    yield {
      place: at('start'),
      message: `"${value.start}" is not a date and a time, so apps cannot say when the broadcast begins`,
      help: dateHelp(value.start, language, otherwise).help,
    }
  if (value.end !== undefined && end !== undefined && !('instant' in end))
    yield {
      place: at('end'),
      message: `"${value.end}" is not a date and a time, so apps cannot say when the broadcast ends`,
      help: dateHelp(value.end, language, otherwise).help,
    }
  if ('instant' in start && end && 'instant' in end && end.instant <= start.instant)
    yield {
      place: at('end'),
      message: 'the broadcast ends before it begins, so apps never show it as live',
      help: 'Correct one of the two times.',
    }
}

const otherwise = 'Write a time such as `2026-12-01 19:00`, or with its offset `2026-12-01T19:00:00+01:00`.'
