/** The Markdown of one file, rendered: its body, and the fields that hold some. */

import { table } from '../../fields/index.ts'
import type { Memo } from '../../memo.ts'
import type { Entry } from '../../project.ts'
import { isSentence, type Notes, notesOf, renderNotes } from './notes.ts'

export interface Markdown {
  readonly body: Notes
  /** Of a text that a field holds. */
  readonly of: (text: string) => Notes
  readonly html: (text: string) => string
}

export interface Rendering {
  readonly memo: Memo
  /** What relative links are meant from, with its final slash. */
  readonly base: string
}

export const markdownOf = async (
  {
    path,
    digest,
    body,
    meta,
  }: Pick<Entry<Readonly<Record<string, unknown>>>, 'path' | 'digest' | 'body' | 'meta'>,
  owner: 'show' | 'episode',
  { memo, base }: Rendering,
): Promise<Markdown> => {
  const key = digest && `${digest} ${base}`
  const render = (kind: string, text: string) =>
    // To remember a sentence would take longer than to read it.
    key === undefined || isSentence(text)
      ? renderNotes(text, { url: base })
      : remembered(memo, [kind, path, key], () => renderNotes(text, { url: base }))
  const texts = new Map<string, Notes>()
  let count = 0
  for (const text of table.markdown(owner, meta))
    if (!texts.has(text)) texts.set(text, await render(`text ${count++}`, text))
  const of = (text: string): Notes => texts.get(text) ?? nothing
  return { body: await render('notes', body), of, html: text => of(text).html }
}

const nothing = notesOf({ html: '', problems: [] })

/** Rendering Markdown takes half the time of a build. Of most notes there is nothing to say: then their HTML is all that is kept. */
const remembered = async (
  memo: Memo,
  [kind, path, key]: readonly [kind: string, path: string, key: string],
  make: () => Notes | Promise<Notes>,
): Promise<Notes> => {
  const kept = await memo.recallLater(kind, path, key, async () => {
    const { html, problems } = await make()
    return problems.length === 0 ? html : { html, problems }
  })
  return notesOf(typeof kept === 'string' ? { html: kept, problems: [] } : kept)
}
