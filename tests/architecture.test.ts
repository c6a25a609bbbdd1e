/** The laws of the layout: which file may know which. */

import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { describe, expect, test } from 'vitest'

const root = join(import.meta.dirname, '..')
const files = readdirSync(join(root, 'src'), { recursive: true, withFileTypes: true })
  .filter(entry => entry.isFile() && entry.name.endsWith('.ts'))
  .map(entry => relative(join(root, 'src'), join(entry.parentPath, entry.name)).replaceAll('\\', '/'))

/** Lowest first. A file imports from a lower floor, or from its own folder. */
const floors: readonly (readonly string[])[] = [
  ['limits.ts', 'retired.ts', 'targets.ts'],
  ['names.ts', 'memo.ts', 'units', 'vocabulary', 'syntax'],
  ['diagnostic.ts', 'schema', 'model.ts'],
  ['measured.ts'],
  ['transcripts'],
  ['chapters'],
  ['few.ts', 'lock-form.ts', 'init-values.ts', 'door'],
  ['table'],
  ['fields'],
  ['podcast.ts'],
  ['project.ts', 'web', 'mapping'],
  ['owners.ts'],
  ['load', 'probe', 'check', 'allow', 'render', 'website', 'write', 'report', 'feed', 'cache'],
  ['rules.ts', 'join.ts'],
  ['adopt'],
  ['make.ts', 'place.ts', 'validate-feed.ts', 'diff'],
  ['preview'],
  ['build.ts'],
  ['fix.ts', 'publish', 'submit', 'upcoming', 'import'],
  ['cli'],
  ['library-options.ts', 'library-audio.ts'],
  ['index.ts'],
]

/** The only files that may import a package. */
const doors: Readonly<Record<string, RegExp>> = {
  '@clack/prompts': /^cli\/ask-show\.ts$/,
  commander: /^cli\//,
  croner: /^upcoming\/cron\.ts$/,
  diff: /^diff\/(word-difference|patch)\.ts$/,
  zod: /^schema\//,
  'gray-matter': /^load\/front-matter(\.ts|\/)/,
  'toml-eslint-parser': /^load\/front-matter\/toml\.ts$/,
  re2js: /^mapping\/pattern\.ts$/,
  'js-yaml': /^load\/front-matter(\.ts|\/)/,
  yaml: /^load\/front-matter(\.ts|\/)/,
  'music-metadata': /^probe\/audio\/music-metadata\.ts$/,
  'hast-util-from-html': /^import\/markdown\.ts$/,
  'hast-util-to-mdast': /^import\/markdown\.ts$/,
  'mdast-util-gfm-strikethrough': /^import\/markdown\.ts$/,
  'mdast-util-gfm-table': /^import\/markdown\.ts$/,
  'mdast-util-to-markdown': /^import\/markdown\.ts$/,
  'fast-xml-parser': /^import\/verify\/fast-xml\.ts$/,
  xml2js: /^import\/verify\/xml2js\.ts$/,
  'image-size': /^probe\/image\/image-size\.ts$/,
  feed: /^render\/feed\.ts$/,
  liquidjs: /^website\/(?:liquid|straight)\.ts$/,
  uqr: /^website\/qr-code\.ts$/,
  minisearch: /^website\/browser\/search\.ts$/,
  'markdown-it': /^check\/notes\/markdown(-it-footnote\.d)?\.ts$/,
  'markdown-it-footnote': /^check\/notes\/markdown\.ts$/,
  'sanitize-html': /^check\/notes\/sanitise\.ts$/,
  entities: /^syntax\/html-references\.ts$/,
  'get-east-asian-width': /^report\/cells\.ts$/,
  'ipaddr.js': /^units\/public-address\.ts$/,
  saxes: /^syntax\/xml\.ts$/,
  'node:fs': /^(door|cache|write)\//,
  'node:crypto': /^(units|probe|load|cache|write)\//,
  'launch-editor': /^cli\/editor\.ts$/,
  open: /^cli\/browser\.ts$/,
  chokidar: /^preview\/watch\.ts$/,
  'range-parser': /^preview\/ranges\.ts$/,
  'node:http': /^(web\/http-transport|preview\/server)\.ts$/,
  'node:https': /^web\/http-transport\.ts$/,
  'node:net': /^(web\/(http-transport|guarded-lookup)|preview\/server)\.ts$/,
  'node:dns/promises': /^web\/guarded-lookup\.ts$/,
  'node:zlib': /^web\/document\.ts$/,
  'node:os': /^door\/scratch\.ts$/,
  'node:v8': /^cli\/short-run\.ts$/,
  'node:readline': /^cli\/terminal\.ts$/,
  'node:buffer': /./,
  'node:stream': /^cli\/io\.ts$/,
  'node:path': /./,
  'node:path/posix': /./,
}

const partOf = (file: string): string => file.split('/')[0]!
const floorOf = (file: string): number => floors.findIndex(parts => parts.includes(partOf(file)))

interface Import {
  readonly file: string
  readonly from: string
}

const textOf = (file: string): string => readFileSync(join(root, 'src', file), 'utf8')

const statement = /^(?:import|export)\s[\w\s{},*$]*?from '([^']+)'|^import '([^']+)'|\bimport\('([^']+)'\)/gm

const imports: readonly Import[] = files.flatMap(file =>
  [...textOf(file).matchAll(statement)].map(([, from, bare, lazy]) => ({
    file,
    from: (from ?? bare ?? lazy)!,
  })),
)
const target = ({ file, from }: Import): string => join(dirname(file), from).replaceAll('\\', '/')
const isLocal = ({ from }: Import): boolean => from.startsWith('.')

describe('architecture', () => {
  test('every file stands on a floor', () => {
    expect(files.filter(file => floorOf(file) < 0)).toEqual([])
    expect(imports.length).toBeGreaterThan(100)
  })

  test('a file imports from a lower floor or its own folder; no stage imports another', () => {
    const wrong = imports
      .filter(isLocal)
      .filter(one => !target(one).startsWith('../'))
      .filter(one => partOf(target(one)) !== partOf(one.file) && floorOf(target(one)) >= floorOf(one.file))
      // Types are words, not machinery: on the lowest floors they may look sideways.
      .map(one => `${one.file} → ${target(one)}`)
    expect(wrong).toEqual([])
  })

  test('one door per package', () => {
    const wrong = imports.filter(one => !isLocal(one) && !(doors[one.from] ?? /^$/).test(one.file))
    expect(wrong.map(one => `${one.file} → ${one.from}`)).toEqual([])
  })

  test('the process, the console and the clock stay outside', () => {
    const outside = /\bprocess\.(?!id|isRunning)\w|\bconsole\.|\bDate\.now\(|new Date\(\)|process\.exit\(/
    const wrong = files
      .filter(file => !file.startsWith('cli/') && file !== 'index.ts')
      .filter(file => outside.test(withoutComments(textOf(file))))
    expect(wrong).toEqual([])
    expect(files.filter(file => /process\.exit\(/.test(withoutComments(textOf(file))))).toEqual([])
  })

  test('an address is written in one place, since Nodes differ in how they write one', () => {
    const written = /new URL\([^()]*\)\.href|\bhref\b[^=\n]*\} = new URL\(/
    const wrong = files
      // A SARIF location is a file's, and leaves the machine in no feed.
      .filter(file => file !== 'units/url.ts' && file !== 'report/sarif.ts')
      .filter(file => written.test(withoutComments(textOf(file))))
    expect(wrong).toEqual([])
  })

  test('whether something is an address is asked in one place: `URL.canParse` changes its mind when it is called often', () => {
    const wrong = files.filter(file => file !== 'units/can-parse-url.ts')
    expect(wrong.filter(file => /URL\.canParse\(/.test(withoutComments(textOf(file))))).toEqual([])
  })

  test('folders are made by door/make-folder.ts: where the system makes none, Node tries for ever', () => {
    expect(files.filter(file => /mkdir(Sync)?\([^)]*recursive/.test(textOf(file)))).toEqual([])
  })

  test('a hint that names the program asks one place how it is called', () => {
    // Help and the comment in a new show are texts of the program itself, read by whoever has found it.
    const isHint = (file: string): boolean => !/^(units\/shell|cli\/(commands\/.*|new-show))\.ts$/.test(file)
    const wrong = files.filter(
      file => isHint(file) && /`build-feed\b(?!:)/.test(withoutComments(textOf(file))),
    )
    expect(wrong).toEqual([])
  })

  test('properties try the same examples at every run: fast-check has one door in the tests', () => {
    const tests = readdirSync(join(root, 'tests'), { recursive: true, encoding: 'utf8' })
      .map(file => file.replaceAll('\\', '/'))
      .filter(file => file.endsWith('.ts'))
    const wrong = tests.filter(file =>
      /^import .* from 'fast-check'/m.test(readFileSync(join(root, 'tests', file), 'utf8')),
    )
    expect(wrong).toEqual(['support/property.ts'])
  })

  test('what one family of rules alone uses stands in that family: a loose file of check/ is for the stage, or for several', () => {
    const loose = files.filter(file => /^check\/[^/]+$/.test(file) && file !== 'check/index.ts')
    const familyOf = (file: string): string => /^check\/rules\/[^/]+\//.exec(file)?.[0] ?? file
    const usedBy = (file: string): readonly string[] => [
      ...new Set(imports.filter(one => isLocal(one) && target(one) === file).map(one => familyOf(one.file))),
    ]
    const wrong = loose.filter(file => usedBy(file).length === 1 && usedBy(file)[0]!.endsWith('/'))
    expect(loose.length).toBeGreaterThan(5)
    expect(wrong).toEqual([])
  })

  test('no cellar: no utils, no helpers, no types.ts', () => {
    expect(files.filter(file => /(^|\/)(utils?|helpers?|types|misc|common)(\/|\.ts)/.test(file))).toEqual([])
  })

  test('no module-level mutable state', () => {
    expect(files.filter(file => /^(export )?let /m.test(textOf(file)))).toEqual([])
  })

  test('no default export except a rule', () => {
    const wrong = files.filter(file => /^export default/m.test(textOf(file)) && !/\/rules\//.test(file))
    expect(wrong).toEqual([])
  })

  test('bin is a shebang and one call', () => {
    const lines = readFileSync(join(root, 'bin/build-feed.js'), 'utf8').split('\n').filter(Boolean)
    expect(lines).toEqual([
      '#!/usr/bin/env node',
      "import { run } from '../dist/cli.js'",
      'await run(process)',
    ])
  })
})

const withoutComments = (text: string): string =>
  text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|\s)\/\/.*$/gm, '')
