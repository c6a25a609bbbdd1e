import type { Medium } from '../../../table/medium.ts'
import { listed } from '../../../units/text.ts'
import { categories } from '../../../vocabulary/categories.ts'
import type { Rule } from '../../evidence.ts'
import { eachCategory } from './each-category.ts'

const apple = 'https://podcasters.apple.com/support/1691-apple-podcasts-categories'

const rule: Rule = {
  id: 'show/category-known',
  inherits: 'value',
  title: "A category is one of Apple's, to the letter",
  why: 'Directories compare the name letter by letter: a show in "technology" is in no category at all, and Apple refuses it.',
  specs: [apple, 'https://podcasters.apple.com/support/823-podcast-requirements'],
  askedBy: { apple: 'refuses', psp1: 'requires', w3c: 'requires' },
  covers: ['show-category-known'],
  example: {
    bad: { 'show.md': 'categories: society & culture > Places and Travel' },
    good: { 'show.md': 'categories: Society & Culture > Places & Travel' },
  },
  *check(evidence) {
    const { words } = evidence.entry
    for (const { written, verdict, at, replace } of eachCategory(evidence)) {
      if (verdict.kind === 'empty')
        yield {
          place: at(),
          message: 'this category is empty, and Apple refuses a category without a name',
          help: `Remove it, or write one of Apple's, such as ${words.value('categories', 'Technology')} or ${words.value('categories', 'Arts > Books')} (${apple}).`,
        }
      if (verdict.kind !== 'unknown') continue
      const { meant, near = [], parent } = verdict
      yield {
        place: at(),
        message: `"${written}" is not ${meant === undefined ? "one of Apple's categories" : "written as in Apple's list of categories"}, so Apple refuses the show`,
        help:
          meant === undefined ? helpOf(near, parent, words) : `Write ${words.value('categories', meant)}.`,
        fix: meant === undefined ? undefined : replace(meant),
      }
    }
  },
}
export default rule

const helpOf = (near: readonly string[], parent: string | undefined, words: Medium): string =>
  near.length === 0
    ? listHelp(parent, words)
    : `Write ${listed(
        near.map(name => words.value('categories', name)),
        'or',
      )}.`

const listHelp = (parent: string | undefined, words: Medium): string => {
  const names = parent === undefined ? Object.keys(categories) : categories[parent]!
  if (names.length === 0) return `Write ${words.value('categories', parent!)} alone: it has no subcategories.`
  return `Write one of ${names.map(name => `\`${parent === undefined ? name : `${parent} > ${name}`}\``).join(', ')}.`
}
