/** A show with pages, and what a build makes of it. */

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Files } from './folder.ts'
import { documentOf, frontMatter, goodShow } from './good-show.ts'
import { type RunOptions, runShow } from './run.ts'

export const showWithPages = (
  fields: Readonly<Record<string, string>> = {},
  body = 'Short talks about *small* ports.\n',
): string =>
  documentOf(
    { ...frontMatter['show.md'], baseUrl: 'https://show.example/', website: 'true', ...fields },
    body,
  )

export interface Pages {
  readonly root: string
  readonly ids: readonly string[]
  /** A file of the output, as text. */
  readonly page: (path: string) => string
  /** All that was written, but for the recordings. */
  readonly paths: readonly string[]
  readonly feed: string
}

export const pagesOf = async (files: Files, options: RunOptions = {}): Promise<Pages> => {
  const { 'show.md': _, ...good } = goodShow()
  const run = await runShow({ ...good, 'show.md': showWithPages(), ...files }, options)
  if (run.feed === undefined)
    throw new Error(run.diagnostics.map(({ rule, message }) => `${rule}: ${message}`).join('\n'))
  return {
    root: run.root,
    ids: run.ids,
    page: path => readFileSync(join(run.root, options.out ?? 'public', path), 'utf8'),
    paths: run.artefacts.map(({ path }) => path),
    feed: run.feed,
  }
}

/** What a reader sees of a page: its text, in one line. Good enough for our own pages. */
export const textOf = (html: string): string =>
  html
    .replace(/<(script|style|title)\b[\s\S]*?<\/\1>/g, ' ')
    .replace(/<[^>]*>/g, ' ')
    .replaceAll('&quot;', '"')
    .replaceAll('&#34;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
    .replace(/\s+/g, ' ')
