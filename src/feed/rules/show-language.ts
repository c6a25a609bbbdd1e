import { requiredElement } from '../required-element.ts'
import { apple, psp1, w3cWarning } from '../specs.ts'

export default requiredElement({
  id: 'document/show-language',
  title: 'A channel has a language',
  why: 'Apple does not take a show without, and apps choose charts and transcripts by it.',
  specs: [apple, psp1, w3cWarning('MissingLanguage')],
  askedBy: { apple: 'refuses', psp1: 'requires', w3c: 'advises' },
  covers: ['show-language-required'],
  example: { bad: { 'feed.xml': '- language' }, good: { 'feed.xml': '<language>en-gb</language>' } },
  parent: 'channel',
  element: 'language',
  without: 'and Apple refuses a show that does not say its language',
  form: '<language>en</language>',
  yours: 'the code of your language',
})
