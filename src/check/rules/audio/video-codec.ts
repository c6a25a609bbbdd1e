import type { Finding } from '../../../diagnostic.ts'
import { beside, ffmpeg } from '../../command.ts'
import type { Rule } from '../../evidence.ts'
import { eachAudio } from '../../measured.ts'
import { isTaken } from './taken-formats.ts'

const rule: Rule = {
  id: 'audio/video-codec',
  scope: 'item',
  inFeeds: 'measured',
  title: 'A video is H.264 with sound',
  why: 'Apple asks for H.264. HEVC marked `hev1`, and VP9, play on no iPhone, Mac or Apple TV; AV1 plays only on the newest. A video without a sound track says nothing to those who listen.',
  specs: [
    'https://podcasters.apple.com/support/893-audio-requirements',
    'https://developer.apple.com/documentation/http-live-streaming/hls-authoring-specification-for-apple-devices',
  ],
  askedBy: { apple: 'ignores' },
  example: {
    bad: { '001.mp3': '!nothing', '001.mp4': '!mp4 10 with video as av01' },
    good: { '001.mp3': '!nothing', '001.mp4': '!mp4 10 with video' },
  },
  checkItem: eachAudio(function* ({ facts, at, file }): Iterable<Finding> {
    const { videoCodec, isSilent, hasVideo } = facts
    if (!hasVideo || !isTaken(facts)) return
    const name = videoCodec === undefined ? undefined : NOT_PLAYED[videoCodec]
    const out = beside(file, '.mp4')
    if (name !== undefined)
      yield {
        place: at(),
        message: `the picture of ${file} is ${name}, which many of Apple's players cannot show; all of them show H.264`,
        help: `Convert it with \`${ffmpeg(file, '-c:v libx264 -pix_fmt yuv420p -c:a aac -movflags +faststart', out)}\`, and put ${out} in its place.`,
      }
    else if (isSilent)
      yield {
        place: at(),
        message:
          'this video has no sound track, so most podcast apps, which play the sound only, play nothing',
        help: 'Export it again with its sound.',
      }
  }),
}
export default rule

/** Sample entries: https://mp4ra.org/registered-types/sampleentries. HEVC as `hvc1` is played. */
const NOT_PLAYED: Readonly<Record<string, string>> = {
  av01: 'AV1',
  vp08: 'VP8',
  vp09: 'VP9',
  hev1: 'HEVC in the form `hev1`',
  dvhe: 'Dolby Vision in the form `dvhe`',
  vvc1: 'VVC',
  mp4v: 'MPEG-4 Visual',
  mjpa: 'Motion JPEG',
  apcn: 'ProRes',
  apch: 'ProRes',
}
