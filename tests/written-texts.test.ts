/** What is wrong with a text is told in whatever field it stands, in lists and maps too. */

import { describe, expect, test } from 'vitest'
import type { Example } from '../src/diagnostic.ts'
import { lay } from './support/lay.ts'
import { runShow } from './support/run.ts'

const told = async (example: Example) => {
  const { diagnostics } = await runShow(lay(example).files)
  return diagnostics
    .filter(({ rule }) => rule === 'text/entities' || rule === 'text/damaged')
    .map(({ rule, place, message, help }) => [
      rule,
      `${place.file}:${place.line}`,
      message.split(/ (?:holds|contains) /)[0],
      help,
    ])
}

describe('HTML in a text that is none', () => {
  test.each([
    ['persons: { name: R&amp;D }', 'persons.name', 'R&D'],
    ['persons: [Ada, R&amp;D]', 'persons', 'R&D'],
    ['seasonName: Salt &amp; Rope', 'seasonName', 'Salt & Rope'],
    ['keywords: [ropes, "salt&nbsp;&amp; rope"]', 'keywords', 'salt\u00a0& rope'],
    [
      'funding: { url: "https://show.example/give?a=1&amp;b=2", text: Give }',
      'funding.url',
      'https://show.example/give?a=1&b=2',
    ],
    ['link: https://show.example/?a=1&amp;b=2', 'link', 'https://show.example/?a=1&b=2'],
  ])('%s', async (line, name, right) => {
    expect(await told({ '001.md': line })).toEqual([
      [
        'text/entities',
        `episodes/001.md:${line.startsWith('link') ? 6 : 7}`,
        `\`${name}\``,
        `Write \`${right}\`.`,
      ],
    ])
  })

  test('the name of a file is what it is on disk', async () => {
    expect(
      await told({ '001.md': 'audio: R&amp;D.mp3', 'R&amp;D.mp3': '!mp3 10', '001.mp3': '!nothing' }),
    ).toEqual([])
  })

  test('a description is Markdown, in which it is a sign like any other', async () => {
    expect(await told({ '001.md': 'description: Salt &amp; rope' })).toEqual([])
  })
})

test('characters that were lost, written as escapes too', async () => {
  const lines = ['persons: { name: "Caf\\uFFFD" }', 'seasonName: "The\\x85 sea"', 'description: Caf\uFFFD']
  expect(
    (await told({ '001.md': lines.join('\n') })).map(([rule, place, name]) => [rule, place, name]),
  ).toEqual([
    ['text/damaged', 'episodes/001.md:7', '`persons.name`'],
    ['text/damaged', 'episodes/001.md:8', '`seasonName`'],
    ['text/damaged', 'episodes/001.md:9', '`description`'],
  ])
})
