import type { Rule } from '../../evidence.ts'
import { namesOf } from './plain-texts.ts'

const ADDRESS = /[^\s@<>()]{1,64}@[^\s@<>()]{1,200}\.[a-z]{2,}/i

const rule: Rule = {
  id: 'text/email-in-name',
  always: 'noticed',
  title: 'A name is a name, not an e-mail address',
  why: 'Every app shows the author below the title, so listeners read the address, and machines that collect addresses do too.',
  specs: ['https://help.apple.com/itc/podcasts_connect/#/itcb54353390'],
  covers: ['show-contact-format'],
  example: {
    bad: { 'show.md': 'author: ada@show.example (Ada Pier)' },
    good: { 'show.md': 'author: Ada Pier' },
  },
  *check(evidence) {
    for (const { entry, path, text } of namesOf(evidence)) {
      const address = ADDRESS.exec(text.slice(0, 500))?.[0]
      if (address === undefined) continue
      const rest = text
        .replace(address, '')
        .replace(/[()<>]/g, '')
        .trim()
      yield {
        place: entry.at(path),
        message: `${entry.words.name(path)} contains the e-mail address ${address}, which every app shows to everybody`,
        help: `Write the name alone${rest === '' ? '' : `, \`${rest}\``}; the address belongs in ${entry.words.name('owner')}.`,
      }
    }
  },
}
export default rule
