import { describe, expect, test } from 'vitest'
import { judgeCategory, nameOf } from '../../src/check/rules/show/category.ts'
import { categories, renamedCategories, retiredCategories } from '../../src/vocabulary/categories.ts'

const judge = (written: string) => {
  const [name = '', sub] = written.split(' > ')
  return judgeCategory({ name, ...(sub === undefined ? {} : { sub }) })
}
const all = Object.entries(categories).flatMap(([parent, subs]) => [
  parent,
  ...subs.map(sub => nameOf(parent, sub)),
])

describe("Apple's categories", () => {
  test('19 parents, 91 subcategories, each subcategory under one parent only', () => {
    expect(Object.keys(categories)).toHaveLength(19)
    const subs = Object.values(categories).flat()
    expect(subs).toHaveLength(91)
    expect(new Set(subs).size).toBe(91)
  })

  test.each(all)('%s is right', name => {
    expect(judge(name)).toEqual({ kind: 'right' })
  })

  test('what took the place of a retired name is a category of today', () => {
    expect(
      Object.values(retiredCategories)
        .flat()
        .filter(name => !all.includes(name)),
    ).toEqual([])
    expect(Object.keys(retiredCategories).filter(name => all.includes(name))).toEqual([])
    expect(Object.values(renamedCategories).filter(name => !all.includes(name))).toEqual([])
  })
})

describe('what was meant', () => {
  test.each([
    ['technology', 'Technology'],
    ['Kids & family', 'Kids & Family'],
    ['Kids and Family', 'Kids & Family'],
    ['Kids &amp; Family', 'Kids & Family'],
    ['Education > How-To', 'Education > How To'],
    ['Comedy > Stand Up', 'Comedy > Stand-Up'],
    ['Business > Non Profit', 'Business > Non-Profit'],
    ['Education > Self Improvement', 'Education > Self-Improvement'],
    ['Tecnology', 'Technology'],
    ['Society & Culture: Documentary', 'Society & Culture > Documentary'],
    ['Arts / Books', 'Arts > Books'],
    ['Arts > Boooks', 'Arts > Books'],
    ['Tech', 'Technology'],
    ['Film', 'TV & Film'],
    ['Crime', 'True Crime'],
    ['Gardening', 'Leisure > Home & Garden'],
    ['Liesure > Home and Gardening', 'Leisure > Home & Garden'],
    ['Home & Garden > Leisure', 'Leisure > Home & Garden'],
    ['Comedy > Fotball', 'Sports > Football'],
    ['Techology > Apps', 'Technology'],
    ['“Technology”', 'Technology'],
    ['Education > How\u00a0To', 'Education > How To'],
  ])('%s → %s', (written, meant) => {
    expect(judge(written)).toEqual({ kind: 'unknown', meant })
  })

  test.each([
    ['Arts > Technology', ['Arts', 'Technology']],
    ['Interviews', ['Comedy > Comedy Interviews', 'Music > Music Interviews', 'TV & Film > Film Interviews']],
    ['Potatoes', []],
  ])('%s may be one of several, or none', (written, near) => {
    expect(judge(written)).toEqual({ kind: 'unknown', near })
  })

  test.each([
    ['Documentary', 'Society & Culture > Documentary'],
    ['Arts > Stand-Up', 'Comedy > Stand-Up'],
    ['News > Philosophy', 'Society & Culture > Philosophy'],
  ])('%s stands elsewhere: %s', (written, meant) => {
    expect(judge(written)).toMatchObject({ kind: 'misplaced', meant })
  })

  test.each([
    ['Technology > Podcasting', ['Technology']],
    ['Health', ['Health & Fitness']],
    ['health > nutrition of cats', ['Health & Fitness']],
    ['Games & Hobbies > Video Games', ['Leisure > Video Games']],
    ['International > Belgian', []],
  ])('%s was given up', (written, successors) => {
    expect(judge(written)).toEqual({ kind: 'retired', successors })
  })

  test.each(['', 'Arts > '])('%j is empty', written => {
    expect(judge(written)).toEqual({ kind: 'empty' })
  })

  test('a new name of 2026 leads back to the one that all know', () => {
    expect(judge('Sports > Football (Soccer)')).toEqual({ kind: 'renamed', former: 'Sports > Soccer' })
  })

  test.each(['Zzzz', 'Arts > Zzzzzzzz', 'constructor', '__proto__', 'toString > x'])(
    '%s is nothing that could be told',
    written => {
      expect(judge(written)).toMatchObject({ kind: 'unknown' })
      expect(judge(written)).not.toHaveProperty('meant', expect.any(String))
    },
  )
})
