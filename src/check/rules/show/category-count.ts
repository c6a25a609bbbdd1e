import { listPath, type Rule } from '../../evidence.ts'
import { nameOf } from './category.ts'

/** Apple's guide says one; https://canipodcast.com says that it shows up to two. */
const READ = 2

const rule: Rule = {
  id: 'show/category-count',
  title: 'The first two categories are the ones that count',
  why: 'Apple reads the first category with its subcategory, at most two. What comes behind is for nobody, so the order matters.',
  specs: ['https://help.apple.com/itc/podcasts_connect/#/itcb54353390'],
  askedBy: { apple: 'advises', psp1: 'advises' },
  covers: ['show-category-first-counts'],
  example: {
    bad: { 'show.md': 'categories: [Arts, History, Technology]' },
    good: { 'show.md': 'categories: [History, Arts]' },
  },
  *check({ entry }) {
    const { categories = [] } = entry.meta
    if (categories.length <= READ) return
    yield {
      place: entry.at(listPath(entry, 'categories', READ)),
      message: `"${nameOf(categories[READ]!.name, categories[READ]!.sub)}" is category number ${READ + 1}, and Apple reads only the first ${READ}`,
      help: 'Put the two that fit best first, and remove the others.',
    }
  },
}
export default rule
