/** Links to the files of other episodes, `[the other one](002.md)`: they lead to the pages that those name. */

import { posix } from 'node:path'
import { isMarkdown } from '../../names.ts'
import { escapeAttribute } from '../../units/escape-html.ts'
import { resolveUrl } from '../../units/url.ts'
import type { Markdown } from './markdown-texts.ts'
import { type Notes, notesOf } from './notes.ts'

/** The page of the entry with that path in the show folder; `undefined`: it names none; `null`: there is no such entry. */
export type PageOf = (path: string) => string | undefined | null

/**
 * The links are found among those that were relative. It is done behind the memory of rendered notes: a page that another episode
 * names is no matter of this file. `from`: the path of the file that the notes are in.
 */
export const withEpisodeLinks = (texts: Markdown, from: string, base: string, pageOf: PageOf): Markdown => {
  const led = (notes: Notes): Notes => ledToPages(notes, from, base, pageOf)
  const body = led(texts.body)
  return { body, of: text => led(texts.of(text)), html: text => led(texts.of(text)).html }
}

const ledToPages = (notes: Notes, from: string, base: string, pageOf: PageOf): Notes => {
  if (!notes.problems.some(({ kind, value }) => kind === 'relative-link' && pathIn(value) !== undefined))
    return notes
  let { html } = notes
  const problems = notes.problems.flatMap(problem => {
    const path = problem.kind === 'relative-link' ? pathIn(problem.value) : undefined
    if (path === undefined) return [problem]
    const page = pageOf(posix.join(posix.dirname(from), path))
    if (page === null) return [problem]
    const written = resolveUrl(base, problem.value)
    const tag = ` href="${escapeAttribute(written ?? '')}"`
    const part = /#.*$/.exec(problem.value)?.[0] ?? ''
    if (page !== undefined)
      html = html.replaceAll(tag, ` href="${escapeAttribute(page.replace(/#.*$/, '') + part)}"`)
    else html = html.replaceAll(new RegExp(`<a${escaped(tag)}[^>]*>([\\s\\S]*?)</a>`, 'g'), '$1')
    return page === undefined ? [{ ...problem, kind: 'episode-link' as const }] : []
  })
  return notesOf({ html, problems })
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

/** The path of a Markdown file that a relative link names. */
const pathIn = (href: string): string | undefined => {
  const path = href.trim().replace(/[?#].*$/s, '')
  if (path === '' || path.startsWith('/') || !isMarkdown(path)) return undefined
  try {
    return decodeURI(path)
  } catch {
    return undefined
  }
}
