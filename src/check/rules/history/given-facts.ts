import type { Finding } from '../../../diagnostic.ts'
import type { LockedEpisode } from '../../../model.ts'
import { audioPlace, type Item, type Rule } from '../../evidence.ts'

/** Seconds by which two ways to measure may differ. */
const tolerance = 1

const rule: Rule = {
  id: 'history/given-facts',
  always: 'noticed',
  title: 'What was stated of the audio is what is measured',
  why: 'With `facts: given`, or taken from a feed, bytes and duration were published as somebody stated them. Measured later, they are others: the feed says now what was measured, and apps that trusted the old figures showed a wrong length.',
  specs: [],
  inFeeds: 'history',
  example: {
    bad: {
      'show.md': 'facts: given',
      'feed.lock.json': '!built with --refresh',
      '002.mp3': '!nothing',
      '002.md': 'audio: { url: https://media.example/002.mp3, length: 100 }\nduration: 25',
      'https://media.example/002.mp3': '!mp3 12; later !mp3 11',
    },
    good: {
      'show.md': 'facts: given',
      'feed.lock.json': '!built',
      '002.mp3': '!nothing',
      '002.md': 'audio: { url: https://media.example/002.mp3, length: 100 }\nduration: 25',
      'https://media.example/002.mp3': '!mp3 12; later !mp3 11',
    },
  },
  together: count => ({
    message: `the sizes and lengths that were written for ${count} episodes differ from what is measured now, so apps have shown wrong ones`,
    help: 'Correct the figures in the files if you like; the feed now has the measured ones.',
  }),
  *check(given) {
    for (const item of given.items) yield* found(item, given.lock?.episodes[item.entry.stem])
  },
}
export default rule

function* found(item: Item, before: LockedEpisode | undefined): Iterable<Finding> {
  const { audio } = item.recording
  if (before?.facts !== 'given' || (audio?.from !== 'web' && audio?.from !== 'disk')) return
  const { bytes, duration } = audio.facts
  const seconds = Math.round(duration)
  const isLonger = Math.abs((before.duration ?? seconds) - seconds) > tolerance
  if (before.bytes === bytes && !isLonger) return
  yield {
    place: audioPlace(item),
    message: `this audio was published with ${before.bytes.toLocaleString('en')} bytes and ${before.duration ?? 'no known'} seconds, but has ${bytes.toLocaleString('en')} bytes and ${seconds} seconds, so apps have shown a wrong length`,
    help: 'Correct the figures in this file if you like; the feed now has the measured ones.',
  }
}
