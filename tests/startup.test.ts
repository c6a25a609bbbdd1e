/** Start-up is a feature: `--help` and `--version` open nothing but commander. */

import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'esbuild'
import { expect, test } from 'vitest'
import { options } from '../scripts/bundle.js'

const root = join(import.meta.dirname, '..')
const { metafile } = await build({ ...options(root), write: false, metafile: true })
const outputs = Object.entries(metafile.outputs)

/** The files that are loaded with this one, at once. */
const loadedWith = (entryPoint: string): readonly string[] => {
  const entry = outputs.find(([, output]) => output.entryPoint === entryPoint)![0]
  const loaded = new Set<string>()
  const visit = (name: string): void => {
    if (loaded.has(name)) return
    loaded.add(name)
    for (const { path, kind } of metafile.outputs[name]?.imports ?? [])
      if (kind === 'import-statement') visit(path)
  }
  visit(entry)
  return [...loaded].flatMap(name => Object.keys(metafile.outputs[name]?.inputs ?? {}))
}

test('what is loaded before a command runs is commander and the flags', () => {
  // Where no more files may be opened, the words for it have to be there already.
  // And in the log of a workflow, a line that begins like a command must not be one, from the first line on.
  const toSayWhatFailed = new Set([
    'src/door/refused.ts',
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
  expect(outputs.length).toBeGreaterThan(3)
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

test('the work of the commands, which is shipped as one file, has no name twice', async () => {
  const folder = join(import.meta.dirname, '../src/cli')
  const files = readdirSync(folder).filter(name => /^(run-.+|engine)\.ts$/.test(name))
  const names = await Promise.all(files.map(async name => Object.keys(await import(join(folder, name)))))
  expect(files.length).toBeGreaterThan(5)
  expect(names.flat().toSorted()).toEqual([...new Set(names.flat())].toSorted())
})
