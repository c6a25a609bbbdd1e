import type { Finding } from '../../../diagnostic.ts'
import type { Rule } from '../../case.ts'
import { eachAudio } from '../../measured.ts'
import { isMp3, isSlow, kilobits } from './mp3.ts'

const rule: Rule = {
  id: 'audio/bit-rate',
  covers: ['audio-mp3-mono', 'audio-mp3-stereo'],
  severity: 'note',
  title: 'The bit rate of an MP3 fits its channels',
  why: 'Apple asks for at least 32 kbit/s in mono and 64 in stereo, and advises 96 to 128 and 128 to 256. Less can be heard; more makes every download longer, and nobody hears it.',
  specs: ['https://podcasters.apple.com/support/893-audio-requirements'],
  askedBy: { apple: 'advises' },
  example: {
    bad: { '001.mp3': '!mp3 10 stereo 48 kbps' },
    good: { '001.mp3': '!mp3 10 stereo 128 kbps' },
  },
  check: eachAudio(function* ({ facts, place }): Iterable<Finding> {
    const { bitrate, channels = 2 } = facts
    // At a low sample rate a low bit rate is right: the sample rate has its own rule.
    if (!isMp3(facts) || isSlow(facts) || bitrate === undefined) return
    const table = channels === 1 ? MONO : STEREO
    const isLow = bitrate < table.least * SLACK
    if (!isLow && bitrate <= table.most / SLACK) return
    yield {
      place,
      message: isLow
        ? `the audio has ${kilobits(bitrate)} in ${table.name}; Apple asks for at least ${table.least / 1000}, and advises ${advised(table)}`
        : `the audio has ${kilobits(bitrate)} in ${table.name}, more than can be heard; Apple advises ${advised(table)}`,
      help: isLow
        ? `Export it again from the original recording at ${kilobits(table.good)}${channels === 1 ? '' : ', or in mono if it is speech'}.`
        : `Export the next one at ${kilobits(table.good)}.`,
    }
  }),
}
export default rule

interface Table {
  readonly name: string
  /** Bits per second. */
  readonly least: number
  readonly from: number
  readonly most: number
  readonly good: number
}

/** https://podcasters.apple.com/support/893-audio-requirements */
const MONO: Table = { name: 'mono', least: 32_000, from: 96_000, most: 128_000, good: 96_000 }
const STEREO: Table = { name: 'stereo', least: 64_000, from: 128_000, most: 256_000, good: 128_000 }

/** The mean is measured over the whole, and a few frames more or less change it a little. */
const SLACK = 0.97

const advised = ({ from, most }: Table): string => `${from / 1000} to ${most / 1000}`
