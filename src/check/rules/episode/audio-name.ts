import { audioPlace, eachItem, type Rule } from '../../case.ts'
import { fold } from '../../fold.ts'

const rule: Rule = {
  id: 'episode/audio-name',
  severity: 'warning',
  title: 'The name of an audio file has ASCII letters and digits only',
  why: 'Apple asks for it. In the address such characters are encoded (a space as %20), and a host, a tracker or an old player that decodes them wrongly finds no file.',
  specs: ['https://podcasters.apple.com/support/823-podcast-requirements'],
  askedBy: { apple: 'advises' },
  covers: ['ep-enclosure-ascii-name', 'doc-url-uri-not-iri'],
  example: {
    bad: { '001.md': 'audio: Épisode 1.mp3', 'Épisode 1.mp3': '!mp3 12' },
    good: { '001.md': 'audio: episode-1.mp3', 'episode-1.mp3': '!mp3 12' },
  },
  *check(given) {
    const found = eachItem(function* (item) {
      const { audio } = item.recording
      if (audio === undefined || audio.from === 'web' || SAFE.test(audio.path)) return
      const name = audio.path.slice(audio.path.lastIndexOf('/') + 1)
      const odd = /[^A-Za-z0-9._~/-]/u.exec(audio.path)?.[0]
      const better = safeName(name)
      yield {
        place: audioPlace(item),
        message: `the name of the audio holds ${odd === ' ' ? 'a space' : `"${odd}"`}, and Apple asks for ASCII letters and digits`,
        help:
          better === undefined
            ? 'Rename the file; its guid is kept.'
            : `Rename the file to \`${better}\`; its guid is kept.`,
      }
    })
    yield* fold(found(given), count => ({
      message: `the names of ${count} audio files hold spaces or other characters, and Apple asks for ASCII letters and digits`,
      help: 'Name the files of new episodes like `012-tide-tables.mp3`; those that are published may stay, for their address would change.',
    }))
  },
}
export default rule

const SAFE = /^[A-Za-z0-9._~/-]+$/

/** Accents off, the rest as hyphens; undefined when nothing of the name is left. */
const safeName = (name: string): string | undefined => {
  const dot = name.lastIndexOf('.')
  const stem = name
    .slice(0, dot)
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .replace(/[^A-Za-z0-9_]+/g, '-')
    .replace(/^-|-$/g, '')
  return stem === '' ? undefined : `${stem}${name.slice(dot)}`
}
