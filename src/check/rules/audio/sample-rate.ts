import type { Finding } from '../../../diagnostic.ts'
import { beside, ffmpeg } from '../../command.ts'
import type { Rule } from '../../evidence.ts'
import { eachAudio } from '../../measured.ts'
import { hertz, isMp3, isSlow, isThin } from './mp3.ts'

const rule: Rule = {
  id: 'audio/sample-rate',
  covers: ['audio-mp3-mono', 'audio-sample-rate'],
  scope: 'item',
  inFeeds: 'measured',
  together: count => ({
    message: `${count} audio files have a sample rate below 44.1 kHz, which cuts off the high tones; Apple advises 44.1 or 48 kHz`,
    help: 'Choose 44.1 kHz for the next exports.',
  }),
  title: 'An MP3 has a sample rate of 44.1 or 48 kHz',
  why: 'It is what Apple advises: less cuts off the high tones and saves next to nothing, and at 22.05 kHz or below old players play at the wrong speed.',
  specs: ['https://podcasters.apple.com/support/893-audio-requirements'],
  askedBy: { apple: 'advises' },
  example: {
    bad: { '001.mp3': '!mp3 10 mono 22050 Hz 64 kbps' },
    good: { '001.mp3': '!mp3 10 mono 44100 Hz 64 kbps' },
  },
  checkItem: eachAudio(function* ({ facts, at, file }): Iterable<Finding> {
    const { sampleRate } = facts
    // Where the bit rate is too low, the next export has to change more than this.
    if (!isMp3(facts) || sampleRate === undefined || sampleRate >= 44_100) return
    if (isSlow(facts)) {
      const out = beside(file, '.mp3')
      yield {
        place: at(),
        message: `the audio has a sample rate of ${hertz(sampleRate)}, which old players play at the wrong speed; Apple advises 44.1 or 48 kHz`,
        help: `Export it again at 44.1 kHz, or convert it with \`${ffmpeg(file, '-ar 44100 -b:a 96k', out)}\`, and put ${out} in place of ${file}.`,
      }
    } else if (!isThin(facts))
      yield {
        place: at(),
        message: `the audio has a sample rate of ${hertz(sampleRate)}, which cuts off the high tones; Apple advises 44.1 or 48 kHz`,
        help: `Choose 44.1 kHz for the export after ${file}; this one plays everywhere.`,
      }
  }),
}
export default rule
