import { describe, expect, test } from 'vitest'
import { asFolder, meantUrl } from '../../src/units/meant-url.ts'

describe('what address was meant', () => {
  test.each([
    ['jo.github.io/podcast', 'https://jo.github.io/podcast'],
    ['jo.github.io', 'https://jo.github.io/'],
    ['www.show.example', 'https://www.show.example/'],
    ['//cdn.show.example/x', 'https://cdn.show.example/x'],
    ['show.example:8443/x', 'https://show.example:8443/x'],
    ['bücher.example/größe', 'https://bücher.example/größe'],
    ['show.example/a b', 'https://show.example/a%20b'],
    ['http//show.example/x', 'https://show.example/x'],
    ['htps://show.example/x', 'https://show.example/x'],
    ['https;//show.example', 'https://show.example/'],
    ['ttps://show.example', 'https://show.example/'],
    ['https:show.example', undefined],
    ['<https://show.example/x>', 'https://show.example/x'],
    ['"show.example"', 'https://show.example/'],
    ['[the site](https://show.example/x)', 'https://show.example/x'],
    ['[the site](show.example/x "title")', 'https://show.example/x'],
    ['localhost:8080', 'http://localhost:8080/'],
    ['localhost/x', 'http://localhost/x'],
    ['192.168.1.4/x', 'http://192.168.1.4/x'],
    ['show.example?x=1', 'https://show.example?x=1'],
    ['media.example/001.mp3', 'https://media.example/001.mp3'],
  ])('%s', (written, meant) => {
    expect(meantUrl(written)).toBe(meant)
  })

  test.each([
    '',
    'about',
    'about.html',
    'cover.jpg',
    '/about',
    './about',
    '../x.md',
    'feed.xml',
    'Ada Pier',
    '-.-',
    'e.g.',
  ])('none in %j', written => {
    expect(meantUrl(written)).toBeUndefined()
  })

  test.each(['ftp://show.example/x', 'mailto:ada@show.example', 'javascript:alert(1)', 'ada@show.example'])(
    'what is something else is no address: %s',
    written => {
      expect(meantUrl(written)).toBeUndefined()
    },
  )

  test('nobody waits for it', () => {
    for (const noise of ['t', 'a', 'a.', '<', '/', 'htps', '('])
      expect(meantUrl(noise.repeat(2000).slice(0, 2000)) ?? '').not.toContain(' ')
  })
})

test('a folder has a slash at its end', () => {
  expect(
    ['https://a.example/', 'https://a.example/x', 'https://a.example/x/feed.xml', 'https://a.example/?x'].map(
      asFolder,
    ),
  ).toEqual([
    'https://a.example/',
    'https://a.example/x/',
    'https://a.example/x/feed.xml',
    'https://a.example/?x',
  ])
})
