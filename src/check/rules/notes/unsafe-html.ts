import { inNotes, type Rule } from '../../evidence.ts'

const rule: Rule = {
  id: 'notes/unsafe-html',
  scope: 'item',
  inFeeds: 'no element',
  title: 'Notes hold no scripts, styles, frames or event attributes',
  why: 'Apps strip them or refuse the feed, so build-feed leaves them out; what they were to show is lost.',
  specs: ['https://validator.w3.org/feed/docs/warning/SecurityRisk.html'],
  askedBy: { apple: 'ignores', spotify: 'ignores', w3c: 'advises' },
  covers: ['doc-html-script'],
  example: {
    bad: { '001.md': '!notes Here it is. <iframe src="https://player.example/1"></iframe>' },
    good: { '001.md': '!notes [Listen in the browser](https://player.example/1)' },
    sameFeed: { '001.md': '!notes Here it is. <!-- the player comes here -->' },
  },
  *checkItem(item) {
    for (const { value, place, where } of inNotes(item, 'unsafe-html'))
      yield {
        place,
        message: `${value} in ${where} is left out of the feed, because no podcast app shows it`,
        help: `Replace ${value} with a link, or remove it.`,
      }
  },
}
export default rule
