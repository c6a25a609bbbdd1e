import { nowhere } from '../../../table/its.ts'
import { canParseUrl } from '../../../units/can-parse-url.ts'
import { audioPlace, type Item, type Rule } from '../../evidence.ts'
import { acceptHelp } from '../../history/accept-help.ts'
import { changesOf } from '../../history/history.ts'

const rule: Rule = {
  id: 'history/audio-replaced',
  always: 'broken',
  inherits: 'never',
  inFeeds: 'history',
  title: 'Another recording has another address',
  why: 'Spotify does not read a file again whose address it knows, and YouTube never does. Apps and networks that keep copies go on playing the old recording, while its length and its chapters are those of the new one.',
  specs: ['https://support.spotify.com/us/creators/article/your-rss-feed/'],
  askedBy: { spotify: 'ignores', youtube: 'ignores' },
  covers: ['ep-enclosure-replace-new-url', 'x-media-still-there'],
  example: {
    bad: { 'feed.lock.json': '!built', '001.mp3': '!mp3 12' },
    good: {
      'feed.lock.json': '!built',
      '001.mp3': '!nothing',
      '001.md': 'audio: 001-v2.mp3',
      '001-v2.mp3': '!mp3 12',
    },
  },
  together: (count, evidence) => ({
    message: `${count} recordings are not those that were published at their addresses, and many apps would keep playing the old ones`,
    help: `Rename the files and name them with \`audio:\`: apps download from new addresses again, and the guids stay. ${acceptHelp('audio:*', evidence)}`,
  }),
  check: evidence =>
    changesOf(evidence, 'audio').map(({ item, accept }) => ({
      place: audioPlace(item),
      message: isServedElsewhere(item)
        ? `the recording at ${item.release?.url} is not the one that was published there, and many apps would keep playing the old one`
        : `this is not the recording that was published at ${item.release?.url}, and many apps would keep playing the old one`,
      help: `${howTo(item)}, so that apps download it again from there. ${acceptHelp(accept, evidence)}`,
    })),
}
export default rule

const isServedElsewhere = ({ recording }: Item): boolean => recording.audio?.from === 'web'

const howTo = (item: Item): string =>
  isServedElsewhere(item)
    ? `Serve it under another address and write that, such as \`audio: ${anotherAddress(item)}\``
    : `Rename the file and name it, such as \`audio: ${anotherName(item)}\``

const anotherAddress = (item: Item): string => {
  const url = item.release?.url ?? ''
  return canParseUrl(anotherName(item), url) ? new URL(anotherName(item), url).href : url
}

const anotherName = ({ entry, release, recording: { audio } }: Item): string => {
  const path = audio?.path ?? new URL(release?.url ?? `${nowhere}audio.mp3`).pathname
  const name = path.slice(path.lastIndexOf('/') + 1)
  const dot = name.lastIndexOf('.')
  return dot <= 0 ? `${entry.stem}-v2` : `${name.slice(0, dot)}-v2${name.slice(dot)}`
}
