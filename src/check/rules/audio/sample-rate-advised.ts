import type { Finding } from '../../../diagnostic.ts'
import type { Rule } from '../../evidence.ts'
import { eachAudio } from '../../measured.ts'
import { hertz, isMp3, isSlow, isThin } from './mp3.ts'

const rule: Rule = {
  id: 'audio/sample-rate-advised',
  covers: ['audio-mp3-mono', 'audio-sample-rate'],
  severity: 'note',
  title: 'An MP3 has a sample rate of 44.1 or 48 kHz',
  why: 'It is what Apple advises. Less cuts off the high tones, and saves next to nothing.',
  specs: ['https://podcasters.apple.com/support/893-audio-requirements'],
  askedBy: { apple: 'advises' },
  example: {
    bad: { '001.mp3': '!mp3 10 mono 32000 Hz' },
    good: { '001.mp3': '!mp3 10 mono 48000 Hz' },
  },
  scope: 'item',
  together: count => ({
    message: `${count} audio files have a sample rate below 44.1 kHz; Apple advises 44.1 or 48 kHz`,
    help: 'Choose 44.1 kHz for the next exports; these play everywhere.',
  }),
  checkItem: eachAudio(function* ({ facts, at }): Iterable<Finding> {
    const { sampleRate } = facts
    // Where the bit rate is too low, the next export has to change more than this.
    if (!isMp3(facts) || isSlow(facts) || isThin(facts) || sampleRate === undefined || sampleRate >= 44_100)
      return
    yield {
      place: at(),
      message: `the audio has a sample rate of ${hertz(sampleRate)}; Apple advises 44.1 or 48 kHz`,
      help: 'Choose 44.1 kHz for the next export; this one plays everywhere.',
    }
  }),
}
export default rule
