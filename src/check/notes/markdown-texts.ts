/** The Markdown of one file, rendered: its body, and the fields that hold some. */

import { table } from '../../fields/index.ts'
import type { Memo } from '../../memo.ts'
import type { Entry } from '../../project.ts'
import { digest } from '../../units/digest.ts'
import { isHttpUrl } from '../../units/url.ts'
import type { NotesBase } from './link.ts'
import { type Notes, notesOf, renderNotes } from './notes.ts'

export interface Markdown {
  readonly body: Notes
  /** Of a text that a field holds. */
  readonly of: (text: string) => Notes
  readonly html: (text: string) => string
}

type MarkdownEntry = Pick<Entry<Readonly<Record<string, unknown>>>, 'path' | 'body' | 'meta' | 'site'>

/** `base`: what relative links are meant from, with its final slash. */
export type MarkdownOf = (entry: MarkdownEntry, owner: 'show' | 'episode', base: string) => Promise<Markdown>

type Render = (text: () => string, kind: string, path: string) => Notes | Promise<Notes>

const markdownBy = async (
  entry: MarkdownEntry,
  owner: 'show' | 'episode',
  render: Render,
): Promise<Markdown> => {
  const texts = new Map<string, Notes>()
  for (const text of table.markdown(owner, entry.meta))
    if (!texts.has(text)) texts.set(text, await render(() => text, `text ${texts.size}`, entry.path))
  const of = (text: string): Notes => texts.get(text) ?? nothing
  return { body: await render(() => entry.body, 'notes', entry.path), of, html: text => of(text).html }
}

const nothing = notesOf({ html: '', problems: [] })

export const renderedMarkdown: MarkdownOf = (entry, owner, base) =>
  markdownBy(entry, owner, (text, kind) => renderNotes(text(), baseOf(entry, base, kind)))

/**
 * A page of a site has links of its own, and the page of an entry is the one that it names. What the fields of a site's page say
 * is Markdown, however its notes are written.
 */
const baseOf = ({ site, meta: { link } }: MarkdownEntry, url: string, kind: string): NotesBase => ({
  url: site?.base ?? url,
  ...(typeof link === 'string' && isHttpUrl(link) ? { page: link } : {}),
  ...(site?.pictures === undefined ? {} : { pictures: site.pictures }),
  ...(site?.isHtml && kind === 'notes' ? { isHtml: true } : {}),
})

/**
 * To render Markdown takes half the time of a build: only that of files that have changed is rendered again. Of most of it there
 * is nothing to say: then the HTML is all that is kept. `edited`: files of which another text is judged.
 */
export const rememberedMarkdown =
  (memo: Memo, edited: ReadonlyMap<string, unknown> = new Map()): MarkdownOf =>
  async (entry, owner, base) => {
    if (edited.has(entry.path)) return renderedMarkdown(entry, owner, base)
    return markdownBy(entry, owner, async (text, kind, path) => {
      const kept = await memo.recallFile(`${kind} ${keyOf(entry, base, text)}`, path, async () => {
        const { html, problems } = await renderNotes(text(), baseOf(entry, base, kind))
        return problems.length === 0 ? html : { html, problems }
      })
      return notesOf(typeof kept === 'string' ? { html: kept, problems: [] } : kept)
    })
  }

/** What the HTML of a file depends on, beside the file. What a page of a site says may stand in other files. */
const keyOf = ({ site, meta: { link } }: MarkdownEntry, base: string, text: () => string): string => {
  if (site === undefined) return link === undefined ? base : JSON.stringify([base, null, link])
  return JSON.stringify([base, site, link, digest(Buffer.from(text()))])
}
