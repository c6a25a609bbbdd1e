/** Colours of a show's own that nobody can read, told with their place; and what can be read is let be. */

import { describe, expect, test } from 'vitest'
import { contrastOf, readableOn } from '../../src/check/rules/website/contrast-of.ts'
import type { Files } from '../support/folder.ts'
import { goodShow } from '../support/good-show.ts'
import { showWithPages } from '../support/page-show.ts'
import { runShow } from '../support/run.ts'

const found = async (theme: string, files: Files = {}, fields: Readonly<Record<string, string>> = {}) => {
  const text = showWithPages({ theme, ...fields })
  const { diagnostics } = await runShow({ ...goodShow(), 'show.md': text, ...files })
  return diagnostics
    .filter(({ rule }) => rule === 'website/contrast')
    .map(({ place, message, help, severity }) => ({
      line: text.split('\n')[(place.line ?? 0) - 1]?.trim(),
      message,
      help,
      severity,
    }))
}

describe('colours that are hard to tell apart', () => {
  test('are a warning at the colour that the show has chosen', async () => {
    expect(await found('\n  accent: "#0b5c63"\n  muted: "#aaaaaa"')).toEqual([
      {
        line: 'muted: "#aaaaaa"',
        message:
          '`muted` (#aaaaaa) on `background` (#fbfaf7) has a contrast of 2.22 to 1 on devices set to light: less than the 4.5 that text needs to be read',
        help: 'Write `muted: "#707070"`, or choose another `background`.',
        severity: 'warning',
      },
    ])
  })

  test('in the dark too, where what the show says for light does not hold', async () => {
    const all = await found('\n  text: black\n  dark:\n    text: "#333"\n    background: "#222222"')
    expect(all.map(({ line, message }) => [line, message.slice(0, 40)])).toEqual([
      ['text: "#333"', '`text` (#333) on `background` (#222222) '],
    ])
  })

  test('a background is to blame where the text is ours', async () => {
    const [one] = await found('{ background: "#777" }')
    expect(one?.message).toMatch(/^`text` \(#1d1b18\) on `background` \(#777\) has a contrast of 3.83 to 1/)
    expect(one?.help).toMatch(
      /^Choose another `background`, or write `text: "#[0-9a-f]{6}"`, which can be read on it\.$/,
    )
  })

  test.each([
    ['{ onAccent: "#0b5c63" }', '`onAccent` (#0b5c63) on `accent` (#0b5c63) has a contrast of 1 to 1'],
    ['{ mark: hsl(40 10% 30%) }', '`onMark` (#3d3005) on `mark`'],
    ['{ surface: "rgb(40, 40, 40)" }', '`text` (#1d1b18) on `surface`'],
    ['{ text: "#0006" }', '`text` (#0006) on `background`'],
  ])('%s', async (theme, message) => {
    expect((await found(theme))[0]?.message).toContain(message)
  })
})

test.each([
  ['a colour that goes with ours', '{ accent: "#8a2be2" }', {}],
  [
    'what only a browser can work out',
    '{ text: var(--line), accent: "color-mix(in oklab, red, white 90%)" }',
    {},
  ],
  [
    'a stylesheet, which may set the other colour',
    '{ stylesheet: brand.css, muted: "#aaa" }',
    { 'brand.css': 'a {}' },
  ],
  ['a line, on which nothing is written', '{ line: "#fafafa" }', {}],
])('%s is let be', async (_, theme, files) => {
  expect(await found(theme, files)).toEqual([])
})

test('without pages nobody reads them', async () => {
  expect(await found('{ muted: "#aaa" }', {}, { website: 'false' })).toEqual([])
})

test.each([
  ['#000', '#fff', 21],
  ['white', 'rgb(255 255 255)', 1],
  ['#767676', 'white', 4.54],
  ['hsl(0 0% 46.27%)', '#FFFFFF', 4.54],
  ['rgba(0, 0, 0, 0.5)', 'white', 3.95],
  ['#0000ff', 'white', 8.59],
])('%s on %s: %d', (text, behind, ratio) => {
  expect(contrastOf(text, behind)).toBeCloseTo(ratio, 1)
})

test('what is offered instead can be read', () => {
  for (const text of ['#888', 'red', '#7fd0d6', 'white', 'rgb(0 0 0 / 10%)'])
    for (const behind of ['white', 'black', '#777', '#0b5c63'])
      expect(contrastOf(readableOn(text, [behind], 4.5)!, behind)).toBeGreaterThanOrEqual(4.5)
  expect(readableOn('red', ['white', 'black', '#777'], 4.5)).toBeUndefined()
})

test.each([
  '{ muted: "#aaaaaa" }',
  '{ accent: yellow }',
  '\n  dark: { text: "#111" }',
  '\n  dark: { accent: "#222222" }',
])('who writes what is offered of %s is told of nothing more', async theme => {
  const [one, ...more] = await found(theme)
  expect(more).toEqual([])
  const [, key, colour] = /Write `(\w+): "(#[0-9a-f]{6})"`/.exec(one!.help!)!
  expect(await found(theme.replace(new RegExp(`${key}: ("[^"]*"|\\w+)`), `${key}: "${colour}"`))).toEqual([])
})

test('where no shade can be read on all that is behind it, only that can be another', async () => {
  const [one] = await found('{ surface: "#181818" }')
  expect(one?.help).toBe('Choose another `surface`: no shade of `text` can be read on all that is behind it.')
})

test('of an accent in the dark the text on it is ours, where the show has one for light', async () => {
  const [one] = await found(
    '\n  accent: "#0b5c63"\n  dark: { accent: "#59636b", background: white, surface: white }',
  )
  expect(one).toBeDefined()
  expect(
    (
      await found(
        '\n  accent: "#0b5c63"\n  dark: { accent: "#59636b", text: black, muted: black, background: white, surface: white }',
      )
    ).map(({ message }) => message),
  ).toEqual([expect.stringContaining('`onAccent` (#101316) on `accent` (#59636b)')])
})
