import type { Finding } from '../../../diagnostic.ts'
import { ffmpeg } from '../../command.ts'
import type { Rule } from '../../evidence.ts'
import { eachAudio } from '../../measured.ts'
import { hertz, isMp3, isSlow } from './mp3.ts'

const rule: Rule = {
  id: 'audio/sample-rate',
  covers: ['audio-sample-rate'],
  severity: 'warning',
  scope: 'item',
  title: 'An MP3 has more than 22,050 samples a second',
  why: 'Old players play an MP3 of 22.05 kHz and less at the wrong speed, and speech loses its consonants. 44.1 or 48 kHz plays everywhere.',
  specs: ['https://podcasters.apple.com/support/893-audio-requirements'],
  askedBy: { apple: 'advises', own: 'advises' },
  example: {
    bad: { '001.mp3': '!mp3 10 mono 22050 Hz 64 kbps' },
    good: { '001.mp3': '!mp3 10 mono 44100 Hz 64 kbps' },
  },
  checkItem: eachAudio(function* ({ facts, at, file }): Iterable<Finding> {
    if (!isMp3(facts) || !isSlow(facts)) return
    yield {
      place: at(),
      message: `the audio has a sample rate of ${hertz(facts.sampleRate)}, at which old players go wrong; 44.1 or 48 kHz was expected`,
      help: `Export it again at 44.1 kHz, or convert it with \`${ffmpeg(file, '-ar 44100 -b:a 96k', 'out.mp3')}\`.`,
    }
  }),
}
export default rule
