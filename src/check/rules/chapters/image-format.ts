import type { Rule } from '../../evidence.ts'
import { eachChapters } from './chapter-findings.ts'

const rule: Rule = {
  id: 'chapters/image-format',
  always: 'noticed',
  scope: 'item',
  inFeeds: 'measured',
  title: 'Pictures of chapters are JPEG or PNG, in RGB',
  why: 'That is what every player shows; of other formats listeners see the show artwork, or nothing.',
  specs: [
    'https://github.com/Podcastindex-org/podcast-namespace/blob/main/docs/examples/chapters/jsonChapters.md',
  ],
  askedBy: { podcastindex: 'advises' },
  example: {
    bad: {
      'letter.webp': '!webp 600',
      '001.md': 'chapters: [0:00 Intro, { start: 3, title: The letter, image: letter.webp }, 0:08 Farewell]',
    },
    good: {
      'letter.jpg': '!jpeg 600',
      '001.md': 'chapters: [0:00 Intro, { start: 3, title: The letter, image: letter.jpg }, 0:08 Farewell]',
    },
    sameFeed: {
      'letter.webp': '!jpeg 600',
      '001.md': 'chapters: [0:00 Intro, { start: 3, title: The letter, image: letter.webp }, 0:08 Farewell]',
    },
  },
  checkItem: eachChapters(function* ({ chapters, pictures, at }) {
    const seen = new Set<string>()
    for (const [index, { image = '' }] of chapters.entries()) {
      const facts = pictures.get(image)?.facts
      if (facts === undefined || seen.has(image)) continue
      seen.add(image)
      const isCommon = facts.format === 'jpeg' || facts.format === 'png'
      if (isCommon && facts.colour !== 'cmyk') continue
      yield {
        place: at(index, 'image'),
        message: isCommon
          ? `the picture "${image}" is in CMYK, which browsers and apps show in wrong colours or not at all`
          : `the picture "${image}" is ${facts.format.toUpperCase()}, which some players do not show`,
        help: 'Export it for the web, as a JPEG or a PNG (in RGB).',
      }
    }
  }),
}
export default rule
