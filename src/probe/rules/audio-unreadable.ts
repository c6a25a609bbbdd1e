import type { ShowRuleWords } from '../../diagnostic.ts'

const rule: ShowRuleWords = {
  id: 'audio/not-audio',
  always: 'broken',
  inherits: 'never',
  title: 'The audio file holds audio',
  why: 'Players fail on it. An empty file, a web page saved under the wrong name or a Git LFS pointer looks right in a folder and plays nowhere.',
  specs: ['https://podcasters.apple.com/support/823-podcast-requirements'],
  askedBy: { apple: 'refuses', spotify: 'refuses' },
  example: {
    bad: {
      '001.mp3':
        'version https://git-lfs.github.com/spec/v1\noid sha256:4d7a214614ab2935c943f9e0ff69d22eadbb8f32b1258daaa5e2ca24d17e2393\nsize 12345\n',
    },
    good: { '001.mp3': '!mp3 10' },
  },
}
export default rule
