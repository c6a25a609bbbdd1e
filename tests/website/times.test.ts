import { expect, test } from 'vitest'
import { fragmentTime } from '../../src/website/browser/times.ts'

test.each([
  ['#t=75', 75],
  ['#t=1:15', 75],
  ['#t=npt:0:01:15.5', 75.5],
  ['#t=75,90', 75],
  ['#x=1&t=75&y', 75],
  ['#t=90s', 90],
  ['#t=1m30s', 90],
  ['#t=1h2m', 3720],
  ['#t=1h0m3.5s', 3603.5],
  ['#t=', undefined],
  ['#t=1m30', undefined],
  ['#t=soon', undefined],
  ['#t=1:2:3:4', undefined],
  ['#t=..', undefined],
  ['#transcript', undefined],
])('the moment of %s', (fragment, seconds) => {
  expect(fragmentTime(fragment)).toBe(seconds)
})
