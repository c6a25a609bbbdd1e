import { type Rule, repeats } from '../../evidence.ts'
import { antennaPodDuplicates } from './apps.ts'

const rule: Rule = {
  id: 'episode/enclosure-unique',
  inherits: 'value',
  title: 'No two episodes share their audio',
  why: 'Apple ignores the second one, and AntennaPod takes both for one episode; listeners of other apps hear the wrong one.',
  specs: ['https://podcasters.apple.com/support/823-podcast-requirements', antennaPodDuplicates],
  askedBy: { apple: 'ignores', apps: 'ignores' },
  covers: ['ep-enclosure-unique'],
  example: {
    bad: { '001.md': 'audio: 001.mp3', '002.md': 'audio: 001.mp3' },
    good: { '001.md': 'audio: 001.mp3', '002.md': 'audio: 002.mp3' },
  },
  check: evidence =>
    repeats(
      evidence.items,
      item => item.release?.url,
      (url, { entry }) => ({
        message: `another episode already has the audio ${url}, so apps take the two for one episode`,
        help: entry.words.either({
          folder: `Name this episode's own recording in ${entry.words.name('audio')}, such as \`audio: ${entry.stem.replace(/^.*\//, '')}.mp3\`.`,
          feed: "Write the address of this episode's own recording into its `<enclosure>`.",
        }),
        field: 'audio',
      }),
    ),
}
export default rule
