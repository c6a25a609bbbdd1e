import { isNilUuid, isUuid } from '../../../units/uuid.ts'
import type { Rule } from '../../evidence.ts'

const rule: Rule = {
  id: 'podcast/guid-shape',
  always: 'broken',
  inherits: 'never',
  title: 'A podcast:guid is a UUID',
  why: 'It names the show for life, wherever it moves; Podcast Index and the apps behind it take nothing but a UUID.',
  specs: ['https://github.com/Podcastindex-org/podcast-namespace/blob/main/docs/tags/guid.md'],
  askedBy: { podcastindex: 'ignores', psp1: 'requires' },
  covers: ['show-guid-shape', 'show-guid-rec'],
  example: {
    bad: { 'show.md': 'guid: harbour-notes' },
    good: { 'show.md': 'guid: 917393e3-1b1e-5cef-ace4-edaa54e1f810' },
  },
  *check({ entry }) {
    const { guid } = entry.meta
    if (guid === undefined || (isUuid(guid) && !isNilUuid(guid))) return
    yield {
      place: entry.at('guid'),
      message: isNilUuid(guid)
        ? `"${guid}" is what programs write when they have none, so directories may take this show for another`
        : `"${guid}" is not a UUID, the permanent id by which Podcast Index and its apps know a show`,
      help: entry.words.either({
        folder:
          'If your published feed has a `<podcast:guid>`, copy it (such as `917393e3-1b1e-5cef-ace4-edaa54e1f810`); otherwise remove the line, and build-feed makes one from the address of the feed.',
        feed: 'Write the UUID by which Podcast Index knows the show; if it does not know it yet, remove the element.',
      }),
      fix: entry.fix.remove('guid'),
    }
  },
}
export default rule
