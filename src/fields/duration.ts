import { duration as form } from '../schema/duration.ts'
import { field } from '../table/field.ts'
import { inText } from '../table/shape.ts'
import { apple } from '../table/specs.ts'

export const duration = field({
  key: 'duration',
  on: {
    episode: {
      says: 'Only to override what is measured from the audio.',
      example: '0:10',
      synonyms: [
        ...['audioduration', 'itunesduration', 'runtime', 'playtime', 'durationseconds', 'seconds'],
        ...['podcastduration', 'lengthseconds'],
      ],
    },
  },
  form,
  /**
   * Whole seconds, rounded once, here. A recording that was measured lasts at least one. In a feed that does not say it, it is not
   * known; nor where it says 0, as hosts do that do not know it.
   */
  resolve(written, { folder }): number | undefined {
    if (folder === undefined) return Math.round(written ?? 0) || undefined
    const seconds = written ?? folder.audio?.facts.duration
    return seconds === undefined || !Number.isFinite(seconds) ? undefined : Math.max(1, Math.round(seconds))
  },
  inFeed: [inText('itunes:duration', { spec: apple, readBy: 'every app' })],
})
