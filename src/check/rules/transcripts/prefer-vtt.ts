import { withEnding } from '../../command.ts'
import type { Rule } from '../../evidence.ts'
import { fileName, typeName } from './transcript-findings.ts'

const rule: Rule = {
  id: 'transcripts/prefer-vtt',
  scope: 'item',
  title: 'One transcript of an episode runs with the sound',
  why: 'Apple reads WebVTT and SRT only, and runs them with the sound. From SRT or JSON a WebVTT is made by itself; HTML and text have no time for each line.',
  specs: ['https://podcasters.apple.com/support/5316'],
  askedBy: { apple: 'advises', podcastindex: 'advises' },
  covers: ['tr-prefer-vtt'],
  example: {
    bad: { '001.txt': 'High water at six.\n' },
    good: { '001.vtt': 'WEBVTT\n\n00:00.000 --> 00:04.000\nHigh water at six.\n' },
  },
  *checkItem({ recording: { transcripts } }) {
    const [first] = transcripts
    if (first?.type === undefined) return
    const isTimed = transcripts.some(
      ({ cues, url, type, problems }) =>
        (cues.length > 0 && type !== 'text/html') ||
        problems.length > 0 ||
        (url !== undefined && (type === 'text/vtt' || type === 'application/x-subrip')),
    )
    if (isTimed) return
    yield {
      place: first.place,
      message: `the transcript is ${typeName(first.type)}, which Apple does not read and no app can run with the sound`,
      help: `Export it as WebVTT too${first.path === undefined ? '' : `, as ${withEnding(fileName(first), '.vtt')} beside this one`}: that has a time for every sentence.`,
    }
  },
}
export default rule
