/** Start-up is a feature: `--help` and `--version` open nothing but commander. */

import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'esbuild'
import { expect, test } from 'vitest'
import { options } from '../scripts/bundle.js'

test('what is loaded before a command runs is commander and the flags', async () => {
  const root = join(import.meta.dirname, '..')
  const { metafile } = await build({ ...options(root), write: false, metafile: true })
  const outputs = Object.entries(metafile.outputs)
  const entry = outputs.find(([, output]) => output.entryPoint === 'src/cli/main.ts')![0]
  const loaded = new Set<string>()
  const visit = (name: string): void => {
    if (loaded.has(name)) return
    loaded.add(name)
    for (const { path, kind } of metafile.outputs[name]?.imports ?? [])
      if (kind === 'import-statement') visit(path)
  }
  visit(entry)
  const inputs = [...loaded].flatMap(name => Object.keys(metafile.outputs[name]?.inputs ?? {}))
  // Where no more files may be opened, the words for it have to be there already.
  const toSayWhatFailed = new Set(['src/door/refused.ts', 'src/units/credentials.ts'])
  const foreign = inputs.filter(
    input =>
      !/^src\/cli\/|(^|\/)node_modules\/commander\/|^package\.json$/.test(input) &&
      !toSayWhatFailed.has(input),
  )
  expect(foreign).toEqual([])
  expect(outputs.length).toBeGreaterThan(3)
})

test('the work of the commands, which is shipped as one file, has no name twice', async () => {
  const folder = join(import.meta.dirname, '../src/cli')
  const files = readdirSync(folder).filter(name => /^(run-.+|engine)\.ts$/.test(name))
  const names = await Promise.all(files.map(async name => Object.keys(await import(join(folder, name)))))
  expect(files.length).toBeGreaterThan(5)
  expect(names.flat().toSorted()).toEqual([...new Set(names.flat())].toSorted())
})
