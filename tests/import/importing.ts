/** Imports an old feed in a folder of its own, and builds what came of it. */

import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from 'vitest'
import { feedElements } from '../../src/feed/feed-elements.ts'
import { temporaryFolder } from '../support/folder.ts'
import { type Said, say } from '../support/terminal.ts'
import { type OldFeed, oldFeed } from './old-feed.ts'

export interface Imported extends Said {
  readonly cwd: string
  readonly read: (path: string) => string
}

export const imported = async (
  feed: OldFeed | string | Uint8Array,
  ...flags: readonly string[]
): Promise<Imported> => {
  const cwd = temporaryFolder()
  writeFileSync(join(cwd, 'old.xml'), typeof feed === 'object' && 'items' in feed ? oldFeed(feed) : feed)
  const said = await say({ cwd }, 'import', 'old.xml', ...flags)
  return { ...said, cwd, read: path => readFileSync(join(cwd, path), 'utf8') }
}

/** Where the new feed will be served. */
export const newBase = ['--base-url', 'https://new.example/salt/']

interface Item {
  readonly guid: string
  readonly permalink: string
  readonly enclosure: Readonly<Record<string, string>>
  readonly instant: number
  readonly title: string
  readonly duration: string | undefined
}

/** The items of a feed, by what subscribers would notice. */
export const itemsIn = (xml: string): readonly Item[] =>
  feedElements(xml).items.map(nodes => {
    const find = (name: string) => nodes.find(node => node.name === name)
    return {
      guid: find('guid')?.text.trim() ?? '',
      permalink: find('guid')?.attributes.isPermaLink ?? 'true',
      enclosure: find('enclosure')?.attributes ?? {},
      instant: Date.parse(find('pubDate')?.text ?? ''),
      title: find('title')?.text ?? '',
      duration: find('itunes:duration')?.text,
    }
  })

export const builtFrom = async ({ cwd, read }: Imported, ...flags: readonly string[]): Promise<string> => {
  const built = await say({ cwd }, 'build', ...flags)
  expect(built.stderr).not.toMatch(/^error/m)
  expect(built.code).toBe(0)
  return read('public/feed.xml')
}
