/** A key without a value says nothing, however nothing is written: the same as no such key. */

import { rmSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { episodeSchema, showSchema } from '../src/fields/index.ts'
import type { Files } from './support/folder.ts'
import { goodShow } from './support/good-show.ts'
import { runShow } from './support/run.ts'

const nothings = ['', ' ~', ' null', ' ""'] as const

/** A key without a value may hide a publication that was meant to wait, so it is told. */
const told: readonly string[] = ['draft']

const withKey = (files: Files, file: string, key: string, value: string | undefined): Files => {
  const [, ...lines] = String(files[file]).split('\n')
  const others = lines.filter(line => !line.startsWith(`${key}:`))
  return {
    ...files,
    [file]: ['---', ...(value === undefined ? [] : [`${key}:${value}`]), ...others].join('\n'),
  }
}

/** Everything but the lines, which differ by the one that says nothing, and that a required key is empty rather than missing. */
const saidOf = async (files: Files) => {
  const { root, feed, diagnostics } = await runShow(files)
  rmSync(root, { recursive: true, force: true })
  return {
    feed,
    said: diagnostics
      .map(
        ({ rule, severity, message }) =>
          `${severity} ${rule} ${message.replace('` is empty', '` is missing')}`,
      )
      .sort(),
  }
}

const keys = [
  ...Object.keys(showSchema.fields).map(key => ['show.md', key] as const),
  ...Object.keys(episodeSchema.fields).map(key => ['001.md', key] as const),
].filter(([, key]) => !told.includes(key))

describe('a key without a value', () => {
  test.each(keys)('%s %s', async (file, key) => {
    const without = await saidOf(withKey(goodShow(), file, key, undefined))
    for (const value of nothings)
      expect(await saidOf(withKey(goodShow(), file, key, value)), `${key}:${value}`).toEqual(without)
  })
})

test.each(['"null"', "'~'"])('title: %s is a title, since it is in quotes', async title => {
  const { ids, feed } = await runShow(withKey(goodShow(), '001.md', 'title', ` ${title}`))
  expect(ids).not.toContain('front-matter/required')
  expect(feed).toContain(`<title>${title.slice(1, -1)}</title>`)
})
