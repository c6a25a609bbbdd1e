import type { Finding } from '../../../diagnostic.ts'
import { codePointName } from '../../../units/text.ts'
import type { Rule } from '../../evidence.ts'
import { eachAudio } from '../../measured.ts'

const rule: Rule = {
  id: 'audio/ascii-name',
  covers: ['ep-enclosure-ascii-name', 'doc-url-uri-not-iri'],
  // A warning, for the feed holds the name percent-encoded: in ASCII. What fails are hosts and tools that decode it on the way.
  title: 'The name of an audio file is made of ASCII letters and digits',
  why: 'Apple asks for names without spaces, accents and other scripts. build-feed encodes them, but not every host and every tracking prefix finds the file under the encoded name.',
  specs: ['https://podcasters.apple.com/support/823-podcast-requirements'],
  askedBy: { apple: 'advises' },
  example: {
    bad: { '001.md': 'audio: Erste Brücke.mp3', 'Erste Brücke.mp3': '!mp3 10' },
    good: { '001.md': 'audio: erste-bruecke.mp3', 'erste-bruecke.mp3': '!mp3 10' },
  },
  scope: 'item',
  inFeeds: 'file name',
  together: count => ({
    message: `the names of ${count} audio files contain spaces or special characters, and some hosts do not find a file with such a name`,
    help: 'Name the files of new episodes like `012-tide-tables.mp3`; those that are published may stay, for their address would change.',
  }),
  checkItem: eachAudio(function* ({ audio, at }): Iterable<Finding> {
    const odd = audio.from === 'disk' ? [...new Set(audio.path.match(ODD))] : []
    if (odd.length === 0) return
    yield {
      place: at(),
      message: `the name of the audio file contains ${listed(odd)}, and some hosts do not find a file with such a name`,
      help: `If it is not published yet, rename it, for example to \`${plain(audio.path)}\`: letters from a to z, digits, \`-\` and \`_\`.`,
    }
  }),
}
export default rule

/** All that an address cannot hold as it is. */
const ODD = /[^A-Za-z0-9\-._~!'()*/]/gu
const MOST = 3

const listed = (odd: readonly string[]): string => {
  const words = odd.slice(0, MOST).map(nameOf)
  const rest = odd.length - words.length
  return rest > 0 ? `${words.join(', ')} and ${rest} more` : words.join(' and ')
}

const nameOf = (character: string): string =>
  character === ' '
    ? 'a space'
    : /^[\p{L}\p{N}\p{P}\p{S}]$/u.test(character)
      ? `"${character}"`
      : codePointName(character)

const plain = (path: string): string => {
  const folder = path.slice(0, path.lastIndexOf('/') + 1)
  return [...folder.split('/').slice(0, -1), path.slice(folder.length)].map(plainName).join('/')
}

const plainName = (name: string): string => {
  const [, stem = '', ending = ''] = /^(.*?)(\.[a-z0-9]+)?$/i.exec(name) ?? []
  const ascii = stem
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^A-Za-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .toLowerCase()
  return (ascii === '' ? 'episode' : ascii) + ending.toLowerCase()
}
