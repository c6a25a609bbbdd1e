import { describe, expect, test } from 'vitest'
import {
  endingOf,
  isAudio,
  isMarkdown,
  isMdx,
  isPicture,
  isShowPath,
  markdownEndings,
  stemOf,
  usualEnding,
} from '../src/names.ts'
import fc from './support/property.ts'

describe('the ending of a name', () => {
  test.each([
    ['001.MP3', 'mp3'],
    ['a.b/c', ''],
    ['a', ''],
    ['001.chapters.json', 'json'],
    ['No. 12', ' 12'],
  ])('%s: %j', (path, ending) => expect(endingOf(path)).toBe(ending))

  test('makes Markdown of any name, and the rest is its stem', () => {
    const name = fc.string({ minLength: 1 }).filter(text => !text.includes('/'))
    fc.assert(
      fc.property(name, fc.constantFrom(...markdownEndings), fc.boolean(), (stem, ending, isLoud) => {
        const path = `season/${stem}.${isLoud ? ending.toUpperCase() : ending}`
        expect(isMarkdown(path)).toBe(true)
        expect(isMdx(path)).toBe(ending === 'mdx')
        expect(stemOf(path)).toBe(`season/${stem}`)
        expect(usualEnding([path])).toBe(ending)
      }),
    )
  })

  test.each(['md', 'a/md', 'notes.md/001', '001.mdown', '001.md.txt', '001.md~'])(
    '%s is not Markdown',
    path => {
      expect(isMarkdown(path)).toBe(false)
      expect(stemOf(path)).toBe(path)
    },
  )

  test('tells recordings and pictures, in capitals too', () => {
    expect(['a.MP3', 'a.Opus', 'a.m4a'].every(isAudio)).toBe(true)
    expect(['a.JPG', 'a.jpeg', 'a.png'].every(isPicture)).toBe(true)
    expect(['a.md', 'mp3', 'a.mp3.txt'].some(isAudio)).toBe(false)
  })
})

test.each([
  ['show.md', true],
  ['Show.MDX', true],
  ['SHOW.markdown', true],
  ['a/show.md', false],
  ['shows.md', false],
  ['show', false],
])('%s: the show, %s', (path, is) => expect(isShowPath(path)).toBe(is))

test('one more ends like the last; the first of all ends in .md', () => {
  expect(usualEnding([])).toBe('md')
  expect(usualEnding(['001.md', '002.mdx'])).toBe('mdx')
})
