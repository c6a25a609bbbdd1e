import type { TranscriptType } from '../model.ts'
import { type EarlierTimes, earlierTimes, isEarlier } from '../units/earlier-times.ts'
import { readTranscript } from './index.ts'

/** Where each format has its times. In WebVTT they also stand within the words, for those that are sung along. */
const times: Readonly<Partial<Record<TranscriptType, RegExp>>> = {
  'text/vtt':
    /^[ \t]*(\d+(?::\d+){1,2}(?:\.\d+)?)[ \t]*-->[ \t]*(\d+(?::\d+){1,2}(?:\.\d+)?)|<(\d+(?::\d+){1,2}\.\d+)>/dgm,
  'application/x-subrip':
    /^[ \t]*(\d+(?::\d+){1,2}(?:[.,]\d+)?)[ \t]*-->[ \t]*(\d+(?::\d+){1,2}(?:[.,]\d+)?)/dgm,
  'application/json': /"(?:startTime|endTime)"\s*:\s*"?(\d+(?::\d+){0,2}(?:[.,]\d+)?)/dg,
  'text/html': /<time[^<>]{0,200}>\s*[[(]?(\d+(?::\d+){0,2}(?:[.,]\d+)?)/dgi,
}

/**
 * A transcript with all of its times some hours earlier; undefined unless reading it again says that it is that, and nothing else
 * of it has changed. `text`: without a byte order mark.
 */
export const earlierTranscript = (name: string, text: string, hours: number): EarlierTimes | undefined => {
  const before = readTranscript(name, text)
  const pattern = times[before.type]
  if (pattern === undefined || before.cues.length === 0) return undefined
  const earlier = earlierTimes(text, pattern, hours)
  const after = readTranscript(name, earlier.text)
  const isIt =
    after.type === before.type &&
    after.cues.length === before.cues.length &&
    after.problems.length <= before.problems.length &&
    before.cues.every((cue, i) => {
      const now = after.cues[i]!
      return (
        now.text === cue.text &&
        now.speaker === cue.speaker &&
        isEarlier(cue.start, now.start, hours) &&
        isEarlier(cue.end, now.end, hours)
      )
    })
  return isIt ? earlier : undefined
}
