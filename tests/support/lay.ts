/** Lays a rule's example over the good show: see `Example` in src/diagnostic.ts. */

import type { Example } from '../../src/diagnostic.ts'
import type { Files, Link } from './folder.ts'
import { bodies, type Document, documentOf, frontMatter, goodShow } from './good-show.ts'
import { recipe } from './recipe.ts'
import type { RunOptions } from './run.ts'

export interface Laid {
  readonly files: Files
  /** Settings of the run that an example asks for. */
  readonly run: RunOptions
}

export const lay = (example: Example): Laid => {
  const files: Record<string, string | Uint8Array | Link> = { ...goodShow() }
  const run: { -readonly [Key in keyof RunOptions]: RunOptions[Key] } = {}
  for (const [path, text] of Object.entries(example)) {
    if (/^https?:/.test(path)) {
      const [before = text, after = text] = text.split('; later ')
      run.web = { ...run.web, [path]: after }
      if (after !== before) run.webBefore = { ...run.webBefore, [path]: before }
      continue
    }
    const [, order = '', rest = ''] = /^!(\S+) ?([\s\S]*)$/.exec(text) ?? []
    switch (order) {
      case 'nothing':
        delete files[path]
        if (path.startsWith('public/')) run.lost = path
        break
      case 'text':
        files[path] = rest
        break
      case 'link':
        delete files[path]
        files[path] = { link: rest }
        break
      case 'unreadable':
        run.unreadable = path
        break
      case 'changing':
        files[path] = recipe('mp3', '10')
        run.changing = path
        break
      case 'many':
        run.fileLimit = Number(rest)
        break
      case 'network':
        run.network = { bytes: Number(rest) }
        break
      case 'output':
        run.out = rest
        break
      case 'now':
        run.now = rest
        break
      case 'frozen':
        run.frozen = true
        break
      case 'built': {
        run.isBuilt = true
        run.isBuiltBefore = rest.includes('by version 1')
        run.ci = rest.includes('in CI')
        run.frozen = rest.includes('--frozen')
        run.check = rest.includes('--check')
        run.refresh = rest.includes('--refresh')
        const accept = /--accept (\S+)/.exec(rest)?.[1]
        if (accept !== undefined) run.accept = [accept]
        const asOf = /--as-of (\S+)/.exec(rest)?.[1]
        if (asOf !== undefined) {
          run.now = asOf
          run.look = rest.includes('--out') ? 'aside' : 'here'
        }
        break
      }
      case 'missing':
        run.ci = rest.includes('in CI')
        run.drafts = rest.includes('--drafts')
        break
      case 'latin1':
        files[path] = Buffer.from(rest, 'latin1')
        break
      case 'deep':
        files[path] =
          `---\ntitle: ${'['.repeat(Number(rest))}${']'.repeat(Number(rest))}\ndate: 2026-01-05\n---\n`
        break
      case 'notes':
        files[path] = documentOf(frontMatter[path as Document], rest)
        break
      case 'described':
        files[path] = documentOf(
          { ...frontMatter[path as Document], description: `${'word '.repeat(Number(rest) / 5)}` },
          'Notes.\n',
        )
        break
      case 'words':
        files[path] = documentOf(frontMatter[path as Document], `${'word '.repeat(Number(rest) / 5)}\n`)
        break
      case 'footnotes': {
        const length = Number.parseInt(rest, 10)
        const open = rest.endsWith('as text') ? '\\[' : '['
        files[path] = documentOf(
          frontMatter[path as Document],
          `${Array.from({ length }, (_, i) => `Rope${open}^${i}]`).join(' ')}\n\n${Array.from({ length }, (_, i) => `${open}^${i}]: Of hemp.\n`).join('')}`,
        )
        break
      }
      case '':
        // Beside the show.
        if (path.startsWith('public/')) files[`../${path}`] = text
        else files[path] = path in frontMatter ? merged(path as Document, text) : text
        break
      default:
        files[path] = recipe(order, rest)
    }
  }
  return { files, run }
}

/** `key: value` replaces or adds, `- key` removes; what follows a line `---` is the body. */
const merged = (path: Document, text: string): string => {
  const [head = '', ...rest] = text.split(/^---\n/m)
  const fields: Record<string, string> = { ...frontMatter[path] }
  const lines = head.split('\n').filter(line => line !== '')
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i]!
    const removed = /^- (\w+)$/.exec(line)?.[1]
    if (removed !== undefined) {
      delete fields[removed]
      continue
    }
    const [, key = line, value = ''] = /^([^\s:]+): ?([\s\S]*)$/.exec(line) ?? []
    let whole = value
    while (i + 1 < lines.length && /^\s/.test(lines[i + 1]!)) whole += `\n${lines[++i]}`
    fields[key] = whole
  }
  return documentOf(fields, rest.length === 0 ? bodies[path] : rest.join('---\n'))
}
