import { describe, expect, test } from 'vitest'
import { jsonValues, transcriptCharacters, transcriptCues, transcriptLines } from '../../src/limits.ts'
import type { Cue } from '../../src/model.ts'
import {
  joinWords,
  writePlainText,
  writeTranscriptJson,
  writeVtt,
} from '../../src/render/transcript-files.ts'
import { readTranscript } from '../../src/transcripts/index.ts'
import { growth, LINEAR } from '../support/growth.ts'
import fc from '../support/property.ts'

const bare = ({ line: _, ...cue }: Cue) => cue
const cues = (name: string, text: string) => readTranscript(name, text).cues.map(bare)
const problems = (name: string, text: string) =>
  readTranscript(name, text).problems.map(({ kind, line, value }) => `${line} ${kind} ${value ?? ''}`.trim())

describe('WebVTT', () => {
  const vtt = (text: string) => cues('a.vtt', text)
  const faults = (text: string) => problems('a.vtt', text)

  test('header text, notes, styles, regions, identifiers and settings are no speech', () => {
    const text = `\ufeffWEBVTT - made by hand
Kind: captions

NOTE a comment
over two lines

STYLE
::cue { color: lime }

REGION
id:fred

1 - intro
00:00.000 --> 00:04.200 line:0 align:start
<v Ada>Low water was
at six.

00:00:04.200-->01:00:06.000
Second & third.
`
    expect(vtt(text)).toEqual([
      { start: 0, end: 4.2, speaker: 'Ada', text: 'Low water was\nat six.' },
      { start: 4.2, end: 3606, text: 'Second & third.' },
    ])
    expect(faults(text)).toEqual([])
  })

  test.each(['\r\n', '\r', '\n'])('lines ended by %j', end => {
    const text = ['WEBVTT', '', '00:01.000 --> 00:02.000', 'One', '', '00:02.000 --> 00:03.000', 'Two'].join(
      end,
    )
    expect(vtt(text)).toHaveLength(2)
    expect(readTranscript('a.vtt', text).cues[1]?.line).toBe(6)
  })

  test.each([
    ['<v Ada>Hello', [{ speaker: 'Ada', text: 'Hello' }]],
    ['<v.loud.first Ada Lovelace>Hello</v>', [{ speaker: 'Ada Lovelace', text: 'Hello' }]],
    [
      '<v Ada>Hello</v> <v Grace>Hi</v>',
      [
        { speaker: 'Ada', text: 'Hello' },
        { speaker: 'Grace', text: 'Hi' },
      ],
    ],
    ['Music <v Ada>Hello', [{ text: 'Music' }, { speaker: 'Ada', text: 'Hello' }]],
    [
      '<v R&amp;D>1 &lt; 2 &#x2764; &nbsp;&eacute; &bogus;',
      [{ speaker: 'R&D', text: '1 < 2 ❤ \u00a0é &bogus;' }],
    ],
    ['<c.yellow><i>Hel</i>lo</c> <00:00:01.500>there <lang de>Welt</lang>', [{ text: 'Hello there Welt' }]],
    ['<v>nobody', [{ text: 'nobody' }]],
    ['3 < 4 and 5 > 4', [{ text: '3 < 4 and 5 > 4' }]],
  ])('%s', (payload, expected) => {
    expect(vtt(`WEBVTT\n\n00:00.000 --> 00:09.000\n${payload}`)).toEqual(
      expected.map(voice => ({ start: 0, end: 9, ...voice })),
    )
  })

  test('faults are told with their lines, and the cues are read all the same', () => {
    const text = `WEBVTT

00:00:01,000 --> 00:00:02,000
comma

0:3.5 --> 0:5.5
loose

00:00:09.000 --> 00:00:08.000
backwards

00:00:07.000 --> 00:00:10.000
too early

some --> where
lost

words that belong nowhere

00:00:11.000 --> 00:00:12.000
`
    expect(faults(text)).toEqual([
      '3 comma-in-time 00:00:01,000 --> 00:00:02,000',
      '6 bad-timing 0:3.5 --> 0:5.5',
      '9 start-not-before-end 00:00:09.000',
      '12 not-ascending 00:00:07.000',
      '15 bad-timing some --> where',
      '18 stray-text words that belong nowhere',
      '20 empty-cue',
    ])
    expect(vtt(text).map(cue => cue.text)).toEqual(['comma', 'loose', 'backwards', 'too early'])
  })

  test('cues may overlap', () => {
    expect(faults('WEBVTT\n\n00:01.000 --> 00:09.000\na\n\n00:02.000 --> 00:03.000\nb')).toEqual([])
  })

  test.each(['WEBVTTx', 'webvtt', '1', '\nWEBVTT'])('%j is no header', header => {
    expect(faults(`${header}\n\n00:01.000 --> 00:02.000\na`)[0]).toMatch(/^1 no-header/)
  })

  test('a second timing line begins a new cue without a blank line', () => {
    expect(vtt('WEBVTT\n\n00:01.000 --> 00:02.000\na\n00:02.000 --> 00:03.000\nb')).toHaveLength(2)
  })
})

describe('SRT', () => {
  const srt = (text: string) => cues('a.srt', text)
  const faults = (text: string) => problems('a.srt', text)

  test('numbers, names, markup and line ends', () => {
    const text = `\ufeff1\r
00:00:00,000 --> 00:00:04,200\r
Ada: Low water was\r
<i>at six</i> this {\\an8}morning.\r
\r
2\r
00:00:04,200 --> 00:00:06,000\r
Grace Hopper: Was it?\r
- Dr. van der Berg: It was.\r
`
    expect(srt(text)).toEqual([
      { start: 0, end: 4.2, speaker: 'Ada', text: 'Low water was\nat six this morning.' },
      { start: 4.2, end: 6, speaker: 'Grace Hopper', text: 'Was it?' },
      { start: 4.2, end: 6, speaker: 'Dr. van der Berg', text: 'It was.' },
    ])
    expect(faults(text)).toEqual([])
  })

  test.each([
    'Then he said: no',
    'At 10:30 we left',
    'https://example.com',
    'one thing: time',
    '[Music]: soft',
  ])('%j names nobody', line => {
    expect(srt(`1\n00:00:00,000 --> 00:00:01,000\n${line}`)).toEqual([{ start: 0, end: 1, text: line }])
  })

  test('faults are told with their lines, and the cues are read all the same', () => {
    const text = `Made with Tool

1
00:00:00.000 --> 00:00:01.000
dot

00:00:01,000 --> 00:00:02,000
no number

3
0:02,0 --> 00:00:03,000
loose

with a blank line

5
00:00:05,000 --> 00:00:04,000
backwards
6
00:00:xx --> 00:00:08,000
lost
7
00:00:03,500 --> 00:00:08,000
early
8
00:00:09,000 --> 00:00:10,000

`
    expect(faults(text)).toEqual([
      '1 stray-text Made with Tool',
      '4 dot-in-time 00:00:00.000 --> 00:00:01.000',
      '7 missing-number',
      '11 bad-timing 0:02,0 --> 00:00:03,000',
      '13 blank-line-in-cue',
      '16 number-out-of-order 5',
      '17 start-not-before-end 00:00:05.000',
      '20 bad-timing 00:00:xx --> 00:00:08,000',
      '23 not-ascending 00:00:03.500',
      '26 empty-cue',
    ])
    expect(srt(text).map(cue => cue.text)).toEqual([
      'dot',
      'no number',
      'loose\nwith a blank line',
      'backwards',
      'early',
    ])
  })

  test('a cue whose text is a number keeps it', () => {
    expect(srt('1\n00:00:00,000 --> 00:00:01,000\n42\n\n2\n00:00:01,000 --> 00:00:02,000\nyes')).toEqual([
      { start: 0, end: 1, text: '42' },
      { start: 1, end: 2, text: 'yes' },
    ])
  })
})

describe('JSON', () => {
  const json = (value: unknown) => JSON.stringify(value, undefined, 1)

  test('segments', () => {
    const text = json({
      version: '1.0.0',
      segments: [
        { speaker: 'Ada', startTime: 0.5, endTime: 4.2, body: 'Low water.' },
        { startTime: 5, body: 'Yes.' },
      ],
    })
    expect(cues('a.json', text)).toEqual([
      { start: 0.5, end: 4.2, speaker: 'Ada', text: 'Low water.' },
      { start: 5, text: 'Yes.' },
    ])
    expect(problems('a.json', text)).toEqual([])
  })

  test.each([
    ['{"version":"1.0.0",\n"segments":[{]}', ['2 invalid-json key']],
    ['{"segments":[]}', ['1 missing-version']],
    ['{"version":"2.0","segments":[]}', ['1 wrong-version 2.0']],
    ['{"version":1,"segments":[]}', ['1 wrong-version 1']],
    ['{"version":"1.0.0"}', ['1 no-segments']],
    ['[\n{"startTime":1,"body":"x"}]', ['1 not-an-object']],
    ['{"version":"1.0.0","segments":[\n{"startTime":"1.5","body":"x"}]}', ['2 number-as-text startTime']],
    ['{"version":"1.0.0","segments":[\n{"startTime":"soon","body":"x"}]}', ['2 wrong-type startTime']],
    [
      '{"version":"1.0.0","segments":[\n{"body":"x","text":"y"}]}',
      ['2 unknown-key text', '2 missing-key startTime'],
    ],
    [
      '{"version":"1.0.0","segments":[\n{"startTime":-1,"body":7}]}',
      ['2 wrong-type startTime', '2 wrong-type body'],
    ],
    [
      '{"version":"1.0.0","segments":[\n{"startTime":2,"endTime":1,"body":"x"},\n{"startTime":1,"body":"x"}]}',
      ['2 start-not-before-end 00:00:02.000', '3 not-ascending 00:00:01.000'],
    ],
    ['{"version":"1.0.0","segments":[1]}', ['1 not-an-object']],
  ])('%s', (text, expected) => {
    expect(problems('a.json', text)).toEqual(expected)
  })

  test('a time in quotes is read', () => {
    expect(cues('a.json', '{"version":"1.0.0","segments":[{"startTime":"1.5","body":"x"}]}')).toEqual([
      { start: 1.5, text: 'x' },
    ])
  })
})

describe('HTML', () => {
  test('cite, time and p', () => {
    const text = `<cite>Ada:</cite>
<time>0:00</time>
<p>Low water was at six &amp; cold,
it&#39;s said.</p>
<cite>Grace:</cite> <time>1:02:03</time> <p>Indeed.</p>`
    expect(cues('a.html', text)).toEqual([
      { start: 0, speaker: 'Ada', text: "Low water was at six & cold, it's said." },
      { start: 3723, speaker: 'Grace', text: 'Indeed.' },
    ])
    expect(readTranscript('a.html', text).cues[0]?.line).toBe(3)
    expect(problems('a.html', text)).toEqual([])
  })

  test('without times it is text', () => {
    expect(readTranscript('a.html', '<cite>Ada:</cite><p>Hello.</p><p>Bye.</p>')).toEqual({
      type: 'text/html',
      cues: [],
      text: 'Ada: Hello.\n\nBye.',
      problems: [],
    })
  })

  test('other tags are told once each, and what they hide is no speech', () => {
    const text = `<!doctype html><html><head><title>x</title><style>p { color: red }</style></head>
<body><div>One</div><div>Two <b>bold</b></div><script>if (a<b) c()</script><!-- <p>no</p> --></body></html>`
    expect(problems('a.html', text)).toEqual([
      '1 disallowed-tag html',
      '1 disallowed-tag head',
      '1 disallowed-tag title',
      '1 disallowed-tag style',
      '2 disallowed-tag body',
      '2 disallowed-tag div',
      '2 disallowed-tag b',
      '2 disallowed-tag script',
    ])
    expect(readTranscript('a.html', text).text).toBe('One\n\nTwo bold')
  })

  test('unclosed tags and times that are none', () => {
    expect(problems('a.html', '<cite>Ada:</cite>\n<time>later</time>\n<p>One\n<p>Two')).toEqual([
      '2 bad-time later',
      '3 unclosed-tag p',
      '4 unclosed-tag p',
    ])
  })
})

describe('content against name', () => {
  const caption = '00:00:01,000 --> 00:00:02,000\nHi'

  test.each([
    ['a.txt', 'Ada: Hello.\r\n\r\nGrace: Hi.\n', 'text/plain', []],
    ['a.srt', 'WEBVTT\n\n00:01.000 --> 00:02.000\nHi', 'text/vtt', ['1 name-disagrees application/x-subrip']],
    ['a.txt', `1\n${caption}`, 'application/x-subrip', ['1 name-disagrees text/plain']],
    ['a.vtt', '{"version":"1.0.0","segments":[]}', 'application/json', ['1 name-disagrees text/vtt']],
    ['a.srt', '<!DOCTYPE html><p>404</p>', 'text/html', ['1 name-disagrees application/x-subrip']],
    ['a.json', '', 'application/json', ['1 empty']],
    ['a.de.vtt', ' \n', 'text/vtt', ['1 empty']],
    ['a.unknown', `1\n${caption}`, 'application/x-subrip', []],
    ['a.txt', '[music]\nAda: {laughs}', 'text/plain', []],
  ])('%s: %j', (name, text, type, expected) => {
    const reading = readTranscript(name, text)
    expect(reading.type).toBe(type)
    expect(problems(name, text)).toEqual(expected)
  })

  test('plain text keeps its paragraphs', () => {
    expect(readTranscript('a.txt', '\ufeffOne\r\n\r\nTwo\r\n').text).toBe('One\n\nTwo')
  })
})

describe('written and read again', () => {
  const words = fc
    .array(fc.stringMatching(/^[\p{L}\p{N}&<>"'.,:!?-]{1,12}$/u), { minLength: 1, maxLength: 6 })
    .map(parts => parts.join(' '))
  const milliseconds = fc.integer({ min: 1, max: 40_000_000 })
  const spoken = fc
    .array(
      fc.record({
        start: milliseconds,
        length: fc.integer({ min: 1, max: 9000 }),
        speaker: fc.option(words),
        text: words,
      }),
    )
    .map(list =>
      list
        .toSorted((a, b) => a.start - b.start)
        .map(
          ({ start, length, speaker, text }): Cue => ({
            start: start / 1000,
            end: (start + length) / 1000,
            ...(speaker === null ? {} : { speaker }),
            text,
          }),
        ),
    )

  test('WebVTT', () => {
    fc.assert(
      fc.property(spoken, list => {
        const text = writeVtt(list)
        expect(cues('a.vtt', text)).toEqual(list)
        expect(problems('a.vtt', text)).toEqual([])
      }),
    )
  })

  test('JSON', () => {
    fc.assert(
      fc.property(spoken, list => {
        const text = writeTranscriptJson(list)
        expect(cues('a.json', text)).toEqual(list)
        expect(problems('a.json', text)).toEqual([])
      }),
    )
  })

  test('an SRT gives sound WebVTT and JSON, whatever its faults', () => {
    const line = fc.constantFrom(
      '1',
      '',
      '00:00:02,000 --> 00:00:01,000',
      '00:00:01,000 --> 00:00:03,000',
      'Ada: a --> b',
      'x',
      '\u0000<v',
    )
    fc.assert(
      fc.property(fc.array(line), lines => {
        const read = readTranscript('a.srt', lines.join('\n')).cues
        expect(problems('a.vtt', writeVtt(read))).toEqual([])
        expect(
          problems('a.json', writeTranscriptJson(read)).filter(words => !words.includes('start-not')),
        ).toEqual([])
      }),
    )
  })
})

describe('writers', () => {
  test('a missing end is the next start, or time to read', () => {
    expect(
      writeVtt([
        { start: 0, text: 'One' },
        { start: 90, text: 'x'.repeat(45) },
      ]),
    ).toBe(
      `WEBVTT\n\n00:00:00.000 --> 00:01:30.000\nOne\n\n00:01:30.000 --> 00:01:33.000\n${'x'.repeat(45)}\n`,
    )
  })

  test('blank lines and arrows in the text do no harm', () => {
    expect(writeVtt([{ start: 0, end: 1, text: 'a\n\nb --> c' }])).toContain('\na\nb --&gt; c\n')
  })

  test('plain text has a paragraph for each turn', () => {
    const list = [
      { start: 0, end: 1, speaker: 'Ada', text: 'Low water\nwas' },
      { start: 1, end: 2, text: 'at six.' },
      { start: 2, end: 3, speaker: 'Grace', text: 'Yes.' },
      { start: 3, end: 4, speaker: 'Grace', text: 'Quite.' },
    ]
    expect(writePlainText(list)).toBe('Ada: Low water was at six.\n\nGrace: Yes. Quite.\n')
  })

  test('long speech without speakers is parted where sentences end', () => {
    const list = Array.from({ length: 100 }, (_, start) => ({
      start,
      end: start + 1,
      text: 'A sentence of some length.',
    }))
    const paragraphs = writePlainText(list).trim().split('\n\n')
    expect(paragraphs.length).toBeGreaterThan(3)
    expect(paragraphs.every(paragraph => paragraph.endsWith('.'))).toBe(true)
  })

  test('words become phrases of one speaker', () => {
    const word = (speaker: string, start: number, text: string): Cue => ({
      speaker,
      start,
      end: start + 0.25,
      text,
    })
    const list = [
      word('Vader', 0.5, 'I'),
      word('Vader', 1, 'am'),
      word('Vader', 1.5, 'here.'),
      word('Luke', 2, 'No'),
    ]
    expect(joinWords(list)).toEqual([
      { speaker: 'Vader', start: 0.5, end: 1.75, text: 'I am here.' },
      { speaker: 'Luke', start: 2, end: 2.25, text: 'No' },
    ])
    const sentences = [{ start: 0, end: 1, text: 'Not word by word' }]
    expect(joinWords(sentences)).toBe(sentences)
  })
})

describe('limits', () => {
  const hostile = [
    ['open tags', (n: number) => `WEBVTT\n\n00:01.000 --> 00:02.000\n${'<v '.repeat(n)}`],
    ['spaces in a tag', (n: number) => `WEBVTT\n\n00:01.000 --> 00:02.000\n<v${' '.repeat(n)}`],
    ['arrows', (n: number) => `WEBVTT\n\n${'-->\n'.repeat(n)}`],
    ['one cue of many lines', (n: number) => `1\n00:00:01,000 --> 00:00:02,000\n${'A: b\n'.repeat(n)}`],
    ['braces', (n: number) => `1\n00:00:01,000 --> 00:00:02,000\n${'{\\'.repeat(n)}`],
    ['comments', (n: number) => `<p>${'<!--'.repeat(n)}`],
    ['tags without end', (n: number) => `<p>${'<p '.repeat(n)}`],
    ['paragraphs', (n: number) => '<p>a'.repeat(n)],
    ['brackets', (n: number) => '['.repeat(n)],
    ['segments', (n: number) => `[${'{"startTime":"a"},'.repeat(n)}{}]`],
    ['references', (n: number) => `<p>${'&#1'.repeat(n)}`],
  ] as const

  test.each(hostile)('%s: linear time', (_, make) => {
    for (const name of ['a.vtt', 'a.srt', 'a.json', 'a.html', 'a.txt'])
      expect(
        growth(make, 5000, text => readTranscript(name, text)),
        name,
      ).toBeLessThan(LINEAR)
  })

  const cue = '00:00.000 --> 00:01.000\n'
  test.each<[of: string, name: string, text: () => string]>([
    ['characters', 'a.txt', () => 'x'.repeat(transcriptCharacters + 1)],
    ['lines', 'a.txt', () => '\n'.repeat(transcriptLines)],
    ['lines', 'a.vtt', () => '\r'.repeat(transcriptLines)],
    ['cues', 'a.vtt', () => `WEBVTT\n\n${cue}${'<v a>b'.repeat(transcriptCues + 1)}`],
    ['cues', 'a.vtt', () => `WEBVTT\n${`\n${cue}a\n`.repeat(transcriptCues + 1)}`],
    ['cues', 'a.srt', () => '1\n00:00:00,000 --> 00:00:01,000\na\n'.repeat(transcriptCues + 1)],
    ['cues', 'a.html', () => '<time>0:00</time><p>a</p>'.repeat(transcriptCues + 1)],
    ['values', 'a.json', () => `[${'1,'.repeat(jsonValues)}1]`],
  ])('too many %s (%s): not one is kept, and that is the one thing that is said', (of, name, text) => {
    const reading = readTranscript(name, text())
    expect(reading.cues).toEqual([])
    expect(reading.problems).toEqual([{ kind: 'too-large', line: 1, value: of }])
  })

  test('a voice that opens a million times and never closes is text', () => {
    expect(readTranscript('a.vtt', `WEBVTT\n\n${cue}${'<v '.repeat(1_000_000)}`).cues).toHaveLength(1)
  })

  test('any text is read without throwing', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary' }),
        fc.constantFrom('a.vtt', 'a.srt', 'a.json', 'a.html', 'a.txt'),
        (text, name) => {
          const { cues: found } = readTranscript(name, text)
          expect(problems('a.vtt', writeVtt(found))).toEqual([])
        },
      ),
    )
  })
})
