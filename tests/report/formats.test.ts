import { readFileSync } from 'node:fs'
import { XMLParser, XMLValidator } from 'fast-xml-parser'
import MarkdownIt from 'markdown-it'
import { SaxesParser } from 'saxes'
import { describe, expect, test } from 'vitest'
import { type Diagnostic, diagnose } from '../../src/diagnostic.ts'
import { visible } from '../../src/report/cells.ts'
import { compact } from '../../src/report/compact.ts'
import { github } from '../../src/report/github.ts'
import { reporters } from '../../src/report/index.ts'
import { jobSummary } from '../../src/report/job-summary.ts'
import { json } from '../../src/report/json.ts'
import { junit } from '../../src/report/junit.ts'
import { plainMarkdown } from '../../src/report/markdown.ts'
import type { Report } from '../../src/report/reporter.ts'
import { saidOnce } from '../../src/report/said-once.ts'
import { sarif } from '../../src/report/sarif.ts'
import fc from '../support/property.ts'
import { hostile, hostileReport } from './hostile.ts'
import { dateInvalid, guidTwice, numbered, options, sample, unknownKey } from './sample.ts'
import { violations } from './schema.ts'

const told = (diagnostics: readonly Diagnostic[], over: Partial<Report> = {}): Report => ({
  ...sample,
  diagnostics,
  ...over,
})
const CONTROLS = /[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ufeff]/

describe('quiet and strict', () => {
  test.each(reporters)('$name keeps errors only when it should be quiet', reporter => {
    const text = reporter.render({ ...sample, rules: new Map() }, options({ quiet: true }))
    expect(text).toContain('episode/date-invalid')
    expect(text).not.toContain('front-matter/unknown-key')
  })

  test('quiet still tells what makes a strict run fail', () => {
    const text = compact.render(sample, options({ quiet: true, strict: true }))
    expect(text).toContain('warning front-matter/unknown-key')
    expect(text).not.toContain('note ')
  })
})

describe('compact', () => {
  test('property: one line per finding, whatever the texts are', () => {
    fc.assert(
      fc.property(hostileReport, report => {
        const text = compact.render(report, options())
        expect(text.split('\n')).toHaveLength(report.diagnostics.length + 1)
        expect(text).not.toMatch(CONTROLS)
      }),
    )
  })
})

describe('json', () => {
  const schema = JSON.parse(readFileSync(new URL('../../docs/report.schema.json', import.meta.url), 'utf8'))

  test('is what docs/report.schema.json says', () => {
    expect(violations(JSON.parse(json.render(sample, options())), schema)).toEqual([])
  })

  test('the schema would notice', () => {
    const wrong = {
      ...JSON.parse(json.render(sample, options())),
      version: 1,
      extra: true,
      summary: { errors: -1 },
    }
    expect(violations(wrong, schema).sort()).toEqual([
      '$.summary.errors: is under 0',
      '$.summary: lacks notes',
      '$.summary: lacks warnings',
      '$.version: is not 2',
      '$: has extra',
    ])
  })

  test('property: every text comes back as it was, and none of it reaches a terminal raw', () => {
    fc.assert(
      fc.property(hostileReport, report => {
        const text = json.render(report, options())
        const parsed = JSON.parse(text)
        expect(violations(parsed, schema)).toEqual([])
        expect(parsed.diagnostics.map((d: Diagnostic) => [d.place, d.message, d.help])).toEqual(
          report.diagnostics.map(d => [d.place, d.message, d.help]),
        )
        expect(text).not.toMatch(CONTROLS)
      }),
    )
  })
})

/** How the runner of GitHub Actions takes a line: ActionCommand.cs. Undefined for a line that is only printed. */
const command = (line: string) => {
  const unescaped = (text: string) =>
    text.replaceAll('%0D', '\r').replaceAll('%0A', '\n').replaceAll('%25', '%')
  const match = /^\s*::([a-z-]+)(?: (.*?))?::(.*)$/s.exec(line)
  if (!match) return line.includes('##[') ? { name: 'old style' } : undefined
  const properties = Object.fromEntries(
    (match[2] ?? '')
      .split(',')
      .filter(Boolean)
      .map(pair => [
        pair.slice(0, pair.indexOf('=')),
        unescaped(
          pair
            .slice(pair.indexOf('=') + 1)
            .replaceAll('%3A', ':')
            .replaceAll('%2C', ','),
        ),
      ]),
  )
  return { name: match[1], properties, message: unescaped(match[3] ?? '') }
}
const commands = (text: string) =>
  text
    .split('\n')
    .map(command)
    .filter(one => one !== undefined)

describe('github', () => {
  test('escapes what separates properties and lines', () => {
    const place = { file: 'epi,sodes/50%: a.md', line: 3, column: 2, endColumn: 9 }
    const text = github.render(
      told([diagnose(dateInvalid, { place, message: '100%: a,\nb', help: 'Write 5%.' })]),
      options(),
    )
    expect(text.split('\n')[0]).toBe(
      '::error file=epi%2Csodes/50%25%3A a.md,line=3,endLine=3,col=2,endColumn=9,title=A date that does not exist (episode/date-invalid)::100%25: a, b%0Ahelp: Write 5%25.',
    )
  })

  test('a file without a line is annotated as a whole', () => {
    const text = github.render(
      told([diagnose(dateInvalid, { place: { file: 'cover.jpg' }, message: 'M.' })]),
      options(),
    )
    expect(command(text.split('\n')[0] ?? '')?.properties).toEqual({
      file: 'cover.jpg',
      title: 'A date that does not exist (episode/date-invalid)',
    })
  })

  test('errors come first, and each rule once before any rule twice: GitHub shows ten of a kind', () => {
    const at = (line: number) => ({ place: { file: 'a.md', line }, message: 'M.' })
    const text = github.render(
      told([
        diagnose(unknownKey, at(1)),
        ...Array.from({ length: 12 }, (_, index) => diagnose(dateInvalid, at(index + 2))),
        diagnose(guidTwice, at(20)),
      ]),
      options(),
    )
    const annotations = commands(text).filter(one => one.name !== 'group' && one.name !== 'endgroup')
    expect(annotations.map(one => Number(one.properties?.line))).toEqual([
      2, 20, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 1,
    ])
    expect(text).toContain('GitHub shows 10 of 13 errors as annotations.')
  })

  test('property: the runner reads one annotation per finding, and nothing that a stranger wrote as a command', () => {
    fc.assert(
      fc.property(hostileReport, report => {
        const found = commands(github.render(report, options()))
        const names = found.map(one => one.name).sort()
        const wanted = report.diagnostics.map(
          d => ({ error: 'error', warning: 'warning', note: 'notice' })[d.severity],
        )
        expect(names).toEqual([...wanted, ...(wanted.length > 0 ? ['group', 'endgroup'] : [])].sort())
        const files = found.filter(one => one.properties?.file !== undefined).map(one => one.properties?.file)
        expect(files.toSorted()).toEqual(report.diagnostics.map(d => visible(d.place.file)).toSorted())
      }),
    )
  })
})

describe('sarif', () => {
  const run = (report: Report) => JSON.parse(sarif.render(report, options())).runs[0]

  test('the log, the tool and its rules', () => {
    const log = JSON.parse(sarif.render(sample, options()))
    expect([log.version, log.runs.length, log.runs[0].columnKind]).toEqual(['2.1.0', 1, 'utf16CodeUnits'])
    const { driver } = log.runs[0].tool
    expect([driver.name, driver.semanticVersion]).toEqual(['build-feed', '0.1.0'])
    expect(driver.rules.map((rule: { id: string }) => rule.id)).toEqual([...sample.rules.keys()].sort())
    for (const rule of driver.rules) {
      expect(Object.keys(rule)).toEqual([
        'id',
        'shortDescription',
        'fullDescription',
        'help',
        'defaultConfiguration',
      ])
      expect(rule.help.text).toContain(`Run \`build-feed explain ${rule.id}\``)
    }
  })

  test('a rule has an address once the program has one', () => {
    const tool = { ...sample.tool, home: 'https://code.example/build-feed/blob/v0.1.0/' }
    const { driver } = run({ ...sample, tool }).tool
    expect(driver.informationUri).toBe(tool.home)
    expect(driver.rules[0].helpUri).toBe(`${tool.home}docs/rules.md#artworksize`)
    expect(driver.rules[0].help.text).not.toContain('explain')
  })

  test('a result points at its rule by id and by index', () => {
    const { results, tool } = run(sample)
    expect(results).toHaveLength(sample.diagnostics.length)
    for (const result of results) expect(tool.driver.rules[result.ruleIndex].id).toBe(result.ruleId)
    expect(results.map((one: { level: string }) => one.level)).toEqual(
      sample.diagnostics.map(d => d.severity),
    )
  })

  test('a rule whose words are unknown has no index', () => {
    expect(run({ ...sample, rules: new Map() }).results[0]).not.toHaveProperty('ruleIndex')
  })

  test('regions, related locations and fixes', () => {
    const { results } = run(sample)
    const of = (id: string) => results.find((one: { ruleId: string }) => one.ruleId === id)
    expect(of('episode/date-invalid').locations).toEqual([
      {
        physicalLocation: {
          artifactLocation: {
            uri: 'episodes/003-%E6%B0%B4%E5%85%88%E6%A1%88%E5%86%85.md',
            uriBaseId: '%SRCROOT%',
          },
          region: { startLine: 3, startColumn: 7, endColumn: 17 },
        },
      },
    ])
    expect(of('artwork/size').locations[0].physicalLocation).not.toHaveProperty('region')
    expect(of('episode/guid-unique').relatedLocations.map((one: { id: number }) => one.id)).toEqual([0, 1])
    expect(of('front-matter/unknown-key').fixes[0].artifactChanges[0].replacements).toEqual([
      { deletedRegion: { charOffset: 66, charLength: 7 }, insertedContent: { text: 'explicit' } },
    ])
  })

  test.each([
    ['a file', 'episodes/001.md', { uri: 'episodes/001.md', uriBaseId: '%SRCROOT%' }],
    [
      'spaces and marks of URLs',
      'a b/50% #1?.md',
      { uri: 'a%20b/50%25%20%231%3F.md', uriBaseId: '%SRCROOT%' },
    ],
    ['a name that looks like a scheme', 'mailto:x.md', { uri: 'mailto%3Ax.md', uriBaseId: '%SRCROOT%' }],
    ['an absolute path', '/srv/a b.md', { uri: 'file:///srv/a%20b.md' }],
    ['a Windows drive', 'C:\\shows\\a.md', { uri: 'file:///C%3A/shows/a.md' }],
    [
      'a feed on the web',
      'https://harbour-notes.example/feed.xml?a=b c',
      { uri: 'https://harbour-notes.example/feed.xml?a=b%20c' },
    ],
    ['half a character', 'a\ud800.md', { uri: 'a%EF%BF%BD.md', uriBaseId: '%SRCROOT%' }],
  ])('the address of %s', (_, file, location) => {
    const { results } = run(told([diagnose(numbered, { place: { file }, message: 'M.' })]))
    expect(results[0].locations[0].physicalLocation.artifactLocation).toEqual(location)
  })

  test('a message is no template and holds no link', () => {
    const { results } = run(
      told([
        diagnose(numbered, {
          place: { file: 'a' },
          message: 'The title "{0} [here](https://evil.example)" [1]',
        }),
      ]),
    )
    expect(results[0].message.text).toBe('The title "{{0}} \\[here](https://evil.example)" [1]')
  })

  test('property: always JSON, with one result for each finding and a valid address in each', () => {
    fc.assert(
      fc.property(hostileReport, report => {
        const { results } = run(report)
        expect(results).toHaveLength(report.diagnostics.length)
        for (const { locations } of results) {
          expect(locations[0].physicalLocation.artifactLocation.uri).toMatch(
            /^(?:[\w\-.!~*'():/]|%[0-9A-F]{2})*$/,
          )
        }
      }),
    )
  })
})

/** Its lines, as the log of a workflow gets them when it prints a report. */
const inLog = (text: string) => commands(text.replaceAll('\r', '\n'))

describe('in the log of a workflow', () => {
  test.each([json, sarif, junit])(
    'property: $name holds nothing that its runner takes for a command',
    reporter => {
      fc.assert(
        fc.property(hostileReport, report => {
          expect(inLog(reporter.render(report, options({ strict: true })))).toEqual([])
        }),
        { numRuns: 300 },
      )
    },
  )
})

describe('junit', () => {
  const parse = (text: string) =>
    new XMLParser({
      ignoreAttributes: false,
      attributeNamePrefix: '',
      isArray: name => /^test(?:suite|case)$/.test(name),
    }).parse(text).testsuites

  test('a clean file is a passed test, a file with errors a failed one', () => {
    const suites = parse(junit.render(sample, options()))
    expect([suites.tests, suites.failures]).toEqual(['7', '4'])
    const cases = suites.testsuite[0].testcase
    const of = (file: string) => cases.find((one: { name: string }) => one.name === file)
    expect(of('episodes/001-first-light.md')).not.toHaveProperty('failure')
    expect(of('episodes/cover.jpg').failure.type).toBe('artwork/size')
    expect(of('episodes/002-the-ferry.md')).toHaveProperty('system-out')
  })

  test('warnings fail when the run is strict', () => {
    const place = { file: 'episodes/show.md', line: 2 }
    const report = told([diagnose(unknownKey, { place, message: 'M.' })])
    expect(parse(junit.render(report, options())).failures).toBe('0')
    expect(parse(junit.render(report, options({ strict: true }))).failures).toBe('1')
  })

  test('a suite per show, and one for what belongs to none', () => {
    const shows = ['shows/a', 'shows/ab'].map(folder => ({
      name: `Show ${folder}`,
      folder,
      episodes: 1,
      ready: {},
    }))
    const files = ['shows/a/1.md', 'shows/ab/1.md', 'shows/ab/2.md', 'feed.xml']
    const { testsuite } = parse(junit.render(told([], { shows, files }), options()))
    expect(testsuite.map((one: { name: string; tests: string }) => [one.name, one.tests])).toEqual([
      ['build-feed', '1'],
      ['Show shows/a', '1'],
      ['Show shows/ab', '2'],
    ])
  })

  test('a file with several errors fails once and tells them all', () => {
    const at = (line: number) => ({ place: { file: 'a.md', line }, message: `M${line}.` })
    const text = junit.render(told([diagnose(dateInvalid, at(1)), diagnose(guidTwice, at(2))]), options())
    expect(text.match(/<failure /g)).toHaveLength(1)
    expect(text).toContain('message="M1. (and 1 more)"')
    expect(text).toContain('a.md:2: error episode/guid-unique M2.')
  })

  test('property: well-formed XML for two strict readers, and the message comes back', () => {
    fc.assert(
      fc.property(hostileReport, hostile, (report, message) => {
        const first = diagnose(dateInvalid, { place: { file: 'a' }, message })
        const text = junit.render({ ...report, diagnostics: [first, ...report.diagnostics] }, options())
        expect(XMLValidator.validate(text)).toBe(true)
        const messages: string[] = []
        const reader = new SaxesParser()
        reader.on('error', error => {
          throw error
        })
        reader.on('opentag', tag => {
          if (tag.name === 'failure') messages.push(tag.attributes.message ?? '')
        })
        reader.write(text).close()
        const sent = visible(first.message.replace(/\s*[\r\n]+\s*/g, ' ').trim()).replace(
          /[\ufffe\uffff]/g,
          '',
        )
        expect(messages.some(one => one.startsWith(sent))).toBe(true)
      }),
    )
  })
})

/** As GitHub reads it: raw HTML counts, and bare addresses become links. */
const markdown = new MarkdownIt({ html: true, linkify: true })

describe('job summary', () => {
  test('property: a stranger writes no Markdown, no HTML and no table of his own', () => {
    fc.assert(
      fc.property(hostileReport, report => {
        const html = markdown.render(jobSummary(report))
        const tags = new Set([...html.matchAll(/<\/?([a-z0-9]+)/gi)].map(one => one[1]))
        for (const tag of ['h2', 'p', 'table', 'thead', 'tbody', 'tr', 'th', 'td', 'br']) tags.delete(tag)
        expect([...tags]).toEqual([])
        expect(html.match(/<tr>/g)?.length ?? 0).toBe(
          2 + (report.diagnostics.length > 0 ? 1 + saidOnce(report.diagnostics).length : 0),
        )
      }),
    )
  })

  test('property: a text is read as it was written', () => {
    fc.assert(
      fc.property(hostile, text => {
        const html = markdown.renderInline(`x${plainMarkdown(text)}x`)
        const read = html
          .replaceAll('&lt;', '<')
          .replaceAll('&gt;', '>')
          .replaceAll('&quot;', '"')
          .replaceAll('&#39;', "'")
          .replaceAll('&amp;', '&')
        expect(read).toBe(`x${visible(text.replace(/\s*[\r\n]+\s*/g, ' ').trim())}x`)
      }),
    )
  })

  test('is bounded, however much there is to say', () => {
    const diagnostics = Array.from({ length: 10_000 }, (_, index) =>
      diagnose(index === 9_999 ? dateInvalid : numbered, {
        place: { file: `${index}.md` },
        message: 'long '.repeat(2000),
      }),
    )
    const text = jobSummary(told(diagnostics))
    expect(text.length).toBeLessThan(100_000)
    expect(text).toContain('… and 9,950 more')
    expect(text.indexOf('❌ error')).toBeLessThan(text.indexOf('ℹ️ note'))
  })
})
