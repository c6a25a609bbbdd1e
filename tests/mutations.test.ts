/** Slips of the hand (and of a stranger): findings or a feed, never an exception, and every place and repair holds. */

import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { allow } from '../src/allow/index.ts'
import { check } from '../src/check/index.ts'
import { byPlace, type Diagnostic } from '../src/diagnostic.ts'
import { doorOf } from '../src/door/index.ts'
import { episodeSchema, showSchema } from '../src/fields/index.ts'
import { applyEdits } from '../src/load/edits.ts'
import { entryOf, load } from '../src/load/index.ts'
import { probe } from '../src/probe/index.ts'
import type { Project } from '../src/project.ts'
import { render } from '../src/render/index.ts'
import { rulesById } from '../src/rules.ts'
import { targetNames } from '../src/targets.ts'
import { temporaryFolder, writeFiles } from './support/folder.ts'
import { goodShow } from './support/good-show.ts'
import fc from './support/property.ts'
import { now } from './support/run.ts'
import { say } from './support/terminal.ts'

const good = goodShow()
const text = (path: string): string => good[path] as string

/** What hands and editors put into YAML. */
const fragments = [
  ':',
  ': ',
  '- ',
  '#',
  ' #',
  '"',
  "'",
  '\t',
  '\n',
  '\r\n',
  '\r',
  '  ',
  '---\n',
  '---',
  '...',
  '[',
  ']',
  '{',
  '}',
  ',',
  '&a ',
  '*a',
  '!!js ',
  '|',
  '>',
  '%',
  '@',
  '`',
  '~',
  'null',
  'true',
  '0',
  '-1',
  '1e9',
  '13.1',
  '036A',
  '2026-02-30',
  '\u0000',
  '\u0007',
  '\ufeff',
  '\u200b',
  '\u202e',
  '\ud800',
  '👩‍👧',
  'مرحبا',
  '日本',
  '&amp;',
  '<b>',
  '<script>',
  'javascript:',
  'http://',
  '../',
  '/etc/passwd',
  'title: ',
  'allow: ',
  'allow: [a/b]',
  'date: ',
  'owner:\n  - x\n',
  '<<: *a\n',
  '__proto__: 1\n',
  'constructor: 1\n',
  'a: &x [*x]\n',
]

const mutation = fc.record({
  kind: fc.constantFrom('insert', 'remove', 'repeat', 'swap', 'cut', 'case'),
  at: fc.nat({ max: 1_000_000 }),
  length: fc.integer({ min: 1, max: 12 }),
  fragment: fc.oneof(fc.constantFrom(...fragments), fc.string({ unit: 'binary', maxLength: 4 })),
})
type Mutation = typeof mutation extends fc.Arbitrary<infer One> ? One : never

const mutated = (given: string, { kind, at, length, fragment }: Mutation): string => {
  const start = at % (given.length + 1)
  const end = Math.min(given.length, start + length)
  const part = given.slice(start, end)
  switch (kind) {
    case 'insert':
      return given.slice(0, start) + fragment + given.slice(start)
    case 'remove':
      return given.slice(0, start) + given.slice(end)
    case 'repeat':
      return given.slice(0, end) + part + given.slice(end)
    case 'swap': {
      const lines = given.split('\n')
      const [i, j] = [at % lines.length, (at + length) % lines.length]
      ;[lines[i], lines[j]] = [lines[j]!, lines[i]!]
      return lines.join('\n')
    }
    case 'cut':
      return given.slice(0, start)
    default:
      return given.slice(0, start) + part.toUpperCase() + given.slice(end)
  }
}

const documents = ['show.md', '001.md'] as const
const slip = fc.record({
  path: fc.constantFrom(...documents),
  mutations: fc.array(mutation, { minLength: 1, maxLength: 4 }),
})

let project: Project
beforeAll(async () => {
  const door = doorOf(writeFiles(join(temporaryFolder(), 'episodes'), good))
  const manuscript = load(door, 'episodes').value!
  project = (await probe(door, manuscript)).value
})

/** The good show, measured once, with one of its files replaced. */
const withText = (
  path: (typeof documents)[number],
  given: string,
): { project: Project; problems: readonly Diagnostic[] } => {
  const { manuscript, recordings } = project
  if (path === 'show.md') {
    const { entry, problems } = entryOf(showSchema, 'episodes/show.md', path, given)
    return { project: { ...project, manuscript: { ...manuscript, show: entry! } }, problems }
  }
  const { entry, problems } = entryOf(episodeSchema, `episodes/${path}`, path, given)
  const replaced = <One extends { readonly path: string }>(one: One): One =>
    one.path === path ? ({ ...entry! } as unknown as One) : one
  return {
    project: {
      ...project,
      manuscript: { ...manuscript, episodes: manuscript.episodes.map(replaced) },
      recordings: recordings.map(one => ({ ...one, entry: replaced(one.entry) })),
    },
    problems,
  }
}

test('thousands of mutations, from the text to the feed', async () => {
  await fc.assert(
    fc.asyncProperty(slip, async ({ path, mutations }) => {
      const given = mutations.reduce(mutated, text(path))
      const laid = withText(path, given)
      const checked = await check(laid.project, { now, drafts: false, generator: 'test' })
      const found = [...laid.problems, ...checked.diagnostics]
      const { kept, about } = allow(found, laid.project, rulesById, targetNames)
      const diagnostics = [...kept, ...about].sort(byPlace)
      const lines = given.split(/\r\n|\r|\n/)
      for (const { place, message, fix, rule } of diagnostics) {
        expect(rulesById.has(rule)).toBe(true)
        expect(message).not.toMatch(/undefined|\[object|NaN/)
        if (place.file !== `episodes/${path}`) continue
        expect(place.line ?? 1).toBeLessThanOrEqual(lines.length)
        expect(place.column ?? 1).toBeLessThanOrEqual((lines[(place.line ?? 1) - 1]?.length ?? 0) + 1)
        if (fix) expect(applyEdits(given, fix.edits).skipped).toEqual([])
      }
      if (checked.value.podcast) render(checked.value.podcast, { audio: true })
      else expect(diagnostics.some(one => one.severity === 'error') || laid.problems.length > 0).toBe(true)
    }),
    { numRuns: Number(process.env.MUTATIONS ?? 2000) },
  )
})

test('a hundred of them, on the command line: exit code 0 or 1, with and without --fix', async () => {
  await fc.assert(
    fc.asyncProperty(slip, fc.boolean(), async ({ path, mutations }, fixes) => {
      const cwd = temporaryFolder()
      const given = mutations.reduce(mutated, text(path))
      writeFiles(join(cwd, 'episodes'), { ...good, [path]: given })
      const said = await say({ cwd }, 'validate', ...(fixes ? ['--fix'] : []))
      expect([0, 1]).toContain(said.code)
      expect(said.stderr).not.toMatch(/mistake of ours|\n {4}at /)
    }),
    { numRuns: 100 },
  )
})
