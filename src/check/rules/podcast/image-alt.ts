import { eachEntry, type Rule } from '../../evidence.ts'
import { writtenValues } from './written-values.ts'

const rule: Rule = {
  id: 'podcast/image-alt',
  scope: 'item',
  looksAt: ['images'],
  title: 'A picture says what it shows',
  why: 'Listeners who do not see it hear these words in its place; apps for the blind read them aloud.',
  specs: ['https://github.com/Podcastindex-org/podcast-namespace/blob/main/docs/tags/image.md'],
  askedBy: { podcastindex: 'advises' },
  covers: ['art-podcast-image'],
  example: {
    bad: { 'show.md': 'images: wide.jpg', 'wide.jpg': '!jpeg 1920x1080' },
    good: { 'show.md': 'images: { href: wide.jpg, alt: A pier at dawn }', 'wide.jpg': '!jpeg 1920x1080' },
  },
  ...eachEntry(function* (one) {
    for (const { value, at, entry } of writtenValues(one, 'images'))
      if (value.alt === undefined)
        yield {
          place: at('href'),
          message: `the picture "${value.href.slice(0, 80)}" has no description (\`alt\`), so listeners who cannot see it do not know what it shows`,
          help: `Describe it in a few words, such as ${entry.words.line('images', { href: value.href, alt: 'A pier at dawn' })}.`,
        }
  }),
}
export default rule
