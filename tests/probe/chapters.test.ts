import { describe, expect, test } from 'vitest'
import {
  type ChapterReading,
  readChapterList,
  readChapters,
  readNotesChapters,
} from '../../src/chapters/index.ts'
import type { Chapter } from '../../src/model.ts'
import { writeJsonChapters } from '../../src/render/json-chapters.ts'
import { mayHoldTimes } from '../../src/units/text.ts'
import { formatNpt } from '../../src/units/timestamp.ts'
import { growth, LINEAR } from '../support/growth.ts'
import fc from '../support/property.ts'

const told = ({ problems }: ChapterReading) =>
  problems.map(({ kind, line, index, key, value }) =>
    [line ?? (index === undefined ? '' : `[${index}]`), kind, key, value]
      .filter(part => part !== undefined && part !== '')
      .join(' '),
  )
const json = (chapters: unknown, version: unknown = '1.2.0') => JSON.stringify({ version, chapters })

describe('JSON chapters', () => {
  test('every field', () => {
    const text = json([
      { startTime: 0, title: 'Opening' },
      {
        startTime: 95.5,
        endTime: 120,
        title: 'The letter',
        img: 'https://e.com/l.jpg',
        url: 'https://e.com',
      },
      {
        startTime: 120,
        toc: false,
        img: 'https://e.com/m.jpg',
        location: { name: 'Kiel', geo: 'geo:54.3,10.1', osm: 'R27021' },
      },
    ])
    expect(readChapters('a.chapters.json', text)).toEqual({
      format: 'json',
      chapters: [
        { start: 0, title: 'Opening' },
        { start: 95.5, end: 120, title: 'The letter', image: 'https://e.com/l.jpg', url: 'https://e.com' },
        {
          start: 120,
          toc: false,
          image: 'https://e.com/m.jpg',
          location: { name: 'Kiel', geo: 'geo:54.3,10.1', osm: 'R27021' },
        },
      ],
      lines: [1, 1, 1],
      problems: [],
    })
  })

  test.each([
    ['{"version":"1.2.0",\n"chapters":[{]}', ['2 invalid-json key']],
    ['{"version":"1.2.0",\n"chapters":[{"startTime":0},]}', ['2 invalid-json no-trailing-comma']],
    ['{"chapters":[{"startTime":0}]}', ['1 missing-version']],
    [json([{ startTime: 0 }], 1.2), ['1 wrong-version 1.2']],
    [json([{ startTime: 0 }], '3'), ['1 wrong-version 3']],
    ['{"version":"1.2.0"}', ['1 no-chapters']],
    [json([]), ['1 no-chapters']],
    [json({ startTime: 0 }), ['1 no-chapters']],
    ['[{"startTime":0}]', ['1 not-an-object']],
    [json([5]), ['1 not-an-object']],
    [json([{ startTime: '00:01:30' }]), ['1 number-as-text startTime 00:01:30']],
    [json([{ startTime: 'soon' }]), ['1 bad-time startTime soon']],
    [json([{ startTime: -3 }]), ['1 bad-time startTime -3']],
    [json([{ title: 'x' }]), ['1 missing-key startTime']],
    [json([{ startTime: 0, title: 1984 }]), ['1 wrong-type title 1984']],
    [json([{ startTime: 0, image: 'https://e.com/a.jpg' }]), ['1 unknown-key image']],
    [json([{ startTime: 0, toc: 'false' }]), ['1 wrong-type toc false']],
    [json([{ startTime: 0, location: { name: 'Kiel' } }]), ['1 missing-key location.geo']],
    [json([{ startTime: 0, url: ['x'] }]), ['1 wrong-type url a list']],
    [json([{ startTime: 0, title: null, value: '<podcast:value/>' }]), []],
    [
      '{"version":"1.2.0","chapters":[\n{"startTime":9},\n{"startTime":3},\n{"startTime":3},\n{"startTime":4,"endTime":4}]}',
      ['3 not-ascending', '4 same-start', '5 end-before-start'],
    ],
    [json([{ startTime: 3 }, { startTime: 3, toc: false }]), []],
  ])('%s', (text, expected) => {
    expect(told(readChapters('a.json', text))).toEqual(expected)
  })

  test('what is sloppy is read all the same', () => {
    expect(readChapters('a.json', '[{"startTime":"1:30","title":7,"image":"i"}]').chapters).toEqual([
      { start: 90, title: '7', image: 'i' },
    ])
  })

  test('a fault has the place of its value', () => {
    const text = '{\n "version": "1.2.0",\n "chapters": [\n  {"startTime": "5",\n   "tilte": "x"}\n ]\n}'
    expect(readChapters('a.json', text).problems).toEqual([
      { kind: 'unknown-key', key: 'tilte', index: 0, line: 5, column: 4 },
      { kind: 'number-as-text', key: 'startTime', value: '5', index: 0, line: 4, column: 17 },
    ])
  })
})

describe('Podlove Simple Chapters', () => {
  const psc = (inner: string, uri = 'http://podlove.org/simple-chapters', version = '1.2') =>
    `<?xml version="1.0"?>\n<psc:chapters xmlns:psc="${uri}" version="${version}">${inner}</psc:chapters>`

  test('every form of time that other readers take', () => {
    const text = psc(`
      <psc:chapter start="0" title="Introduction" />
      <psc:chapter start="01" title="Chapter II" />
      <psc:chapter start="01:02" title="With link" href="http://example.com/" />
      <psc:chapter start="01:02:03" title="With image" image="http://example.org/image.png" />
      <psc:chapter start="01:02:03.400" title="Tom &amp; Jerry" href="http://example.net/" image="http://example.net/2.png" />`)
    const reading = readChapters('a.psc', text)
    expect(reading).toMatchObject({
      format: 'psc',
      problems: [],
      lines: [3, 4, 5, 6, 7],
      chapters: [
        { start: 0, title: 'Introduction' },
        { start: 1, title: 'Chapter II' },
        { start: 62, title: 'With link', url: 'http://example.com/' },
        { start: 3723, title: 'With image', image: 'http://example.org/image.png' },
        {
          start: 3723.4,
          title: 'Tom & Jerry',
          url: 'http://example.net/',
          image: 'http://example.net/2.png',
        },
      ],
    })
  })

  test('found within a feed', () => {
    const text = `<rss><channel><item>${psc('<psc:chapter start="0" title="a"/>').slice(22)}</item></channel></rss>`
    expect(readChapters('a.xml', text).chapters).toEqual([{ start: 0, title: 'a' }])
  })

  test.each([
    [
      psc('<psc:chapter start="0" title="a"/>', 'https://podlove.org/simple-chapters/'),
      ['2 wrong-namespace https://podlove.org/simple-chapters/'],
    ],
    [psc('<psc:chapter start="0" title="a"/>', undefined, '2'), ['2 wrong-version 2']],
    [
      '<psc:chapters><psc:chapter start="0" title="a"/></psc:chapters>',
      ['1 not-well-formed psc', '1 wrong-namespace'],
    ],
    [psc('<psc:chapter title="a"/>'), ['2 missing-key start']],
    [psc('<psc:chapter start="0"/>'), ['2 missing-title']],
    [psc('<psc:chapter start="soon" title="a"/>'), ['2 bad-time start soon']],
    [psc('<psc:chapter start="0" title="a" url="x"/>'), ['2 unknown-key url']],
    [psc('<psc:chapter start="9" title="a"/>\n<psc:chapter start="3" title="b"/>'), ['3 not-ascending']],
    [psc(''), ['2 no-chapters']],
    ['<chapters>', ['1 not-well-formed chapters', '1 wrong-namespace', '1 no-chapters']],
    ['<other/>', ['1 no-chapters']],
  ])('%s', (text, expected) => {
    expect(told(readChapters('a.psc', text))).toEqual(expected)
  })
})

describe('lines of time and title', () => {
  const line = (text: string) => readChapters('a.txt', text).chapters[0]

  test.each([
    ['00:00 Intro', { start: 0, title: 'Intro' }],
    ['(1:02:03) Intro', { start: 3723, title: 'Intro' }],
    ['00:00:00.000 Intro', { start: 0, title: 'Intro' }],
    ['- 00:00 Intro', { start: 0, title: 'Intro' }],
    ['[00:00] Intro', { start: 0, title: 'Intro' }],
    ['* 71:31 – Late', { start: 4291, title: 'Late' }],
    ['1. 00:10: First', { start: 10, title: 'First' }],
    ['00:10 | First', { start: 10, title: 'First' }],
    ['**00:10** First', { start: 10, title: 'First' }],
    ['[00:10](#t=10) First', { start: 10, title: 'First' }],
    ['`00:10` **First** of [all](https://e.com)', { start: 10, title: 'First of all' }],
    ['00:10 [First](https://e.com "x")', { start: 10, title: 'First', url: 'https://e.com' }],
    ['00:00:10.500 First <https://e.com>', { start: 10.5, title: 'First', url: 'https://e.com' }],
    ['00:10 - 01:00 First', { start: 10, end: 60, title: 'First' }],
    ['(00:10)First', { start: 10, title: 'First' }],
    ['00:10 1984: a year', { start: 10, title: '1984: a year' }],
    ['00:10 - well-known', { start: 10, title: 'well-known' }],
  ])('%s', (text, expected) => {
    expect(line(text)).toEqual(expected)
  })

  test.each([
    '10:30pm news',
    '00:10Intro',
    'Intro 00:00',
    '1:2:3:4 x',
    '00:99 x',
    '2024-01-01',
    'http://e.com',
  ])('%s is no chapter', text => {
    expect(told(readChapters('a.txt', text))).toEqual([`1 bad-line ${text}`])
  })

  test('blank lines and comments are passed over, faults are told', () => {
    const text = '\ufeff# made by hand\r\n\r\n00:00 Intro\r\n00:30\r\nwhat?\r\n00:20 Back\r\n'
    expect(told(readChapters('a.txt', text))).toEqual([
      '4 missing-title',
      '5 bad-line what?',
      '6 not-ascending',
    ])
    expect(readChapters('a.txt', text).lines).toEqual([3, 4, 6])
  })
})

describe('other files', () => {
  test('Audacity labels', () => {
    const text = '0.000000\t0.000000\tIntro\n\\\t100\t200\n61,5\t90.25\tThe letter\nx\n'
    expect(readChapters('labels.txt', text)).toMatchObject({
      format: 'audacity',
      chapters: [
        { start: 0, title: 'Intro' },
        { start: 61.5, end: 90.25, title: 'The letter' },
      ],
    })
    expect(told(readChapters('labels.txt', text))).toEqual(['4 bad-line x'])
  })

  test.each([
    [
      '0,Intro\n95.5,"The ""letter"", read",https://e.com\n',
      [
        { start: 0, title: 'Intro' },
        { start: 95.5, title: 'The "letter", read', url: 'https://e.com' },
      ],
    ],
    [
      'Title,Start Time,Image\r\nIntro,00:00,\r\nLetter,1:35.5,i.jpg\r\n',
      [
        { start: 0, title: 'Intro' },
        { start: 95.5, title: 'Letter', image: 'i.jpg' },
      ],
    ],
  ])('CSV %j', (text, chapters) => {
    expect(readChapters('a.csv', text)).toMatchObject({ format: 'csv', chapters, problems: [] })
  })

  test('WebVTT', () => {
    const text = 'WEBVTT\n\n1\n00:00.000 --> 01:35.500\nIntro\n\n00:01:35,500 --> 00:03:00.000\nThe\nletter\n'
    const reading = readChapters('a.chapters.vtt', text)
    expect(reading).toMatchObject({
      format: 'webvtt',
      chapters: [
        { start: 0, end: 95.5, title: 'Intro' },
        { start: 95.5, end: 180, title: 'The letter' },
      ],
      lines: [4, 7],
    })
    expect(told(reading)).toEqual(['7 bad-time 00:01:35,500 --> 00:03:00.000'])
  })

  test('content wins over the name; an empty file is told', () => {
    expect(readChapters('a.txt', json([{ startTime: 0 }])).format).toBe('json')
    expect(readChapters('a.json', '[00:00] Intro')).toMatchObject({ format: 'json', chapters: [] })
    expect(told(readChapters('a.json', ' \n'))).toEqual(['1 empty'])
  })
})

describe('show notes', () => {
  const notes = (text: string) => readNotesChapters(text)

  test('a list among other text', () => {
    const text = `We talked from 12:30 on.

## Chapters

- 00:00 Intro
- 05:10 [The letter](https://e.com)
  read by Ada
- 1:02:03 **Farewell**

## Links
10:00 no chapter`
    expect(notes(text)).toEqual({
      chapters: [
        { start: 0, title: 'Intro' },
        { start: 310, title: 'The letter', url: 'https://e.com' },
        { start: 3723, title: 'Farewell' },
      ],
      lines: [5, 6, 8],
      problems: [],
    })
  })

  test.each([
    ['a list', '- 00:00 Intro\n- 01:00 End'],
    ['links', '[00:00](https://a.example/x_(b)) Intro\n[01:00](#t=60) End'],
    ['links in bold, in a list', '* **[00:00](#t=00:00)** Intro\n* **[01:00](#t=01:00)** End'],
    ['links around the titles too', '- [00:00 Intro](#t=0)\n- [01:00 End](#t=60)'],
    [
      'anchors',
      '<a href="https://a.example/?a=1&amp;t=0">00:00</a> Intro<br>\n<a href="#t=60">01:00</a> End',
    ],
    [
      'HTML in one line',
      '<p>Chapters</p><ul><li><a href="#t=0">00:00</a> Intro</li><li>01:00 <b>End</b></li></ul>',
    ],
    ['broken lines', '00:00 Intro<br />\n01:00 End'],
  ])('times in %s', (_, text) => {
    expect(notes(text).chapters).toEqual([
      { start: 0, title: 'Intro' },
      { start: 60, title: 'End' },
    ])
    expect(mayHoldTimes(text)).toBe(true)
  })

  test('an anchor around a title is its link, and what only looks like a tag is title', () => {
    expect(
      notes('00:00 <a class="x" href="https://a.example/b">Intro</a>\n01:00 Vec<T> and `<br>`').chapters,
    ).toEqual([
      { start: 0, title: 'Intro', url: 'https://a.example/b' },
      { start: 60, title: 'Vec<T> and <br>' },
    ])
  })

  test.each([
    ['a mention in a sentence', 'At 00:00 it begins, at 05:00 it ends.'],
    ['lines that begin with a time of day', '10:30 Doors open\n11:00 Talk'],
    ['one line', '00:00 Intro'],
    ['times without titles', '00:00\n05:00\n10:00'],
    ['code', '```\n00:00 Intro\n05:00 End\n```'],
    ['nothing', ''],
  ])('%s gives nothing', (_, text) => {
    expect(notes(text)).toEqual({ chapters: [], lines: [], problems: [] })
  })

  test.each([
    ['00:10 Intro\n05:00 Middle\n06:00 End', ['1 first-not-zero 10']],
    ['00:00 Intro\n05:00 Middle\n04:00 End', ['3 not-ascending']],
    ['00:00 Intro\n05:00 Middle\n05:00 End', ['3 same-start']],
  ])('%j is a list with a fault: no chapters, one problem', (text, expected) => {
    expect(notes(text).chapters).toEqual([])
    expect(told(notes(text))).toEqual(expected)
  })
})

describe('front matter', () => {
  test('lines, maps and maps of one pair', () => {
    const value = [
      '00:00 Intro',
      { start: '5:10', title: 'The letter', url: 'https://e.com', image: 'l.jpg', end: '6:00' },
      {
        startTime: '400',
        title: null,
        img: 'm.jpg',
        toc: 'false',
        location: { name: 'Kiel', geo: 'geo:54.3,10.1' },
      },
      { '10:00': 'Farewell' },
      { start: 700.5, href: 'https://e.com/x', title: 1984 },
    ]
    expect(readChapterList(value)).toEqual({
      chapters: [
        { start: 0, title: 'Intro' },
        { start: 310, end: 360, title: 'The letter', url: 'https://e.com', image: 'l.jpg' },
        { start: 400, image: 'm.jpg', toc: false, location: { name: 'Kiel', geo: 'geo:54.3,10.1' } },
        { start: 600, title: 'Farewell' },
        { start: 700.5, title: '1984', url: 'https://e.com/x' },
      ],
      lines: [],
      entries: [0, 1, 2, 3, 4],
      problems: [],
    })
  })

  test.each([
    [{ '00:00': 'Intro', '5:10': { title: 'Letter', url: 'u' } }],
    ['00:00 Intro\n5:10 [Letter](u)\n'],
  ])('%j', value => {
    expect(readChapterList(value).chapters).toEqual([
      { start: 0, title: 'Intro' },
      { start: 310, title: 'Letter', url: 'u' },
    ])
  })

  test.each([
    [['Intro'], ['[0] bad-line Intro']],
    [['00:00'], ['[0] missing-title']],
    [[7], ['[0] not-an-object']],
    [[{ title: 'x' }], ['[0] missing-key startTime']],
    [[{ start: '1:99' }], ['[0] bad-time start 1:99']],
    [[{ start: '0', tilte: 'x' }], ['[0] unknown-key tilte']],
    [[{ start: '0', toc: 'maybe' }], ['[0] wrong-type toc maybe']],
    [[{ start: { a: 1 } }], ['[0] bad-time start a map']],
    [
      ['00:10 a', '00:05 b', { start: '5', title: 'c' }],
      ['[1] not-ascending', '[2] same-start'],
    ],
    [[], ['no-chapters']],
    [{}, ['no-chapters']],
    [{ a: 1 }, ['no-chapters']],
    [7, ['no-chapters']],
    [null, ['no-chapters']],
  ])('%j', (value, expected) => {
    expect(told(readChapterList(value))).toEqual(expected)
  })
})

describe('written and read again', () => {
  const url = fc.webUrl()
  const optional = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: undefined })
  const words = fc.stringMatching(/^[\p{L}\p{N}&<>"'.,:!?-]{1,20}$/u)
  const chapter = fc
    .record({
      start: fc.integer({ min: 0, max: 10 ** 8 }),
      length: optional(fc.integer({ min: 1, max: 10 ** 6 })),
      title: optional(words),
      url: optional(url),
      image: optional(url),
      silent: fc.boolean(),
      location: optional(fc.record({ name: words, geo: words })),
    })
    .map(({ start, length, title, silent, ...rest }) => {
      const fields = {
        start: start / 1000,
        title,
        end: length === undefined ? undefined : (start + length) / 1000,
        toc: silent ? false : undefined,
        ...rest,
      }
      return Object.fromEntries(
        Object.entries(fields).filter(([, value]) => value !== undefined),
      ) as unknown as Chapter
    })
  const chapters = fc
    .uniqueArray(chapter, { selector: ({ start }) => start, minLength: 1 })
    .map(list => list.toSorted((a, b) => a.start - b.start))

  test('JSON', () => {
    fc.assert(
      fc.property(chapters, list => {
        const reading = readChapters('a.json', writeJsonChapters(list, { title: 'T', podcastName: 'P' }))
        expect(reading.chapters).toEqual(list)
        expect(reading.problems).toEqual([])
      }),
    )
  })

  test('the same chapters, whatever the order of their keys, give the same text', () => {
    const a: Chapter = { start: 1.0004, title: 'x', url: 'u' }
    const b: Chapter = { url: 'u', title: 'x', start: 1, toc: true }
    expect(writeJsonChapters([a])).toBe(writeJsonChapters([b]))
    expect(writeJsonChapters([a], { title: 'E', podcastName: 'P' })).toBe(`{
  "version": "1.2.0",
  "title": "E",
  "podcastName": "P",
  "chapters": [
    {
      "startTime": 1,
      "title": "x",
      "url": "u"
    }
  ]
}
`)
  })

  test('Podlove Simple Chapters and lines, by their times', () => {
    fc.assert(
      fc.property(chapters, list => {
        const starts = list.map(({ start }) => start).filter(start => start < 360_000)
        const psc = starts.map(start => `<chapter start="${formatNpt(start)}" title="t"/>`).join('')
        const lines = starts.map(start => `${formatNpt(start)} t`).join('\n')
        const read = (text: string) => readChapters('a', text).chapters.map(({ start }) => start)
        expect(read(`<chapters>${psc}</chapters>`)).toEqual(starts)
        expect(read(lines)).toEqual(starts)
      }),
    )
  })
})

describe('limits', () => {
  test.each([
    ['spaces', (n: number) => `00:00 a${' '.repeat(n)}b`],
    ['brackets', (n: number) => `00:00 ${'['.repeat(n)}`],
    ['stars', (n: number) => `00:00 ${'**a '.repeat(n)}`],
    ['dashes', (n: number) => `00:00 ${'- '.repeat(n)}`],
    ['quotes', (n: number) => `0,${'"'.repeat(n)}`],
    ['lines', (n: number) => '00:00 a\n'.repeat(n)],
    ['text', (n: number) => 'what\n'.repeat(n)],
    ['objects', (n: number) => `[${'{"startTime":"x"},'.repeat(n)}{}]`],
    ['elements', (n: number) => `<chapters>${'<chapter/>'.repeat(n)}</chapters>`],
  ] as const)('%s: linear time', (_, make) => {
    for (const read of [(text: string) => readChapters('a.txt', text), readNotesChapters, readChapterList])
      expect(growth(make, 4000, read)).toBeLessThan(LINEAR)
  })

  test('over 4 M characters, or 10,000 chapters', () => {
    expect(told(readChapters('a.txt', ' '.repeat(5_000_000)))).toEqual(['1 too-large'])
    const many = Array.from({ length: 10_001 }, (_, n) => `${formatNpt(n)} t`)
    expect(readChapters('a.txt', many.join('\n')).chapters).toHaveLength(10_000)
    expect(told(readChapterList(many))).toEqual(['too-large'])
  })

  test('any text and any value is read without throwing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.anything(), (text, value) => {
        readChapters('a.json', text)
        readNotesChapters(text)
        readChapterList(value)
        readChapterList([value])
        readChapterList([{ start: '0', location: value }])
      }),
      { numRuns: 500 },
    )
  })
})
