import type { Finding } from '../../../diagnostic.ts'
import { audioPath } from '../../../fields/audio.ts'
import { isHttpUrl } from '../../../units/url.ts'
import { audioPlace, type Item, ifComplete, type Rule } from '../../evidence.ts'
import { isAside } from '../../measured.ts'
import { renameHelp, withPathEnding } from '../../rename.ts'
import { endingOf } from './ending.ts'
import { endingsOf } from './taken-formats.ts'

const rule: Rule = {
  id: 'audio/ending-type',
  covers: ['ep-enclosure-type-matches'],
  always: 'noticed',
  scope: 'item',
  inFeeds: 'document/enclosure-type',
  title: 'The name of an audio file ends as its type in the feed says',
  why: 'The type in the feed comes from the bytes. Where the address ends in that of another type, a server sends the other one, and an app that trusts it looks for a video where there is none, or the reverse.',
  specs: ['https://help.apple.com/itc/podcasts_connect/#/itcb54353390'],
  askedBy: { apple: 'advises', psp1: 'advises' },
  example: {
    bad: { '001.mp3': '!nothing', '001.mp4': '!m4a 10' },
    good: { '001.mp3': '!nothing', '001.m4a': '!m4a 10' },
  },
  // What the lock remembers too: the feed says it again with every build.
  checkItem: ifComplete(function* ({ audio: enclosure }, item, evidence): Iterable<Finding> {
    if (isAside(item, evidence)) return
    const ending = endingOf(new URL(item.release!.url).pathname)
    const [right, ...others] = endingsOf(item.recording.audio!.facts)
    // What is measured, and taken by nobody, is an error of its own.
    const isTold = !others.includes(ending) && item.recording.audio?.from !== 'lock'
    if (right === undefined || ending === right || ending === '' || isTold) return
    yield {
      place: isHere(item) ? audioPlace(item) : item.entry.at(audioPath(item.entry.raw)),
      message: `this audio is ${enclosure.type}, but its address ends in ${ending}, so apps that go by the name take it for a video or do not play it`,
      help: helpFor(item, ending, right),
    }
  }),
}
export default rule

const isHere = ({ recording: { audio } }: Item): boolean => audio?.from === 'disk'

const helpFor = ({ entry, recording: { audio }, release }: Item, ending: string, right: string): string => {
  if (audio?.from === 'disk') return renameHelp(entry, audio.path, right, 'audio')
  const written = entry.meta.audio?.url
  if (written !== undefined && isHttpUrl(written))
    return `Serve it as \`${withPathEnding(release!.url, right)}\`, and write that address.`
  // It is not here: the lock knows only how its name ends.
  return renameHelp(entry, written ?? entry.stem + ending, right, 'audio')
}
