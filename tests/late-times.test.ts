/** An editor that counts from 01:00:00 exports every time an hour late: `validate --fix` takes the hours away, and nothing else. */

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { fix } from '../src/fix.ts'
import { type Files, temporaryFolder, writeFiles } from './support/folder.ts'
import { lay } from './support/lay.ts'
import { now } from './support/run.ts'

const repaired = async (files: Files) => {
  const root = temporaryFolder()
  writeFiles(join(root, 'episodes'), files)
  const fixed = await fix({
    location: join(root, 'episodes'),
    folder: 'episodes',
    now,
    generator: 'test',
    process: { id: process.pid },
  })
  return { fixed, read: (name: string) => readFileSync(join(root, 'episodes', name), 'utf8') }
}

const show = (more: Files) => ({ ...lay({ '001.mp3': '!mp3 60' }).files, ...more })

const srt = (hour: string) =>
  `1\r\n${hour}:00:01,000 --> ${hour}:00:04,250\r\nAda: At 01:00:00 sharp --\r\n\r\n2\r\n${hour}:00:30,5 --> ${hour}:00:41,999\r\nLow.\r\n`

const transcripts: readonly (readonly [name: string, text: (late: boolean) => string])[] = [
  ['001.srt', late => `\ufeff${srt(late ? '01' : '00')}`],
  [
    '001.vtt',
    late => {
      const h = late ? '10' : '00'
      return `WEBVTT\n\nNOTE 10:00:00.000 stays\n\n${h}:00:00.000 --> ${h}:00:20.000 line:0 10:00\n<v Ada>High <${h}:00:02.500>water at 10:00:00.\n\n${h}:00:20.000 --> ${h}:00:50.000\nLow.\n`
    },
  ],
  [
    '001.json',
    late =>
      `{\n  "version": "1.0.0",\n  "segments": [\n    { "startTime": ${late ? 3600.52 : 0.52}, "endTime": ${late ? 3640 : 40}, "body": "It is \\"startTime\\" 3600" }\n  ]\n}\n`,
  ],
  [
    '001.html',
    late => `<cite>Ada:</cite>\n<time>${late ? '1:00:30' : '0:00:30'}</time>\n<p>At 1:00:30.</p>\n`,
  ],
  ['001.vtt', late => `WEBVTT\n\n${late ? '60' : '00'}:05.000 --> ${late ? '60' : '00'}:50.000\nLow.\n`],
]

describe('a transcript', () => {
  test.each(transcripts)('%s', async (name, text) => {
    const { fixed, read } = await repaired(show({ [name]: text(true) }))
    expect(fixed.repaired.map(({ rule, fix }) => [rule, fix.file])).toEqual([
      ['transcripts/within-duration', `episodes/${name}`],
    ])
    expect(read(name)).toBe(text(false))
    expect(fixed.diagnostics.filter(({ rule }) => rule.endsWith('within-duration'))).toEqual([])
  })

  test.each([
    [
      'some of it lies inside',
      'WEBVTT\n\n00:01.000 --> 00:09.000\nHigh.\n\n01:00:20.000 --> 01:00:30.000\nLow.\n',
    ],
    ['it does not fit without the hours', 'WEBVTT\n\n01:00:01.000 --> 01:02:00.000\nHigh.\n'],
    ['it is late, and not by an hour', 'WEBVTT\n\n00:02:01.000 --> 00:02:09.000\nHigh.\n'],
  ])('%s: it stays', async (_, text) => {
    const { fixed, read } = await repaired(show({ '001.vtt': text }))
    expect(fixed.repaired).toEqual([])
    expect(read('001.vtt')).toBe(text)
    expect(fixed.diagnostics.map(({ rule }) => rule)).toContain('transcripts/within-duration')
  })

  test('in UTF-16 it is told, and left as it is', async () => {
    const bytes = Buffer.from(`\ufeff${transcripts[0]![1](true)}`, 'utf16le')
    const { fixed } = await repaired(show({ '001.srt': bytes }))
    expect(fixed.repaired).toEqual([])
    expect(fixed.leftAlone.size).toBe(0)
  })
})

const chapters: readonly (readonly [name: string, text: (late: boolean) => string])[] = [
  [
    '001.chapters.json',
    late =>
      `{ "version": "1.2.0", "chapters": [\n { "startTime": ${late ? 3600 : 0}, "title": "3600" },\n { "startTime": ${late ? 3620.5 : 20.5}, "endTime": ${late ? 3630 : 30}, "title": "Two" }, { "title": "Three", "startTime": ${late ? 3640 : 40} } ] }\n`,
  ],
  [
    '001.psc',
    late =>
      `<psc:chapters version="1.2" xmlns:psc="http://podlove.org/simple-chapters">\n <psc:chapter start='${late ? '01' : '00'}:00:00' title="One" />\n <psc:chapter title="Two" start="${late ? '01' : '00'}:00:20.5"/>\n <psc:chapter start="${late ? '01' : '00'}:00:40" title="Three"/>\n</psc:chapters>\n`,
  ],
  [
    '001.chapters.txt',
    late => {
      const h = late ? '1' : '0'
      return `${h}:00:00 One at 1:00:00\n${h}:00:20 - ${h}:00:30 Two\n(${h}:00:40) Three\n`
    },
  ],
  [
    '001.chapters.txt',
    late =>
      `${late ? 3600.0 : 0}.000000\t${late ? 3600 : 0}.000000\tOne\n${late ? 3620 : 20}.500000\t${late ? 3630 : 30}.000000\tTwo\n${late ? 3640 : 40}.0\t${late ? 3640 : 40}.0\tThree\n`,
  ],
  [
    '001.chapters.csv',
    late =>
      `title,start,url\nOne,${late ? '01' : '00'}:00:00,\n"Two, or 2",${late ? '01' : '00'}:00:20,https://show.example/\nThree,"${late ? '01' : '00'}:00:40.25",\n`,
  ],
]

describe('chapters beside the audio', () => {
  test.each(chapters)('%s', async (name, text) => {
    const { fixed, read } = await repaired(show({ [name]: text(true) }))
    expect(fixed.repaired.map(({ rule, fix }) => [rule, fix.file])).toEqual([
      ['chapters/within-duration', `episodes/${name}`],
    ])
    expect(read(name)).toBe(text(false))
    expect(fixed.diagnostics.filter(({ rule }) => rule === 'chapters/within-duration')).toEqual([])
  })

  test('where more than times would change, nothing does', async () => {
    const [name, text] = chapters[1]!
    const odd = text(true).replace('"Two"', `"start='01:00:00'"`)
    const { fixed, read } = await repaired(show({ [name]: odd }))
    expect(fixed.repaired).toEqual([])
    expect(read(name)).toBe(odd)
    expect(fixed.diagnostics.map(({ rule }) => rule)).toContain('chapters/within-duration')
  })

  test('chapters that lie inside stay where the transcript is late, and late ones go with it', async () => {
    const [, transcript] = transcripts[0]!
    const inside = '0:00 One\n0:20 Two\n0:40 Three\n'
    const one = await repaired(show({ '001.srt': transcript(true), '001.chapters.txt': inside }))
    expect(one.read('001.srt')).toBe(transcript(false))
    expect(one.read('001.chapters.txt')).toBe(inside)
    const [, late] = chapters[2]!
    const both = await repaired(show({ '001.srt': transcript(true), '001.chapters.txt': late(true) }))
    expect([both.read('001.srt'), both.read('001.chapters.txt')]).toEqual([transcript(false), late(false)])
  })
})

test('a file that only another repair brings in is repaired with it', async () => {
  const [, text] = transcripts[0]!
  const files = show({ 'words.srt': text(true) })
  const episode = String(files['001.md']).replace('---\n', '---\ntranscript: [words.srt]\n')
  const { fixed, read } = await repaired({ ...files, '001.md': episode })
  expect(read('words.srt')).toBe(text(false))
  expect(fixed.repaired.at(-1)?.rule).toBe('transcripts/within-duration')
})
