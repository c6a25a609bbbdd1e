import { type Rule, repeats } from '../../evidence.ts'

const rule: Rule = {
  id: 'episode/enclosure-unique',
  severity: 'error',
  inherits: 'value',
  title: 'No two episodes share their audio',
  why: 'Apple ignores the second one; listeners of other apps hear the wrong episode.',
  specs: ['https://podcasters.apple.com/support/823-podcast-requirements'],
  askedBy: { apple: 'ignores', own: 'refuses' },
  covers: ['ep-enclosure-unique'],
  example: {
    bad: { '001.md': 'audio: 001.mp3', '002.md': 'audio: 001.mp3' },
    good: { '001.md': 'audio: 001.mp3', '002.md': 'audio: 002.mp3' },
  },
  check: given =>
    repeats(
      given.items,
      item => item.release?.url,
      url => ({
        message: `the audio ${url} belongs to another episode already`,
        help: 'Name the audio of this episode with `audio:`.',
        field: 'audio',
      }),
    ),
}
export default rule
