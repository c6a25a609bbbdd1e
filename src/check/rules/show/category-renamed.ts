import type { Rule } from '../../evidence.ts'
import { eachCategory } from './each-category.ts'

const rule: Rule = {
  id: 'show/category-renamed',
  always: 'advice',
  title: 'A category has the name that every directory knows',
  why: 'In June 2026 Apple is reported to have renamed two sports. The old names go on working; other directories and the W3C validator know no others yet.',
  specs: ['https://github.com/Automattic/jetpack/pull/49789'],
  askedBy: { w3c: 'requires' },
  covers: ['show-category-2026-rename'],
  example: {
    bad: { 'show.md': 'categories: Sports > American Football' },
    good: { 'show.md': 'categories: Sports > Football' },
  },
  *check(evidence) {
    for (const { written, verdict, at, replace } of eachCategory(evidence)) {
      if (verdict.kind !== 'renamed') continue
      yield {
        place: at(),
        message: `only Apple knows the new name "${written}" (of 2026), so no other directory lists the show there`,
        help: `Write ${evidence.entry.words.value('categories', verdict.former)}.`,
        fix: replace(verdict.former),
      }
    }
  },
}
export default rule
