import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { sriProblem } from '../../src/units/integrity.ts'

const hash = (algorithm: string) => `${algorithm}-${createHash(algorithm).update('harbour').digest('base64')}`

test.each(['sha256', 'sha384', 'sha512'])('%s is a hash that browsers check', algorithm => {
  expect(sriProblem(hash(algorithm))).toBeUndefined()
})

test('several, and options, may stand there', () => {
  expect(sriProblem(`${hash('sha256')} ${hash('sha512')}?ct=x`)).toBeUndefined()
})

test.each([
  '',
  'sha384-',
  'sha1-2jmj7l5rSw0yVb/vlWAYkK/YBwk=',
  'md5-x',
  hash('sha256').slice(0, -6),
  hash('sha384').replace('384', '256'),
  'sha384-§',
])('not %s', value => expect(sriProblem(value)).toBeDefined())
