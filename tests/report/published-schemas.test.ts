/** What programs get, against the schemas that tell them what to expect: SARIF's own, ours of the JSON report, and one of JUnit. */

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Ajv, type ValidateFunction } from 'ajv'
import { describe, expect, test } from 'vitest'
import { validateXML } from 'xmllint-wasm'
import type { Diagnostic } from '../../src/diagnostic.ts'
import { json } from '../../src/report/json.ts'
import { junit } from '../../src/report/junit.ts'
import type { Report } from '../../src/report/reporter.ts'
import { sarif } from '../../src/report/sarif.ts'
import { rulesById } from '../../src/rules.ts'
import fc from '../support/property.ts'
import { hostileReport } from './hostile.ts'
import { options, sample } from './sample.ts'

const repository = join(import.meta.dirname, '../..')
const schemaAt = (path: string): Record<string, unknown> =>
  JSON.parse(readFileSync(join(repository, path), 'utf8')) as Record<string, unknown>

const formats = {
  uri: (text: string) => URL.canParse(text),
  'uri-reference': (text: string) => /^(?:[\w\-.~!$&'()*+,;=:@/?#]|%[0-9a-f]{2})*$/i.test(text),
  'date-time': (text: string) => !Number.isNaN(Date.parse(text)),
}
const problems = (value: unknown, validate: ValidateFunction): readonly string[] => {
  validate(value)
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`)
}
/** Draft 4, as that of SARIF is, differs from 7 in the names of these two, where it uses no more than both know. */
const compiled = ({ $schema: _, id: __, ...schema }: Readonly<Record<string, unknown>>): ValidateFunction =>
  new Ajv({ strictTypes: false, unicodeRegExp: false, allErrors: true, formats }).compile(schema)

const counted: Report = {
  ...sample,
  diagnostics: sample.diagnostics.map(
    (d, index): Diagnostic => (index === 0 ? { ...d, more: 4000, held: 'draft' } : d),
  ),
}
const atHome: Report = {
  ...sample,
  tool: { ...sample.tool, home: 'https://code.example/build-feed/blob/v0.1.0/' },
}
const ofAllRules: Report = { ...sample, rules: rulesById }
const nothing: Report = { ...sample, diagnostics: [], shows: [], files: [], rules: new Map() }
const reports = Object.entries({ sample, counted, atHome, ofAllRules, nothing })

describe('json, against docs/report.schema.json', () => {
  const validate = compiled(schemaAt('docs/report.schema.json'))
  const render = (report: Report): unknown => JSON.parse(json.render(report, options()))

  test.each(reports)('%s', (_, report) => {
    expect(problems(render(report), validate)).toEqual([])
  })

  test('property: whatever a stranger wrote', () => {
    fc.assert(
      fc.property(hostileReport, report => {
        expect(problems(render(report), validate)).toEqual([])
      }),
    )
  })

  test('what is counted and not listed is counted in the summary, and said at the last one', () => {
    const report = render(counted) as { summary: object; diagnostics: readonly Diagnostic[] }
    expect(report.summary).toEqual({ errors: 4, warnings: 2, notes: 4001 })
    expect(report.diagnostics[0]?.more).toBe(4000)
  })

  test('what stands in the way of each target is counted by rule', () => {
    const ready = { apple: ['a/b', 'c/d', 'a/b'], spotify: [] }
    const { shows } = render({ ...sample, shows: [{ ...sample.shows[0]!, ready }] }) as {
      shows: readonly unknown[]
    }
    expect(shows[0]).toHaveProperty('ready', {
      apple: { inTheWay: 3, rules: { 'a/b': 2, 'c/d': 1 } },
      spotify: { inTheWay: 0, rules: {} },
    })
  })

  test('a rule has an address once the program has one', () => {
    const urls = (report: Report) =>
      (render(report) as { diagnostics: readonly Diagnostic[] }).diagnostics.map(({ url }) => url)
    expect(urls(atHome)[0]).toBe(
      'https://code.example/build-feed/blob/v0.1.0/docs/rules.md#episodetitle-has-number',
    )
    expect(urls(sample)[0]).toBeUndefined()
  })

  test('the schema would notice', () => {
    const wrong = { ...(render(sample) as object), version: 1, extra: true }
    expect(problems(wrong, validate)).toHaveLength(2)
  })
})

describe('sarif, against the schema of OASIS', () => {
  const validate = compiled(schemaAt('node_modules/@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json'))
  const render = (report: Report): unknown => JSON.parse(sarif.render(report, options()))

  test.each(reports)('%s', (_, report) => {
    expect(problems(render(report), validate)).toEqual([])
  })

  test('property: whatever a stranger wrote', () => {
    fc.assert(
      fc.property(hostileReport, report => {
        expect(problems(render(report), validate)).toEqual([])
      }),
    )
  })

  test('what is counted and not listed is counted', () => {
    const { runs } = render(counted) as { runs: readonly { results: readonly object[] }[] }
    expect(runs[0]?.results[0]).toHaveProperty('occurrenceCount', 4001)
    expect(runs[0]?.results[1]).not.toHaveProperty('occurrenceCount')
  })

  test('the schema would notice', () => {
    const log = render(sample) as { runs: readonly object[] }
    expect(
      problems({ ...log, runs: [{ ...log.runs[0], results: [{ message: {} }] }] }, validate),
    ).not.toEqual([])
  })
})

describe('junit, against the common form of it', () => {
  const schema = readFileSync(join(import.meta.dirname, 'junit.xsd'), 'utf8')
  const invalid = async (...texts: readonly string[]): Promise<readonly string[]> => {
    const xml = texts.map((contents, index) => ({ fileName: `${index}.xml`, contents }))
    const { errors } = await validateXML({ xml, schema, maxMemoryPages: 1024 })
    return errors.map(({ rawMessage }) => rawMessage)
  }

  test.each(reports)('%s', async (_, report) => {
    expect(
      await invalid(junit.render(report, options()), junit.render(report, options({ strict: true }))),
    ).toEqual([])
  })

  test('property: whatever a stranger wrote', async () => {
    const texts = fc.sample(hostileReport, 100).map(report => junit.render(report, options({ strict: true })))
    expect(await invalid(...texts)).toEqual([])
  })

  test('what is counted and not listed is counted', () => {
    const [first] = sample.diagnostics.filter(({ severity }) => severity === 'error')
    const text = junit.render({ ...sample, diagnostics: [{ ...first!, more: 4000 }] }, options())
    expect(text).toContain('(and 4,000 more)" type=')
  })

  test('the schema would notice', async () => {
    const text = junit.render(sample, options())
    expect(await invalid(text.replace('tests="7"', 'tests="many"'))).not.toEqual([])
    expect(await invalid(text.replaceAll('system-out', 'system'))).not.toEqual([])
  })
})
