import type { ShowRuleWords } from '../../diagnostic.ts'

const rule: ShowRuleWords = {
  id: 'artwork/not-image',
  always: 'broken',
  inherits: 'never',
  title: 'The artwork is a picture',
  why: 'A file that is no picture shows as an empty square, and the directories refuse the show.',
  specs: ['https://podcasters.apple.com/support/896-artwork-requirements'],
  askedBy: { apple: 'refuses', spotify: 'refuses', psp1: 'requires' },
  example: {
    bad: { 'cover.jpg': '<!doctype html><title>404</title>' },
    good: { 'cover.jpg': '!jpeg 3000' },
  },
}
export default rule
