/** Start-up is a feature: `--help` and `--version` open nothing but commander. */

import { join, relative } from 'node:path'
import { expect, test } from 'vitest'
import { bundleProgram } from '../scripts/bundle.js'

const root = join(import.meta.dirname, '..')
const files = (await bundleProgram(root)).filter(file => file.type === 'chunk')

/** The modules that are loaded with this one, at once: all of the files that the file it is in imports, and so on. */
const loadedWith = (module: string): readonly string[] => {
  const id = join(root, module)
  const loaded = new Set<string>()
  const visit = (name: string): void => {
    if (loaded.has(name)) return
    loaded.add(name)
    for (const imported of files.find(({ fileName }) => fileName === name)?.imports ?? []) visit(imported)
  }
  visit(files.find(({ moduleIds }) => moduleIds.includes(id))!.fileName)
  return files
    .filter(({ fileName }) => loaded.has(fileName))
    .flatMap(({ moduleIds }) => moduleIds)
    .filter(id => !id.startsWith('\0'))
    .map(id => relative(root, id))
}

test('what is loaded before a command runs is commander and the flags', () => {
  // Where no more files may be opened, the words for it have to be there already.
  // And in the log of a workflow, a line that begins like a command must not be one, from the first line on.
  const toSayWhatFailed = new Set([
    'src/door/refused.ts',
    // Numbers and nothing else.
    'src/limits.ts',
    'src/units/credentials.ts',
    'src/units/shell.ts',
    'src/units/workflow-log.ts',
  ])
  const foreign = loadedWith('src/cli/main.ts').filter(
    input =>
      !/^src\/cli\/|(^|\/)node_modules\/commander\/|^package\.json$/.test(input) &&
      !toSayWhatFailed.has(input),
  )
  expect(foreign).toEqual([])
  expect(files.length).toBeGreaterThan(3)
})

test.each(['src/cli/run-build.ts', 'src/cli/run-validate.ts', 'src/cli/reporting.ts'])(
  '%s, which an unchanged show with findings needs, loads no rules, no schema and nothing that reads or judges',
  entry => {
    const heavy = loadedWith(entry).filter(input =>
      /node_modules\/(?:zod|yaml|markdown-it|feed)\/|^src\/(?:check|load\/rules|probe|schema|render)\//.test(
        input,
      ),
    )
    expect(heavy).toEqual([])
  },
)

test('a build opens a handful of files, whatever it has to do', () => {
  const opened = (entry: string): readonly string[] => [
    ...new Set(
      loadedWith(entry).map(
        module => files.find(({ moduleIds }) => moduleIds.includes(join(root, module)))!.fileName,
      ),
    ),
  ]
  expect(opened('src/cli/run-build.ts').length).toBeLessThanOrEqual(3)
  expect(opened('src/cli/engine.ts').length).toBeLessThanOrEqual(5)
})
