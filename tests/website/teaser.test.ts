/** The beginning of a text, for a list. */

import { expect, test } from 'vitest'
import { teaserOf } from '../../src/website/teaser.ts'

test.each([
  ['Dark Noise (https://darknoise.example) and more', 'Dark Noise and more'],
  ['On Twitter\n(https://twitter.example/a_b?c=d) (we)', 'On Twitter (we)'],
  ['See https://a.example/ (now)', 'See https://a.example/ (now)'],
  ['(https://a.example/)', '(https://a.example/)'],
  ['A talk (with notes)', 'A talk (with notes)'],
])('%j', (text, teaser) => {
  expect(teaserOf(text, 200)).toBe(teaser)
})
