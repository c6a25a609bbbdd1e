/** Names that the pages have words for: of categories, of roles, of the languages of transcripts. */

import { describe, expect, test } from 'vitest'
import { categories } from '../../src/vocabulary/categories.ts'
import { languages } from '../../src/vocabulary/languages.ts'
import { personRoles } from '../../src/vocabulary/person-taxonomy.ts'
import { de } from '../../src/website/messages/de.ts'
import { en } from '../../src/website/messages/en.ts'
import { fr } from '../../src/website/messages/fr.ts'
import { languageName, nameOf } from '../../src/website/messages/index.ts'
import { pagesOf, showWithPages, textOf } from '../support/page-show.ts'
import { richShow, transcript } from '../support/rich-show.ts'

const known = new Set([...Object.entries(categories).flat(2), ...personRoles, ...languages])

test.each(Object.entries({ en, de, fr }))(
  '%s names nothing that there is not, and the same languages',
  (_, words) => {
    expect(Object.keys(words.names).filter(name => !known.has(name))).toEqual([])
    for (const code of Object.keys(en.names)) expect(Object.keys(words.names)).toContain(code)
  },
)

test.each(Object.entries({ de, fr }))(
  '%s knows every category of Apple that it calls otherwise',
  (_, words) => {
    for (const name of ['News', 'True Crime', 'TV & Film', 'Society & Culture', 'Kids & Family'])
      expect(nameOf(name, words)).not.toBe(name)
  },
)

test('what nobody knows stays as it was written', () => {
  expect(nameOf('Sound wizard', de)).toBe('Sound wizard')
  expect(nameOf('constructor', de)).toBe('constructor')
  expect(nameOf('Host', de)).toBe('Moderation')
  expect(languageName('pt-BR', en)).toBe('Portuguese, pt-BR')
  expect(languageName('PT', fr)).toBe('portugais')
  expect(languageName('tlh-Latn', en)).toBe('tlh-Latn')
  expect(languageName('no', de)).toBe('Norwegisch')
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
    const messages = '{ names: { Documentary: Documentaire, guest: gast, de: Duits } }'
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

  test('of one language only the kind is said', async () => {
    const { '001.de.vtt': _, ...files } = richShow()
    const { page } = await pagesOf({ ...files, 'show.md': showWithPages() })
    expect(page('001/index.html')).toContain('>Transcript as a file (VTT)</a>')
  })
})
