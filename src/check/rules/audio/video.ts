import type { Finding } from '../../../diagnostic.ts'
import type { Rule } from '../../evidence.ts'
import { eachAudio } from '../../measured.ts'
import { isTaken } from './taken-formats.ts'

const rule: Rule = {
  id: 'audio/video',
  covers: ['audio-video-youtube'],
  title: 'A video in a feed is not a video everywhere',
  why: 'Apple plays it. YouTube is reported to keep the sound only, over a still picture; we have not seen it say so itself. Most podcast apps play only the sound.',
  specs: ['https://support.google.com/youtube/answer/13525207'],
  askedBy: { youtube: 'advises' },
  example: {
    bad: { '001.mp3': '!nothing', '001.mp4': '!mp4 10 with video' },
    good: { '001.mp3': '!nothing', '001.m4a': '!m4a 10' },
    sameFeed: { '001.mp3': '!nothing', '001.mp4': '!mp4 10' },
  },
  scope: 'item',
  inFeeds: 'measured',
  together: count => ({
    message: `${count} episodes are videos; YouTube is reported to take only their sound from a feed`,
    help: 'Upload the videos to YouTube itself as well, if they should be seen there.',
  }),
  checkItem: eachAudio(function* ({ facts, at, file }): Iterable<Finding> {
    if (!facts.hasVideo || !isTaken(facts)) return
    yield {
      place: at(),
      message: `${file} is a video, and YouTube is reported to take only the sound of it from a feed`,
      help: 'Upload the video to YouTube itself as well, if it should be seen there.',
    }
  }),
}
export default rule
