import type { Finding } from '../../../diagnostic.ts'
import type { Rule } from '../../evidence.ts'
import { eachAudio } from '../../measured.ts'
import { isMp3, isSlow, isThin, kilobits, SLACK, STEREO, type Table, tableOf } from './mp3.ts'

const rule: Rule = {
  id: 'audio/bit-rate',
  covers: ['audio-mp3-mono', 'audio-mp3-stereo'],
  title: 'The bit rate of an MP3 fits its channels',
  why: 'Apple asks for at least 32 kbit/s in mono and 64 in stereo, and advises 96 to 128 and 128 to 256. Less can be heard; more makes every download longer, and nobody hears it.',
  specs: ['https://podcasters.apple.com/support/893-audio-requirements'],
  askedBy: { apple: 'advises' },
  example: {
    bad: { '001.mp3': '!mp3 10 stereo 48 kbps' },
    good: { '001.mp3': '!mp3 10 stereo 128 kbps' },
  },
  scope: 'item',
  inFeeds: 'measured',
  together: count => ({
    message: `${count} audio files have a bit rate that Apple advises against: they sound poor, or are larger than anybody can hear`,
    help: 'Export the next ones at 96 kbit/s in mono, or 128 in stereo.',
  }),
  checkItem: eachAudio(function* ({ facts, at }): Iterable<Finding> {
    const { bitrate } = facts
    // At a low sample rate a low bit rate is right: the sample rate has its own rule.
    if (!isMp3(facts) || isSlow(facts) || bitrate === undefined) return
    const table = tableOf(facts)
    const least = kilobits(table.least)
    if (isThin(facts))
      yield {
        place: at(),
        message: `the audio has only ${kilobits(bitrate)} in ${table.name}, which sounds poor; Apple asks for at least ${least} and advises ${advised(table)}`,
        help: `Export it again from the original recording at ${kilobits(table.good)}${table === STEREO ? ', or in mono if it is speech' : ''}.`,
      }
    else if (bitrate > table.most / SLACK)
      yield {
        place: at(),
        message: `the audio has ${kilobits(bitrate)} in ${table.name}, which makes downloads larger than anybody can hear; Apple advises ${advised(table)}`,
        help: `Export the next one at ${kilobits(table.good)}.`,
      }
  }),
}
export default rule

const advised = ({ from, most }: Table): string => `${from / 1000} to ${most / 1000}`
