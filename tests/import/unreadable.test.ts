/** What is said of a feed that cannot be imported: what is in the way, and nothing else. */

import { describe, expect, test } from 'vitest'
import { runFeed } from '../support/run-feed.ts'
import { imported } from './importing.ts'
import { oldFeed, oldItem } from './old-feed.ts'

/** The rules of the errors that are told. */
const errorsIn = (stderr: string): readonly string[] =>
  Array.from(stderr.matchAll(/^error\[([\w/-]+)\]/gm), ([, rule]) => rule!)

/** With a tag that closes nothing. */
const broken = (feed: string): string => feed.replace('</item>', '</itme>')

describe('only what stops the import is told', () => {
  test.each(['iso-8859-1', 'windows-1252'])('not that it is in %s', async encoding => {
    const feed = broken(oldFeed({ items: [oldItem(1)] })).replace('UTF-8', encoding)
    const { code, stderr } = await imported(Buffer.from(feed, 'latin1'))
    expect(code).toBe(1)
    expect(errorsIn(stderr)).toEqual(['document/well-formed'])
  })

  test('not what is wrong with its episodes', async () => {
    const { stderr } = await imported({ items: [oldItem(1, 'Salt & rope').replace(/length="\d+"/, '')] })
    expect(errorsIn(stderr)).toEqual(['document/well-formed'])
  })

  test.each([
    ['a page', '<html><body>404</body></html>', 'document/root'],
    ['no channel', '<?xml version="1.0"?><rss version="2.0"></rss>', 'document/one-channel'],
    ['Atom', '<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"/>', 'document/atom'],
    ['nothing', '', 'document/well-formed'],
  ])('but always something: %s', async (_, feed, rule) => {
    for (const flags of [[], ['--lenient']])
      expect(errorsIn((await imported(feed, ...flags)).stderr)).toEqual([rule])
  })
})

describe('what --lenient repairs is no error beside what it cannot', () => {
  const reparable = oldFeed({
    items: [oldItem(1, '<itunes:subtitle>Salt & rope &eacute;</itunes:subtitle>')],
  })

  test('it is counted in one line', async () => {
    const { code, stderr } = await imported(broken(reparable), '--lenient')
    expect(code).toBe(1)
    expect(errorsIn(stderr)).toEqual(['document/well-formed'])
    expect(stderr).toContain('</itme> does not close')
    expect(stderr).toContain(
      'Nothing was written. 2 other faults would be repaired once the above is mended.\n',
    )
  })

  test('letters of another encoding too', async () => {
    const feed = broken(oldFeed({ items: [oldItem(1).replace('Talk', 'Café')] }))
    const { stderr } = await imported(Buffer.from(feed, 'latin1'), '--lenient')
    expect(errorsIn(stderr)).toEqual(['document/well-formed'])
    expect(stderr).toContain('1 other fault would be repaired')
  })

  test('where there is nothing to repair, nothing is said of it', async () => {
    const { stderr } = await imported(broken(oldFeed({ items: [oldItem(1)] })), '--lenient')
    expect(stderr).toMatch(/Nothing was written\.\n$/)
  })
})

describe('entities that a DOCTYPE defines', () => {
  const withDoctype = (doctype: string, title: string): string =>
    oldFeed({ items: [oldItem(1).replace('Talk 1', title)] }).replace('?>', `?>\n${doctype}`)
  /** A thousand million laughs. */
  const laughs = Array.from({ length: 9 }, (_, i) => `<!ENTITY l${i + 1} "${`&l${i};`.repeat(10)}">`)
  const kinds: readonly (readonly [string, string, string])[] = [
    ['its own', '<!DOCTYPE rss [<!ENTITY foo "bar">]>', '&foo; and &foo;'],
    ['a bomb', `<!DOCTYPE rss [<!ENTITY l0 "ha">${laughs.join('\n')}]>`, '&l9;'],
    ['a file', '<!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/passwd">]>', '&x;'],
    ['an address', '<!DOCTYPE rss [<!ENTITY x SYSTEM "http://127.0.0.1:9/x">]>', '&x;'],
    ['those of another file', '<!DOCTYPE rss SYSTEM "http://127.0.0.1:9/x.dtd">', '&x;'],
    [
      'those of a parameter',
      '<!DOCTYPE rss [<!ENTITY % p SYSTEM "http://127.0.0.1:9/p">%p;]>',
      '&x; &y; &x;',
    ],
    ['one that HTML knows', '<!DOCTYPE rss [<!ENTITY eacute "&#233;">]>', 'Caf&eacute;'],
  ]

  test.each(kinds)('%s: one finding, which says what to do', async (_, doctype, title) => {
    const feed = withDoctype(doctype, title)
    const { stderr } = await imported(feed)
    expect(errorsIn(stderr)).toEqual(['document/well-formed'])
    expect(stderr.replace(/\s+/g, ' ')).toMatch(/known only to the DOCTYPE, which apps do not read/)
    expect(stderr).not.toContain('here too')
    const { diagnostics } = runFeed(feed)
    const found = diagnostics.filter(({ rule }) => /well-formed|doctype|double-escaped|unknown/.test(rule))
    expect(found.map(({ rule, help }) => [rule, help])).toEqual([
      [
        'document/well-formed',
        expect.stringMatching(/^Write in .* place what .*, and delete the DOCTYPE\.$/),
      ],
    ])
  })

  test.each(kinds.slice(0, -1))('%s: --lenient leaves them as they are', async (_, doctype, title) => {
    const { code, stderr, read } = await imported(withDoctype(doctype, title), '--lenient')
    expect(code).toBe(0)
    expect(read('episodes/feed.lock.json')).toContain(`"title": "${title}"`)
    expect(stderr).toContain(
      'an entity that is known only to the DOCTYPE, which is not read, stays as it is written',
    )
  })

  test('what HTML knows and the DOCTYPE leaves to another file is written as it is', () => {
    const feed = withDoctype(
      '<!DOCTYPE rss PUBLIC "-//N//DTD RSS" "http://127.0.0.1:9/x.dtd">',
      'Caf&eacute;',
    )
    const { diagnostics } = runFeed(feed)
    expect(diagnostics.find(({ rule }) => rule === 'document/well-formed')?.help).toBe('Write `é`.')
  })
})
