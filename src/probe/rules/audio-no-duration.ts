import type { ShowRuleWords } from '../../diagnostic.ts'

const rule: ShowRuleWords = {
  id: 'audio/no-duration',
  always: 'broken',
  inherits: 'never',
  title: 'The length of the audio can be measured',
  why: 'An episode of unknown length is shown as 0:00, and cannot be searched or resumed.',
  specs: ['https://help.apple.com/itc/podcasts_connect/#/itcb54353390'],
  askedBy: { apple: 'advises' },
  example: {
    bad: { '001.mp3': '!mp4 unfinished' },
    good: { '001.mp3': '!mp3 10' },
  },
}
export default rule
