import type { Rule } from '../../evidence.ts'
import { eachCategory } from './each-category.ts'

const rule: Rule = {
  id: 'show/category-retired',
  title: 'A category was not given up in 2019',
  why: 'Apple renewed its list in August 2019. A name from before puts the show where nobody looks, or nowhere.',
  specs: [
    'https://podcasters.apple.com/support/1691-apple-podcasts-categories',
    'https://validator.w3.org/feed/docs/warning/ObsoleteItunesCategory.html',
  ],
  askedBy: { apple: 'ignores', w3c: 'advises' },
  covers: ['show-category-obsolete'],
  example: {
    bad: { 'show.md': 'categories: Technology > Podcasting' },
    good: { 'show.md': 'categories: Technology' },
  },
  *check(evidence) {
    const value = (name: string) => evidence.entry.words.value('categories', name)
    for (const { written, verdict, at, replace } of eachCategory(evidence)) {
      if (verdict.kind !== 'retired') continue
      const { successors } = verdict
      const [only, ...others] = successors
      yield {
        place: at(),
        message: `directories dropped the category "${written}" in 2019, so nobody finds the show by it`,
        help:
          only === undefined
            ? `Choose the category of the subject, such as ${value('Society & Culture')} or ${value('News')}.`
            : `Write ${successors.map(value).join(' or ')}.`,
        fix: only === undefined || others.length > 0 ? undefined : replace(only),
      }
    }
  },
}
export default rule
