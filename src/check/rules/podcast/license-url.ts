import { nearest } from '../../../units/text.ts'
import { creativeCommonsUrl, licenseSlug, licenses } from '../../../vocabulary/licenses.ts'
import { eachEntry, type Rule } from '../../evidence.ts'
import { writtenValues } from './written-values.ts'

const rule: Rule = {
  id: 'podcast/license-url',
  scope: 'item',
  looksAt: ['license'],
  title: 'A licence of your own can be read somewhere',
  why: 'A name that is not on the list says nothing without the text of the licence.',
  specs: ['https://github.com/Podcastindex-org/podcast-namespace/blob/main/docs/tags/license.md'],
  askedBy: { podcastindex: 'ignores' },
  covers: ['show-license-url'],
  example: {
    bad: { 'show.md': 'license: harbour-terms-1' },
    good: { 'show.md': 'license: { name: harbour-terms-1, url: "https://show.example/terms" }' },
  },
  ...eachEntry(function* (one) {
    for (const {
      value,
      at,
      entry: { words },
    } of writtenValues(one, 'license')) {
      const isKnown = licenseSlug(value.name) ?? creativeCommonsUrl(value.name)
      if (value.url !== undefined || isKnown !== undefined) continue
      const own = (name: string) => words.line('license', { name, url: 'https://show.example/terms' })
      const near = nearest(value.name, Object.keys(licenses))
      yield {
        place: at('name'),
        message: `"${value.name}" is not a licence that apps know, and there is no link to its text, so nobody can tell what it allows`,
        help: near
          ? `Write ${words.line('license', near)}, or give its address: ${own(value.name)}.`
          : `Write ${own(value.name)}, with the address of its text.`,
      }
    }
  }),
}
export default rule
