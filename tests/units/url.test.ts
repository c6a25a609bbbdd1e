import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { describe, expect, it } from 'vitest'
import { encodePath, fileUrl, hrefOf, isHttpUrl, resolveUrl, urlProblems } from '../../src/units/url.ts'
import fc from '../support/property.ts'

describe('a URL in a feed', () => {
  const base = 'https://show.example/notes/7.html'
  it.each([
    ['https://example.org', 'https://example.org'],
    ['https://example.org/a?b=c&d=%20#e', 'https://example.org/a?b=c&d=%20#e'],
    ['img/a b.png', 'https://show.example/notes/img/a%20b.png'],
    ['/é', 'https://show.example/%C3%A9'],
    ['//cdn.example/x', 'https://cdn.example/x'],
    ['#t', 'https://show.example/notes/7.html#t'],
    ['?q=ü', 'https://show.example/notes/7.html?q=%C3%BC'],
    ['../x', 'https://show.example/x'],
    ['https://münchen.example/ä', 'https://xn--mnchen-3ya.example/%C3%A4'],
    ['https://example.org/a|b^c{d}[e]`', 'https://example.org/a%7Cb%5Ec%7Bd%7D%5Be%5D%60'],
    ['https://example.org/100%', 'https://example.org/100%25'],
    ['https://example.org/#a#b', 'https://example.org/#a%23b'],
    ['https://[::1]:8080/a', 'https://[::1]:8080/a'],
    ['mailto:a b@example.org', 'mailto:a%20b@example.org'],
    ['tel:+32 2 555', 'tel:+32%202%20555'],
    [' https://example.org/x\n', 'https://example.org/x'],
    ['HTTPS://EXAMPLE.ORG/X', 'https://example.org/X'],
    ['http://', undefined],
    ['http://[', undefined],
    ['https://exa mple.org', undefined],
  ])('%j becomes %j', (reference, expected) => expect(resolveUrl(base, reference)).toBe(expected))

  it('cannot be made on a base that is none', () => expect(resolveUrl('not a url', 'x')).toBeUndefined())

  it('is always printable ASCII of RFC 3986, and resolving it again changes nothing', () =>
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), text => {
        const url = resolveUrl(base, text)
        if (url === undefined) return
        expect(url).toMatch(/^(?:[A-Za-z0-9\-._~:/?#[\]@!$&'()*+,;=]|%[0-9A-Fa-f]{2})*$/)
        expect(resolveUrl('https://other.example/', url)).toBe(url)
      }),
      { numRuns: 500 },
    ))
})

describe('an address is the same on every Node', () => {
  it.each([
    ['https://show.example/a^b/c^.mp3?q=^#^', 'https://show.example/a%5Eb/c%5E.mp3?q=^#^'],
    ['https://show.example/a%5Eb', 'https://show.example/a%5Eb'],
    ['https://show.example/a|b{c}', 'https://show.example/a|b%7Bc%7D'],
    ['https://STRAẞE.example/ẞ', 'https://xn--strae-oqa.example/%E1%BA%9E'],
  ])('%j is %j', (written, href) => {
    expect(hrefOf(written)).toBe(href)
    expect(hrefOf(href)).toBe(href)
  })

  it('also where it is resolved', () =>
    expect(resolveUrl('https://STRAẞE.example/^/', 'a^b')).toBe('https://xn--strae-oqa.example/%5E/a%5Eb'))

  it('is not one of what is none', () => expect(() => hrefOf('show.example')).toThrow(TypeError))
})

describe('what stands in the way of a URL', () => {
  const kinds = (text: string) => urlProblems(text).map(p => p.kind)
  it.each<[string, string[]]>([
    ['https://example.org/a.mp3?x=1', []],
    ['http://example.org:8080', []],
    ['', ['empty']],
    ['a.mp3', ['relative']],
    ['//example.org/a', ['relative']],
    ['ftp://example.org/a', ['scheme']],
    ['javascript:alert(1)', ['scheme']],
    ['https://me:secret@example.org/', ['credentials']],
    ['https://example.org/a b', ['space']],
    ['https://example.org/é è', ['space', 'non-ascii']],
    ['https://', ['unreadable']],
    ['https:example.org', ['unreadable']],
  ])('%j: %j', (text, expected) => expect(kinds(text)).toEqual(expected))

  it('never repeats a password', () =>
    expect(JSON.stringify(urlProblems('https://me:secret@example.org/'))).not.toContain('secret'))

  it('is nothing for an http URL with a host', () => {
    expect(isHttpUrl('https://example.org')).toBe(true)
    expect(isHttpUrl('example.org')).toBe(false)
    expect(isHttpUrl('mailto:a@example.org')).toBe(false)
  })
})

describe('the path of a file', () => {
  const names = [
    'a b.mp3',
    '#1 100%.mp3',
    'q?.mp3',
    'R&B + Soul.mp3',
    'é.mp3',
    'e\u0301.mp3',
    'a;b=c@d$e,f.mp3',
    "it's (live)!*~.mp3",
    '%20.mp3',
    'شبانه/یک.mp3',
    '🎙️/x[1]{2}|^`".mp3',
    'a\\b.mp3',
    'a:b.mp3',
  ]

  it('is what a static host decodes back to the name on disk', async () => {
    const asked: string[] = []
    const server = createServer((request, response) => {
      asked.push(decodeURIComponent(new URL(request.url!, 'http://host').pathname.slice(1)))
      response.end()
    })
    await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
    const { port } = server.address() as AddressInfo
    for (const name of names) await fetch(fileUrl(`http://127.0.0.1:${port}`, name)!)
    await new Promise(resolve => server.close(resolve))
    expect(asked).toEqual(names)
  })

  it('encodes a plus sign, which some hosts read as a space', () =>
    expect(encodePath('a+b/c d.mp3')).toBe('a%2Bb/c%20d.mp3'))

  it('is put under the folder, which may lack its slash', () => {
    expect(fileUrl('https://cdn.example/show', 'a#b.mp3')).toBe('https://cdn.example/show/a%23b.mp3')
    expect(fileUrl('https://cdn.example/show/', 's1/a.mp3')).toBe('https://cdn.example/show/s1/a.mp3')
    expect(fileUrl('https://cdn.example', 'a:b.mp3')).toBe('https://cdn.example/a%3Ab.mp3')
    expect(fileUrl('nowhere', 'a.mp3')).toBeUndefined()
  })

  it('takes any name without throwing', () =>
    fc.assert(fc.property(fc.string({ unit: 'binary' }), name => void encodePath(name))))
})
