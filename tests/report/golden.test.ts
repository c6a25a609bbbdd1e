import { describe, expect, test } from 'vitest'
import { reporters } from '../../src/report/index.ts'
import { jobSummary } from '../../src/report/job-summary.ts'
import type { Report } from '../../src/report/reporter.ts'
import { options, sample } from './sample.ts'

const render = (name: string, over = {}, report: Report = sample): string =>
  reporters.find(one => one.name === name)?.render(report, options(over)) ?? 'no such reporter'
const clean: Report = {
  ...sample,
  diagnostics: [],
  shows: sample.shows.map(show => ({ ...show, ready: { apple: [], spotify: [], youtube: [] } })),
}

describe('every reporter, word for word', () => {
  test.each([
    ['pretty-80.txt', () => render('pretty')],
    ['pretty-120.txt', () => render('pretty', { width: 120 })],
    ['pretty-40.txt', () => render('pretty', { width: 40 })],
    ['pretty-colour.txt', () => render('pretty', { colour: true }).replaceAll('\u001b', '␛')],
    ['pretty-quiet.txt', () => render('pretty', { quiet: true })],
    ['pretty-clean.txt', () => render('pretty', {}, clean)],
    ['compact.txt', () => render('compact')],
    ['report.json', () => render('json')],
    ['github.txt', () => render('github')],
    ['report.sarif', () => render('sarif')],
    ['junit.xml', () => render('junit')],
    ['job-summary.md', () => jobSummary(sample)],
  ] as const)('%s', async (name, text) => {
    await expect(text()).toMatchFileSnapshot(`../golden/report/${name}`)
  })
})

test('every reporter has a name of its own', () => {
  expect(new Set(reporters.map(({ name }) => name)).size).toBe(reporters.length)
})

test.each(reporters.map(({ name }) => name))('%s says something sensible about nothing at all', name => {
  const nothing: Report = { ...sample, diagnostics: [], shows: [], files: [], rules: new Map() }
  expect(render(name, {}, nothing)).toMatch(name === 'compact' ? /^$/ : /\n$/)
})
