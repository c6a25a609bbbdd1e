import { saysNothing } from '../../../units/blank.ts'
import type { Rule } from '../../evidence.ts'

const rule: Rule = {
  id: 'show/owner-email',
  title: 'A show has an e-mail address to claim it by',
  why: 'Spotify, YouTube and Amazon send the code that proves ownership to this address. You may take it out again once the show is claimed.',
  specs: ['https://podcasters.apple.com/support/4115-technical-updates-for-hosting-providers'],
  askedBy: { spotify: 'advises', youtube: 'advises', amazon: 'advises', w3c: 'advises' },
  covers: ['show-owner-email'],
  example: {
    bad: { 'show.md': '- owner' },
    good: { 'show.md': 'owner: { name: Ada Pier, email: ada@show.example }' },
  },
  *check({ entry }) {
    const { words } = entry
    // One that was written and refused has been reported.
    if (!entry.isRead || entry.meta.owner !== undefined || !saysNothing(entry.raw.owner)) return
    yield {
      place: entry.at('owner', 'key'),
      message: `${words.name('owner')} is missing: Spotify, YouTube and Amazon send the code that proves ownership to its e-mail address`,
      help: `Add ${words.line('owner', { name: entry.meta.author ?? 'Ada Pier', email: 'ada@show.example' })}, with an address of your own; once the show is claimed, you may ${words.either(
        { folder: 'write `allow: show/owner-email` in its place', feed: 'take it out again' },
      )}.`,
    }
  },
}
export default rule
