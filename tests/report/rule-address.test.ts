import { expect, test } from 'vitest'
import { homeOf, ruleAddress } from '../../src/report/rule-address.ts'

const version = '1.2.0'

test.each([
  ['git+https://github.com/ada/build-feed.git', 'https://github.com/ada/build-feed/blob/v1.2.0/'],
  ['https://gitlab.com/ada/tools/build-feed', 'https://gitlab.com/ada/tools/build-feed/-/blob/v1.2.0/'],
  ['https://codeberg.org/ada/build-feed.git', 'https://codeberg.org/ada/build-feed/src/tag/v1.2.0/'],
  ['git@elsewhere:ada/build-feed', undefined],
])('the files of %s', (url, home) => {
  expect(homeOf({ version, repository: { url } })).toBe(home)
  expect(homeOf({ version, repository: url })).toBe(home)
})

test('a rule without a home has no address', () => {
  const tool = { name: 'build-feed' as const, version }
  expect(homeOf({ version })).toBeUndefined()
  expect(ruleAddress('docs/rules.md#ab', tool)).toBeUndefined()
  expect(ruleAddress('docs/rules.md#ab', { ...tool, home: 'https://code.example/' })).toBe(
    'https://code.example/docs/rules.md#ab',
  )
})
