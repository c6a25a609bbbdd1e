import type { Finding } from '../../../diagnostic.ts'
import { audioPath } from '../../../fields/audio.ts'
import { isHttpUrl } from '../../../units/url.ts'
import type { Item, Rule } from '../../evidence.ts'
import { eachAudio, isAside } from '../../measured.ts'
import { renameHelp, withPathEnding } from '../../rename.ts'
import { endingOf } from './ending.ts'
import { ENDINGS, endingsOf, formatName, isTaken } from './taken-formats.ts'

const rule: Rule = {
  id: 'audio/extension',
  covers: ['ep-enclosure-extension', 'ep-enclosure-type-matches'],
  inherits: 'value',
  scope: 'item',
  inFeeds: 'document/enclosure-type',
  title: 'The name of an audio file ends as its content says',
  why: 'Apple decides by the ending whether an episode is listed, and a player that trusts it does not play an M4A that is called MP3.',
  specs: ['https://help.apple.com/itc/podcasts_connect/#/itcb54353390'],
  askedBy: { apple: 'refuses' },
  example: {
    bad: { '001.mp3': '!m4a 10' },
    good: { '001.mp3': '!nothing', '001.m4a': '!m4a 10' },
  },
  *checkItem(item, evidence): Iterable<Finding> {
    yield* files(item, evidence)
    if (!isAside(item, evidence)) yield* address(item)
  },
}
export default rule

const files = eachAudio(function* ({ audio, facts, at, item }): Iterable<Finding> {
  if (audio.from !== 'disk' || !isTaken(facts)) return
  const ending = endingOf(audio.path)
  const endings = endingsOf(facts)
  if (endings.includes(ending)) return
  yield {
    place: at(),
    message: `the audio is ${formatName(facts)}, but its name ${ending === '' ? 'has no ending' : `ends in ${ending}`}, so Apple and players that go by the name do not take it`,
    help: renameHelp(item.entry, audio.path, endings[0]!, 'audio'),
  }
})

/** Where the ending stands in the query, a rule of its own says so. */
function* address({ entry, recording }: Item): Iterable<Finding> {
  const written = entry.meta.audio?.url
  if (written === undefined || !isHttpUrl(written)) return
  const { pathname, search } = new URL(written)
  const facts = recording.audio?.from === 'web' ? recording.audio.facts : undefined
  if (facts !== undefined && !isTaken(facts)) return
  const endings = facts?.container === undefined ? ENDINGS : endingsOf(facts)
  if (endings.includes(endingOf(pathname)) || hasEnding(search)) return
  yield {
    place: entry.at(audioPath(entry.raw)),
    message: `the path of this address ends in ${endingOf(pathname) || 'no ending'}, and Apple lists an episode only if it ends in ${endings.slice(0, 2).join(' or ')}`,
    help: `Serve the audio under a name that says what it is, such as \`${withPathEnding(written, endings[0]!)}\`.`,
  }
}

const hasEnding = (text: string): boolean => ENDINGS.some(ending => text.toLowerCase().endsWith(ending))
