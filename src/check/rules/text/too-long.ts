import { characterCount } from '../../../units/character-count.ts'
import { eachEntry, type Rule } from '../../evidence.ts'
import { plainTexts } from './plain-texts.ts'

/** Characters. */
const LIMITS: Readonly<Record<string, number>> = {
  title: 255,
  itunesTitle: 255,
  copyright: 255,
  summary: 4000,
}

const rule: Rule = {
  id: 'text/too-long',
  scope: 'item',
  title: 'A title has at most 255 characters, a summary 4,000',
  why: 'Apple and PSP-1 take no more, and apps show far less: the end of a long title is seen by nobody.',
  specs: [
    'https://help.apple.com/itc/podcasts_connect/#/itcb54353390',
    'https://github.com/Podcast-Standards-Project/PSP-1-Podcast-RSS-Specification',
  ],
  askedBy: { apple: 'ignores', psp1: 'advises', w3c: 'advises' },
  covers: ['doc-value-255', 'show-title-length', 'ep-title-length', 'ep-summary-not-copy'],
  example: {
    bad: { '001.md': `title: ${'The lighthouse keeper and the sea '.repeat(8).trim()}` },
    good: { '001.md': 'title: The lighthouse keeper' },
  },
  ...eachEntry(function* (one) {
    for (const { entry, path, name, text } of plainTexts(one)) {
      const limit = LIMITS[name]
      if (limit === undefined || text.length <= limit) continue
      const count = characterCount(text)
      if (count <= limit) continue
      yield {
        place: entry.at(path),
        message: `${entry.words.name(path)} has ${count.toLocaleString('en')} characters, ${(count - limit).toLocaleString('en')} more than the ${limit.toLocaleString('en')} that directories take`,
        help:
          name === 'summary'
            ? 'Say it in one or two sentences; the rest belongs in the notes.'
            : 'Shorten it; the rest can go into the notes.',
      }
    }
  }),
}
export default rule
