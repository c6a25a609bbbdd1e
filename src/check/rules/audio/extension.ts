import type { Finding } from '../../../diagnostic.ts'
import { isHttpUrl } from '../../../units/url.ts'
import type { Item, Rule } from '../../case.ts'
import { ENDINGS, endingsOf, formatName, isTaken } from '../../format.ts'
import { eachAudio, isAside } from '../../measured.ts'

const rule: Rule = {
  id: 'audio/extension',
  covers: ['ep-enclosure-extension', 'ep-enclosure-type-matches'],
  severity: 'error',
  scope: 'item',
  title: 'The name of an audio file ends as its content says',
  why: 'Apple decides by the ending whether an episode is listed, and a player that trusts it does not play an M4A that is called MP3.',
  specs: ['https://help.apple.com/itc/podcasts_connect/#/itcb54353390'],
  askedBy: { apple: 'refuses' },
  example: {
    bad: { '001.mp3': '!m4a 10' },
    good: { '001.mp3': '!nothing', '001.m4a': '!m4a 10' },
  },
  *check(given): Iterable<Finding> {
    yield* files(given)
    for (const item of given.items) if (!isAside(item, given)) yield* address(item)
  },
}
export default rule

const files = eachAudio(function* ({ audio, facts, at, item }): Iterable<Finding> {
  if (audio.from !== 'disk' || !isTaken(facts)) return
  const name = lastOf(audio.path)
  const ending = endingOf(name)
  const endings = endingsOf(facts)
  if (endings.includes(ending)) return
  yield {
    place: at(),
    message: `the audio is ${formatName(facts)}, and its name ${ending === '' ? 'has no ending' : `ends in ${ending}`}; ${endings.join(' or ')} was expected`,
    help: `Rename it to \`${name.slice(0, name.length - ending.length)}${endings[0]}\`${item.entry.raw.audio === undefined ? '' : ', here and in the folder'}.`,
  }
})

/** Where the ending stands in the query, a rule of its own says so. */
function* address({ entry, recording }: Item): Iterable<Finding> {
  const written = entry.meta.audio
  if (written === undefined || !isHttpUrl(written)) return
  const { pathname, search } = new URL(written)
  const facts = recording.audio?.from === 'web' ? recording.audio.facts : undefined
  if (facts !== undefined && !isTaken(facts)) return
  const endings = facts?.container === undefined ? ENDINGS : endingsOf(facts)
  if (endings.includes(endingOf(lastOf(pathname))) || hasEnding(search)) return
  yield {
    place: entry.at('audio'),
    message: `the path of this address ends in ${endingOf(lastOf(pathname)) || 'no ending'}; ${endings.slice(0, 2).join(' or ')} was expected`,
    help: 'Serve the audio under a name that says what it is, such as `https://media.example/001.mp3`.',
  }
}

const lastOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1)
const endingOf = (name: string): string => /\.[^.]+$/.exec(name)?.[0].toLowerCase() ?? ''
const hasEnding = (text: string): boolean => ENDINGS.some(ending => text.toLowerCase().endsWith(ending))
