/** A pull request shows an annotation only where its path is that of the repository. */

import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { inRepository } from '../../src/door/repository.ts'
import { fromRoot } from '../../src/report/from-root.ts'
import { github } from '../../src/report/github.ts'
import { sarif } from '../../src/report/sarif.ts'
import { temporaryFolder } from '../support/folder.ts'
import { options, sample } from './sample.ts'

test('a folder of a repository is called from its root', () => {
  const root = temporaryFolder()
  mkdirSync(join(root, '.git'))
  mkdirSync(join(root, 'shows/harbour'), { recursive: true })
  expect(inRepository(join(root, 'shows/harbour'))).toBe('shows/harbour')
  expect(inRepository(root)).toBe('')
})

test('annotations and SARIF name files from there; addresses and absolute paths stay', () => {
  const rooted = fromRoot(sample, 'shows')
  expect(github.render(rooted, options())).toContain('file=shows/episodes/002-the-ferry.md')
  expect(sarif.render(rooted, options())).toContain('"uri": "shows/episodes/002-the-ferry.md"')
  const [one] = sample.diagnostics
  const at = (file: string) => ({ ...one!, place: { file } })
  const diagnostics = [at('https://show.example/feed.xml'), at('/tmp/feed.xml'), at('../feed.xml')]
  expect(fromRoot({ ...sample, diagnostics }, 'shows').diagnostics.map(({ place }) => place.file)).toEqual([
    'https://show.example/feed.xml',
    '/tmp/feed.xml',
    'feed.xml',
  ])
})
