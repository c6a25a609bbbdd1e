/** Names that the pages have words for: of categories, of roles, of the languages of transcripts. */

import { describe, expect, test } from 'vitest'
import { categories } from '../../src/vocabulary/categories.ts'
import { languages } from '../../src/vocabulary/languages.ts'
import { personRoles } from '../../src/vocabulary/person-taxonomy.ts'
import { de } from '../../src/website/messages/de.ts'
import { en } from '../../src/website/messages/en.ts'
import { fr } from '../../src/website/messages/fr.ts'
import { categoryName, languageName, roleName, wordsOf } from '../../src/website/messages/index.ts'
import { pagesOf, showWithPages, textOf } from '../support/page-show.ts'
import { richShow, transcript } from '../support/rich-show.ts'

const known = {
  categories: new Set(Object.entries(categories).flat(2)),
  roles: new Set(personRoles),
  languages,
}

test.each(Object.entries({ en, de, fr }))(
  '%s names nothing that there is not, and the same languages',
  (_, words) => {
    for (const kind of ['categories', 'roles', 'languages'] as const)
      expect(Object.keys(words[kind]).filter(name => !known[kind].has(name))).toEqual([])
    expect(Object.keys(words.languages)).toEqual(Object.keys(en.languages))
  },
)

test.each(Object.entries({ de, fr }))(
  '%s knows every category of Apple that it calls otherwise',
  (_, words) => {
    for (const name of ['News', 'True Crime', 'TV & Film', 'Society & Culture', 'Kids & Family'])
      expect(categoryName(name, words)).not.toBe(name)
  },
)

test('what nobody knows stays as it was written', () => {
  expect(roleName('Sound wizard', de)).toBe('Sound wizard')
  expect(categoryName('constructor', de)).toBe('constructor')
  expect(languageName('constructor', de)).toBe('constructor')
  expect(roleName('Host', de)).toBe('Moderation')
  expect(languageName('pt-BR', en)).toBe('Portuguese, pt-BR')
  expect(languageName('PT', fr)).toBe('portugais')
  expect(languageName('tlh-Latn', en)).toBe('tlh-Latn')
  expect(languageName('no', de)).toBe('Norwegisch')
})

test('the same word as a category, a role and a language is each what it is there', () => {
  const words = wordsOf('nl', { categories: { Design: 'Vormgeving' }, roles: { is: 'IJzer' } })
  expect(categoryName('Design', words)).toBe('Vormgeving')
  expect(roleName('design', words)).toBe('Design')
  expect(languageName('is', words)).toBe('Icelandic')
  expect(roleName('News', de)).toBe('News')
  expect(categoryName('it', fr)).toBe('it')
  expect(categoryName('Host', de)).toBe('Host')
  expect(languageName('guest', de)).toBe('guest')
})

describe('a role begins as a label does', () => {
  test.each([
    ['host', en, 'Host'],
    ['guest host', en, 'Guest host'],
    ['co-host', en, 'Co-host'],
    ['élève', fr, 'Élève'],
    ['guest', fr, 'Invité(e)'],
    ['guest', de, 'Gast'],
    ['iOS developer', en, 'iOS developer'],
    ['مضيف', en, 'مضيف'],
  ])('%s', (written, words, shown) => {
    expect(roleName(written, words)).toBe(shown)
  })

  test.each(Object.entries({ de, fr }))('every one that %s has a word for', (_, { roles }) => {
    for (const name of Object.values(roles)) expect(name).toMatch(/^\p{Lu}/u)
  })

  test('but for words of the show, which it has chosen', () => {
    expect(roleName('guest', wordsOf('en', { roles: { guest: 'with us' } }))).toBe('with us')
  })
})

describe('on a page', () => {
  const show = (fields: Readonly<Record<string, string>>) =>
    pagesOf({
      ...richShow({ categories: 'Society & Culture > Documentary', ...fields }),
      '001.pt-BR.vtt': transcript,
    })

  test('categories, roles and languages are named in its language', async () => {
    const { page } = await show({ language: 'de' })
    expect(textOf(page('index.html'))).toContain('Dokumentation')
    const text = textOf(page('001/index.html'))
    expect(text).toMatch(/Lou Reef\s*Gast/)
    expect(text).toContain('Transkript (Portugiesisch, pt-BR)')
    const french = await show({ language: 'fr' })
    expect(textOf(french.page('index.html'))).toContain('Documentaire')
    expect(textOf(french.page('001/index.html'))).toContain('Transcription (allemand)')
  })

  test('a show has words of its own for them', async () => {
    const messages =
      '{ categories: { Documentary: Documentaire }, roles: { guest: gast }, languages: { de: Duits } }'
    const { page } = await show({ language: 'nl', messages })
    expect(textOf(page('index.html'))).toContain('Documentaire')
    expect(textOf(page('001/index.html'))).toMatch(/Lou Reef\s*gast/)
    expect(textOf(page('001/index.html'))).toContain('Transcript (Duits)')
  })

  test('of two transcripts in the language of the show one is shown, and none is without a name', async () => {
    const { page } = await show({ language: 'de' })
    const html = page('001/index.html')
    expect(html.match(/class="turns"/g)).toHaveLength(2)
    expect(html).not.toMatch(/Transkript \(\)/)
  })

  test('every file of a transcript is linked, by its language and its kind', async () => {
    const { page } = await show({})
    const html = page('001/index.html')
    const links = Array.from(
      html.matchAll(
        /<a href="([^"]*)"(?: hreflang="([^"]*)")? type="([^"]*)">(Transcript as a file[^<]*)<\/a>/g,
      ),
      ([, href, language, type, words]) => [href, language, type, words],
    )
    expect(links).toContainEqual([
      '../transcripts/001.vtt',
      undefined,
      'text/vtt',
      'Transcript as a file (English, VTT)',
    ])
    expect(links).toContainEqual([
      '../transcripts/001.de.vtt',
      'de',
      'text/vtt',
      'Transcript as a file (German, VTT)',
    ])
    expect(links).toContainEqual([
      '../transcripts/001.pt-BR.vtt',
      'pt-BR',
      'text/vtt',
      'Transcript as a file (Portuguese, pt-BR, VTT)',
    ])
    expect(new Set(links.map(([, , , words]) => words)).size).toBe(links.length)
    expect(links.length).toBe(html.split('<a href="../transcripts/').length - 1)
  })

  test('a file in the language of the show without its country has another name', async () => {
    const { page } = await show({ language: 'de-AT' })
    const links = Array.from(
      page('001/index.html').matchAll(/Transkript als Datei \([^)]*\)/g),
      ([words]) => words,
    )
    expect(links).toContain('Transkript als Datei (Deutsch, de-AT, VTT)')
    expect(links).toContain('Transkript als Datei (Deutsch, VTT)')
    expect(new Set(links).size).toBe(links.length)
  })

  test('two files of one language and kind have the names of the files as well', async () => {
    const { '001.de.vtt': _, ...files } = richShow()
    const { page } = await pagesOf({
      ...files,
      'show.md': showWithPages(),
      '001.md': String(files['001.md']).replace(
        'season: 1\n',
        'season: 1\ntranscripts:\n  - captions (short).vtt\n  - url: https://a.example/t/talk.vtt\n  - url: https://b.example/t/talk.vtt\n  - url: https://c.example/talk.srt\n',
      ),
      'captions (short).vtt': transcript,
    })
    const labels = Array.from(
      page('001/index.html').matchAll(/>Transcript as a file \(([^)]*(?:\)[^<]*)?)\)<\/a>/g),
      ([, label]) => label,
    )
    expect(labels.toSorted()).toEqual([
      'SRT',
      'VTT, 001.vtt',
      'VTT, captions (short).vtt',
      'VTT, talk.vtt, https://a.example/t/talk.vtt',
      'VTT, talk.vtt, https://b.example/t/talk.vtt',
    ])
  })

  test('of one language only the kind is said', async () => {
    const { '001.de.vtt': _, ...files } = richShow()
    const { page } = await pagesOf({ ...files, 'show.md': showWithPages() })
    expect(page('001/index.html')).toContain('>Transcript as a file (VTT)</a>')
  })
})
