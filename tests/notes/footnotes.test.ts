/** Footnotes: found from their references and back where the episode has a page, and read without one. */

import { describe, expect, it } from 'vitest'
import { renderNotes } from '../../src/check/notes/notes.ts'
import { notesFootnotes } from '../../src/limits.ts'
import { growthLater, LINEAR } from '../support/growth.ts'

const text =
  'Ropes[^hemp] and salt.[^2] Ropes again.[^hemp]\n\n[^hemp]: Of *hemp*.\n[^2]: Of [the sea](https://sea.example/).\n'
const page = 'https://show.example/ropes'

describe('footnotes', () => {
  it('lead to the page of the episode', async () => {
    expect((await renderNotes(text, { url: 'https://show.example/', page })).html).toBe(
      [
        `<p>Ropes<sup id="fnref1"><a href="${page}#fn1">1</a></sup> and salt.<sup id="fnref2"><a href="${page}#fn2">2</a></sup> Ropes again.<sup id="fnref1-1"><a href="${page}#fn1">1</a></sup></p>`,
        '<hr>',
        '<ol>',
        `<li id="fn1"><p>Of <em>hemp</em>. <a href="${page}#fnref1">↩</a> <a href="${page}#fnref1-1">↩</a></p>`,
        '</li>',
        `<li id="fn2"><p>Of <a href="https://sea.example/">the sea</a>. <a href="${page}#fnref2">↩</a></p>`,
        '</li>',
        '</ol>',
      ].join('\n'),
    )
  })

  it('without a page are numbers, and the notes stand at the end', async () => {
    const { html, problems } = await renderNotes(text, { url: 'https://show.example/' })
    expect(html).toContain('<p>Ropes<sup id="fnref1">1</sup> and salt.')
    expect(html).toContain('<li id="fn1"><p>Of <em>hemp</em>.</p>')
    expect(html).not.toContain('↩')
    expect(problems).toEqual([])
  })

  it('keep their ids beside raw HTML, which is sanitised; no other id stays', async () => {
    const { html } = await renderNotes(`<p id="search">Raw</p>\n\n${text}`, {
      url: 'https://show.example/',
      page,
    })
    expect(html).toContain('<p>Raw</p>')
    for (const kept of [
      '<sup id="fnref1">',
      '<li id="fn1">',
      `href="${page}#fn1"`,
      `href="${page}#fnref1-1"`,
    ])
      expect(html).toContain(kept)
  })

  it('are said to be too many where none is read', async () => {
    const notesOf = (count: number) =>
      renderNotes(`Ropes[^1]\n\n${Array.from({ length: count }, (_, i) => `[^${i}]: Of hemp.`).join('\n')}`, {
        url: 'https://show.example/',
        page,
      })
    const enough = await notesOf(notesFootnotes)
    expect(enough.html).toContain('<sup')
    expect(enough.problems).toEqual([])
    const tooMany = await notesOf(notesFootnotes + 1)
    expect(tooMany.html).toContain('Ropes[^1]')
    expect(tooMany.problems).toEqual([{ kind: 'many-footnotes', value: '' }])
  })

  it('what is no footnote stays as it is written', async () => {
    for (const plain of ['x^[2] is x', 'See [^1].', '[^1]'])
      expect((await renderNotes(plain, { url: 'https://show.example/' })).html).toBe(`<p>${plain}</p>`)
  })

  it.each([
    ['a label without end', (count: number) => `[^a]: x\n\n${'[^'.repeat(count)}`],
    ['many labels', (count: number) => `[^a]: x\n\n${'[^b '.repeat(count)}`],
    ['many references', (count: number) => `${'y[^a] '.repeat(count)}\n\n[^a]: x\n`],
    [
      'many notes',
      (count: number) =>
        `${Array.from({ length: count }, (_, i) => `y[^${i}]`).join(' ')}\n\n${Array.from({ length: count }, (_, i) => `[^${i}]: x`).join('\n')}\n`,
    ],
  ])('%s take time by their length alone', async (_, make) => {
    const render = async (text: string) => renderNotes(text, { url: 'https://show.example/', page })
    expect(await growthLater(make, 1_000, render)).toBeLessThan(LINEAR)
  })
})
