import type { Finding } from '../../../diagnostic.ts'
import { asMp3, ffmpeg, withEnding } from '../../command.ts'
import type { Rule } from '../../evidence.ts'
import { eachAudio, type MeasuredAudio } from '../../measured.ts'
import { formatName, isTaken } from './taken-formats.ts'

const rule: Rule = {
  id: 'audio/format',
  covers: ['audio-format-mp3-aac', 'audio-format-spotify', 'ep-enclosure-type-known'],
  inherits: 'never',
  scope: 'item',
  inFeeds: 'document/enclosure-media',
  title: 'The audio is MP3, or AAC in an M4A or MP4 file',
  why: 'These are the only formats that Apple takes from a feed. FLAC, WAV, AIFF, Ogg and Opus are refused, and many cars and speakers do not play them.',
  specs: [
    'https://podcasters.apple.com/support/893-audio-requirements',
    'https://podcasters.apple.com/support/823-podcast-requirements',
  ],
  askedBy: { apple: 'refuses', spotify: 'advises' },
  example: {
    bad: { '001.mp3': '!nothing', '001.flac': '!flac 10' },
    good: { '001.mp3': '!nothing', '001.m4a': '!m4a 10' },
  },
  checkItem: eachAudio(function* (measured): Iterable<Finding> {
    if (isTaken(measured.facts)) return
    yield {
      place: measured.at(),
      message: `${measured.file} is ${formatName(measured.facts)}, which Apple does not take from a feed: it takes MP3, and AAC in M4A or MP4`,
      help: `Convert it with \`${conversion(measured)}\`, and keep the original outside the show folder.`,
    }
  }),
}
export default rule

const conversion = ({ file, facts }: MeasuredAudio): string => {
  if (facts.container === 'adts') return ffmpeg(file, '-c copy -movflags +faststart', other(file, '.m4a'))
  if (facts.hasVideo) return ffmpeg(file, '-c:v libx264 -c:a aac -movflags +faststart', other(file, '.mp4'))
  const rate = (facts.sampleRate ?? 44_100) < 44_100 ? ' -ar 44100' : ''
  return ffmpeg(file, asMp3(facts.channels) + rate, other(file, '.mp3'))
}

/** The name with that ending, unless it is the name of what is read: a command cannot write that. */
const other = (file: string, ending: string): string => {
  const named = withEnding(file, ending)
  return named === file ? `out${ending}` : named
}
