/** Generated documents are committed; what has drifted fails here. */

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { documents, updated } from '../scripts/documents/index.ts'
import { rulesReference } from '../scripts/documents/rules-reference.ts'
import { ruleUrl } from '../src/diagnostic.ts'
import { rules } from '../src/rules.ts'

const root = join(import.meta.dirname, '..')
const read = (path: string): string => readFileSync(join(root, path), 'utf8')

test.each(documents.map(document => ({ name: `${document.path} ${document.part ?? ''}`, document })))(
  '$name says what the program says',
  async ({ document }) => {
    const now = read(document.path)
    expect(now === (await updated(document, now)), 'run `npm run docs` and commit what it changes').toBe(true)
  },
)

test('a document with a missing mark is said to have none', async () => {
  const document = { path: 'x.md', part: 'usage', text: () => 'text\n' }
  await expect(updated(document, 'nothing here')).rejects.toThrow('x.md has no part <!-- usage -->')
  expect(await updated(document, 'a\n<!-- usage -->old<!-- /usage -->\nb')).toBe(
    'a\n<!-- usage -->\ntext\n<!-- /usage -->\nb',
  )
})

describe('docs/rules.md', () => {
  const reference = rulesReference(rules)

  /** https://github.com/gjtorikian/html-pipeline: lower case, without marks, spaces as hyphens, repeated ones numbered. */
  const anchors = (markdown: string): string[] => {
    const seen = new Map<string, number>()
    return [...markdown.replace(/^(```|~~~~)[\s\S]*?^\1$/gm, '').matchAll(/^#+ (.*)$/gm)].map(
      ([, heading]) => {
        const slug = heading!
          .toLowerCase()
          .replace(/[^\p{L}\p{N} _-]/gu, '')
          .replaceAll(' ', '-')
        const nth = seen.get(slug) ?? 0
        seen.set(slug, nth + 1)
        return nth === 0 ? slug : `${slug}-${nth}`
      },
    )
  }

  test('has an anchor for the address of every rule, and no two share one', () => {
    const there = anchors(reference)
    const wanted = rules.map(({ id }) => ruleUrl(id))
    expect(wanted.filter(url => !there.includes(url.replace('docs/rules.md#', '')))).toEqual([])
    expect(new Set(wanted).size).toBe(rules.length)
  })

  test('its own links lead somewhere', () => {
    const there = anchors(reference)
    const links = [...reference.matchAll(/\]\(#([^)]+)\)/g)].map(([, anchor]) => anchor!)
    expect(links.length).toBe(rules.length)
    expect(links.filter(anchor => !there.includes(anchor))).toEqual([])
  })

  test('shows examples in words, not in the short form of the sources', () => {
    expect(reference).not.toMatch(/`!|^!(?:text|nothing|mp3|jpeg|png|notes|link)\b/m)
  })
})
