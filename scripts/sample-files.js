/** The sound and the artwork of the sample episode, which `init --sample` writes: the program has them in itself, in a file that nothing else opens. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

const names = ['001-hello.mp3', 'cover.jpg']

const sampleFiles = root =>
  `export const sampleFiles = ${JSON.stringify(
    Object.fromEntries(
      names.map(name => [name, readFileSync(join(root, 'sample', name)).toString('base64')]),
    ),
  )}`

export const sampleSources = names.map(name => `sample/${name}`)

const isFiles = /[\\/]cli[\\/]sample-files\.ts$/

/** For Rolldown and for Vitest. */
export const withSampleFiles = root => ({
  name: 'the files of the sample',
  load: id => (isFiles.test(id.split('?')[0]) ? sampleFiles(root) : undefined),
})
