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
    message: `${count} episodes are videos, and most podcast apps play only their sound; YouTube is reported to do the same`,
    help: 'If people should see them on YouTube, upload them there as well.',
  }),
  checkItem: eachAudio(function* ({ facts, at, file }): Iterable<Finding> {
    if (!facts.hasVideo || !isTaken(facts)) return
    yield {
      place: at(),
      message: `${file} is a video, and most podcast apps play only its sound; YouTube is reported to do the same`,
      help: 'If people should see it on YouTube, upload it there as well.',
    }
  }),
}
export default rule
