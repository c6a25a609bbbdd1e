import { contactHelp, isContact } from '../../../units/contact.ts'
import type { Rule } from '../../evidence.ts'

const rule: Rule = {
  id: 'show/contact',
  looksAt: ['managingEditor', 'webMaster'],
  title: 'managingEditor and webMaster are an e-mail address with a name',
  why: 'RSS defines them so. Anything else is taken for an address, and mail to it fails.',
  specs: [
    'https://www.rssboard.org/rss-profile#element-channel-managingeditor',
    'https://validator.w3.org/feed/docs/warning/MissingRealName.html',
  ],
  askedBy: { w3c: 'advises' },
  covers: ['show-contact-format'],
  example: {
    bad: { 'show.md': 'managingEditor: Ada Pier' },
    good: { 'show.md': 'managingEditor: ada@show.example (Ada Pier)' },
  },
  *check({ entry }) {
    for (const field of ['managingEditor', 'webMaster'] as const) {
      const written = entry.meta[field]?.trim()
      if (written === undefined || written === '' || isContact(written)) continue
      yield {
        place: entry.at(field),
        message: `"${written.slice(0, 80)}" in ${entry.words.name(field)} is not an e-mail address with a name in brackets after it, so mail to it fails`,
        help: contactHelp(written),
      }
    }
  },
}
export default rule
