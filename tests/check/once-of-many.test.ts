/** What a program wrote wrongly in every chapter of a list is told once for the list. */

import { expect, test } from 'vitest'
import { documentOf, frontMatter, goodShow } from '../support/good-show.ts'
import { runShow } from '../support/run.ts'

const found = async (chapters: readonly unknown[], rule: string): Promise<readonly string[]> => {
  const { diagnostics } = await runShow({
    ...goodShow(),
    '001.md': documentOf({ ...frontMatter['001.md'], chapters: JSON.stringify(chapters) }, 'Notes.\n'),
  })
  return diagnostics.filter(one => one.rule === rule).map(({ message }) => message)
}

const listOf = (count: number, more: object): readonly object[] =>
  Array.from({ length: count }, (_, index) => ({ start: index / 1000, ...more }))

test.each([
  ['chapters/title-missing', {}, '1,000 chapters have no title, the first of them at 00:00'],
  [
    'chapters/https',
    { title: 'A', url: 'http://a.example/' },
    '1,000 addresses in the chapters begin with http://, which players on web pages block; the first is "http://a.example/"',
  ],
  [
    'chapters/https',
    { title: 'A', url: 'ftp://a.example/' },
    '1,000 addresses in the chapters begin with something that no app opens, so they are left out; the first is "ftp://a.example/"',
  ],
])('%s: a thousand are one line, a few are told one by one', async (rule, more, words) => {
  expect(await found(listOf(1000, more), rule)).toEqual([expect.stringContaining(words)])
  expect(await found(listOf(3, more), rule)).toHaveLength(3)
})
