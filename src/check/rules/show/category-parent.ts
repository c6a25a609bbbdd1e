import type { Rule } from '../../evidence.ts'
import { eachCategory } from './each-category.ts'

const rule: Rule = {
  id: 'show/category-parent',
  inherits: 'value',
  title: 'A subcategory is inside its own parent',
  why: 'A subcategory at the top, or under another parent, is unknown to the directories: the show is in no category.',
  specs: [
    'https://podcasters.apple.com/support/1691-apple-podcasts-categories',
    'https://help.apple.com/itc/podcasts_connect/#/itcb54353390',
  ],
  askedBy: { apple: 'refuses', psp1: 'requires', w3c: 'requires' },
  covers: ['show-subcategory-nested'],
  example: {
    bad: { 'show.md': 'categories: [Documentary, Arts > Stand-Up]' },
    good: { 'show.md': 'categories: [Society & Culture > Documentary, Comedy > Stand-Up]' },
  },
  *check(evidence) {
    for (const { written, verdict, at, replace } of eachCategory(evidence)) {
      if (verdict.kind !== 'misplaced') continue
      yield {
        place: at(),
        message: `Apple has "${written.replace(/^.*> */, '')}" only as a subcategory of "${verdict.parent}", and refuses a show that writes "${written}"`,
        help: `Write ${evidence.entry.words.value('categories', verdict.meant)}.`,
        fix: replace(verdict.meant),
      }
    }
  },
}
export default rule
