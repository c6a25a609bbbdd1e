import type { Finding } from '../../../diagnostic.ts'
import { beside, ffmpeg } from '../../command.ts'
import type { Rule } from '../../evidence.ts'
import { eachAudio } from '../../measured.ts'
import { isTaken } from './taken-formats.ts'

const rule: Rule = {
  id: 'audio/faststart',
  covers: ['audio-m4a-faststart'],
  always: 'noticed',
  scope: 'item',
  inFeeds: 'measured',
  title: 'The index of an M4A is at its beginning',
  why: 'A player needs the index before the first sound. When it is at the end, listeners who stream wait until the whole episode is loaded, or the player jumps there and back.',
  specs: ['https://ffmpeg.org/ffmpeg-formats.html#mov_002c-mp4_002c-ismv'],
  example: {
    bad: { '001.mp3': '!nothing', '001.m4a': '!m4a 10 with its index at the end' },
    good: { '001.mp3': '!nothing', '001.m4a': '!m4a 10' },
  },
  checkItem: eachAudio(function* ({ facts, at, file }): Iterable<Finding> {
    if (!facts.moovAtEnd || !isTaken(facts)) return
    const out = beside(file, '.m4a')
    yield {
      place: at(),
      message:
        'the table of contents of this file (`moov`) is at its end, so many players cannot start before the whole episode is downloaded',
      help: `Move it to the beginning, which does not change the sound, with \`${ffmpeg(file, '-c copy -movflags +faststart', out)}\`, and put ${out} in place of ${file}.`,
    }
  }),
}
export default rule
