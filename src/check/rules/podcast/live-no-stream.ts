import { eachEntry, type Rule } from '../../evidence.ts'
import { writtenValues } from './written-values.ts'

const rule: Rule = {
  id: 'podcast/live-no-stream',
  scope: 'item',
  looksAt: ['liveItems'],
  title: 'A live item names a stream that apps can play',
  why: 'Without an enclosure most apps do not show the broadcast at all; with one, listeners hear it where they are.',
  specs: ['https://github.com/Podcastindex-org/podcast-namespace/blob/main/docs/tags/live-item.md'],
  askedBy: { podcastindex: 'ignores' },
  covers: ['ep-live-item'],
  example: {
    bad: {
      'show.md':
        'liveItems: { status: pending, start: 2026-12-01 19:00, title: Live, guid: live-1, contentLinks: "https://show.example/live" }',
    },
    good: {
      'show.md':
        'liveItems: { status: pending, start: 2026-12-01 19:00, title: Live, guid: live-1, contentLinks: "https://show.example/live", enclosure: { url: "https://live.example/s.mp3", type: audio/mpeg } }',
    },
  },
  ...eachEntry(function* (one) {
    for (const {
      value,
      at,
      entry: { words },
    } of writtenValues(one, 'liveItems'))
      if (value.enclosure === undefined)
        yield {
          place: at('title'),
          message: `the broadcast "${value.title ?? ''}" has no address to listen at (\`enclosure\`), so most apps do not show it`,
          help: words.either({
            folder: 'Add `enclosure: { url: https://…, type: audio/mpeg }` with the address of the stream.',
            feed: 'Add `<enclosure url="https://…" type="audio/mpeg" length="0"/>` with the address of the stream.',
          }),
        }
  }),
}
export default rule
