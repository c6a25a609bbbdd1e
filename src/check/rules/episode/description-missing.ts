import { saysNothing } from '../../../units/blank.ts'
import { bodyPlace } from '../../descriptions.ts'
import { ifComplete, type Rule } from '../../evidence.ts'

const rule: Rule = {
  id: 'episode/description-missing',
  always: 'noticed',
  title: 'An episode says what it is about',
  why: 'Spotify asks for a description, and in every app it is what decides whether somebody presses play.',
  specs: [
    'https://help.apple.com/itc/podcasts_connect/#/itcb54353390',
    'https://github.com/Podcast-Standards-Project/PSP-1-Podcast-RSS-Specification',
  ],
  askedBy: { spotify: 'advises', apple: 'advises', psp1: 'advises' },
  covers: ['ep-description'],
  example: { bad: { '001.md': '!notes' }, good: { '001.md': 'description: Who keeps the light.' } },
  scope: 'item',
  inFeeds: 'document/episode-description',
  together: count => ({
    message: `${count} episodes have no description, so listeners read nothing that would make them press play`,
    help: 'Write a sentence or two below the front matter of each.',
  }),
  checkItem: ifComplete(function* ({ description }, { entry }) {
    if (description !== '') return
    const isWritten = entry.meta.description !== undefined
    const hasBody = entry.body.trim() !== ''
    // One that was written and refused has been reported.
    if (!isWritten && !saysNothing(entry.raw.description)) return
    yield {
      place: hasBody ? bodyPlace(entry) : entry.at('description', isWritten ? 'value' : 'key'),
      message:
        hasBody || isWritten
          ? `there is nothing to read in ${hasBody ? 'these notes' : 'this description'}, so the episode has none in the feed`
          : `${entry.file} has no description and no notes, so listeners read nothing that would make them press play`,
      help: 'Write a sentence or two below the front matter.',
    }
  }),
}
export default rule
