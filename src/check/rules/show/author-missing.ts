import { saysNothing } from '../../../units/blank.ts'
import type { Rule } from '../../evidence.ts'

const rule: Rule = {
  id: 'show/author-missing',
  inherits: 'value',
  title: 'A show names who is behind it',
  why: 'Spotify rejects a show without an author, and every app shows it below the title.',
  specs: [
    'https://help.apple.com/itc/podcasts_connect/#/itcb54353390',
    'https://github.com/Podcast-Standards-Project/PSP-1-Podcast-RSS-Specification',
  ],
  askedBy: { spotify: 'refuses', apple: 'advises', psp1: 'advises' },
  covers: ['show-author'],
  example: { bad: { 'show.md': '- author' }, good: { 'show.md': 'author: Ada Pier' } },
  *check({ entry }) {
    // One that was written and refused has been reported.
    if (
      !entry.isRead ||
      entry.meta.author !== undefined ||
      !saysNothing(entry.raw.author) ||
      entry.meant.includes('author')
    )
      return
    const name = entry.meta.owner?.name
    yield {
      place: entry.at('author', 'key'),
      message: `${entry.words.name('author')} is missing, and Spotify refuses a show that does not say who makes it`,
      help: `Add ${entry.words.line('author', name ?? 'Ada Pier')}: a person, a group or a company.`,
      fix:
        name === undefined || entry.raw.author !== undefined ? undefined : entry.fix.insert('author', name),
    }
  },
}
export default rule
