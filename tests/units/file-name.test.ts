import { describe, expect, test } from 'vitest'
import { foldedName, likenessesAmong, twinsAmong } from '../../src/units/file-name.ts'
import fc from '../support/property.ts'

const composed = 'Caf\u00e9.mp3'
const decomposed = 'Cafe\u0301.mp3'

describe('the nearest file', () => {
  const nearest = (wanted: string, ...paths: string[]) => likenessesAmong(paths)(wanted)

  test.each<[string, string, string, string]>([
    ['accents', composed, decomposed, 'nobody can see the difference'],
    ['capitals', '001.mp3', '001.MP3', 'the ending in capitals'],
    ['capitals', 'cover.jpg', 'Cover.JPG', 'a name in capitals'],
    ['capitals', 'audio/001.mp3', 'Audio/001.mp3', 'the folder in capitals'],
    ['escapes', 'my%20talk.mp3', 'my talk.mp3', 'a space as addresses write it'],
    ['escapes', 'my talk.mp3', 'my%20talk.mp3', 'and the other way round'],
    ['folder', '001.mp3', 'audio/001.mp3', 'a folder below'],
    ['folder', 'audio/001.mp3', '001.mp3', 'a folder above'],
    ['folder', 'season-1/001.mp3', 'season-1/mp3/001.mp3', 'a number that is a format counts nothing'],
    ['ending', 'cover.jpg', 'cover.png', 'another format'],
    ['zeros', '001.mp3', '1.mp3', 'a number without its zeros'],
    ['zeros', 'ep-7-final.mp3', 'ep-007-final.mp3', 'a number in the middle'],
    ['several', '001.mp3', 'Audio/1.MP3', 'a folder, capitals and zeros'],
    ['several', 'my-talk.mp3', 'My Talk.m4a', 'another hyphen and another ending'],
    ['spelling', 'lighthouse.mp3', 'lighthuose.mp3', 'two letters swapped'],
    ['spelling', '004-tides.mp3', '004-tide.mp3', 'a letter lost, and the same number'],
  ])('%s: %s is %s: %s', (differs, wanted, path) => {
    expect(nearest(wanted, 'else.mp3', path, 'other/thing.mp3')).toEqual({ differs, paths: [path] })
  })

  test.each<[string, string]>([
    ['001.mp3', '002.mp3'],
    ['s01e02.mp3', 's01e03.mp3'],
    ['season-2/001.mp3', 'season-1/001.mp3'],
    ['004-tides.mp3', '005-tides.mp3'],
    ['2026-01-05.mp3', '2026-01-06.mp3'],
    ['cover.jpg', 'portrait.jpg'],
    ['001.mp3', '001b/intro.mp3'],
  ])('%s is not meant by %s', (wanted, path) => expect(nearest(wanted, path)).toBeUndefined())

  test('what differs least comes first', () => {
    expect(nearest('001.mp3', 'audio/001.mp3', '1.mp3', '001.MP3')?.paths).toEqual(['001.MP3'])
    expect(nearest('001.mp3', '1.mp3', 'audio/001.mp3')?.paths).toEqual(['audio/001.mp3'])
  })

  test('of two that are equally near, neither is chosen', () => {
    expect(nearest('001.mp3', 'a/001.mp3', 'b/001.mp3')).toEqual({
      differs: 'folder',
      paths: ['a/001.mp3', 'b/001.mp3'],
    })
  })

  test('ten thousand names that nobody has, among ten thousand that nobody seeks, are looked up and not compared', () => {
    const paths = Array.from(
      { length: 10_000 },
      (_, i) => `talk-${'abcdefghij'[i % 10]}${'x'.repeat(i % 40)}q.mp3`,
    )
    const find = likenessesAmong(paths)
    const found = paths.map((_, i) => find(`tlak-${'abcdefghij'[i % 10]}${'x'.repeat(i % 40)}q.mp3`))
    // The first are compared with all; when that has become too much, none is.
    expect(found.at(0)).toBeDefined()
    expect(found.at(-1)).toBeUndefined()
  })

  test('a name that is there is its own likeness, whatever it is', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ minLength: 1 })), fc.string({ minLength: 1 }), (others, name) => {
        const paths = [...new Set([...others, name])]
        expect(likenessesAmong(paths)(name)?.paths).toContain(name)
      }),
    )
  })
})

describe('twins', () => {
  test.each<[string[], string[]]>([
    [['001.mp3', '001.MP3'], ['001.MP3']],
    [
      ['Cover.jpg', 'cover.jpg', 'COVER.jpg'],
      ['cover.jpg', 'COVER.jpg'],
    ],
    [[composed, decomposed], [decomposed]],
    [['Audio/1.mp3', 'audio/1.mp3', 'audio/2.mp3'], ['audio']],
    [['Audio/1.mp3', 'Audio/2.mp3', 'audio.mp3'], []],
    [['a', 'A/b'], ['A']],
    [['001.mp3', '001.m4a', '1.mp3'], []],
  ])('among %j: %j', (paths, expected) => expect(twinsAmong(paths).map(({ path }) => path)).toEqual(expected))

  test('there are none where all folded names differ', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.stringMatching(/^[a-zA-Z]{1,3}$/), { selector: foldedName }), paths => {
        expect(twinsAmong(paths)).toEqual([])
      }),
    )
  })
})
