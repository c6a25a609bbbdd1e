import {
  type Always,
  type AskedBy,
  byPlace,
  diagnose,
  type Finding,
  type RuleWords,
} from '../../src/diagnostic.ts'
import type { Report, ReporterOptions } from '../../src/report/reporter.ts'

export const rule = (
  id: string,
  always: Always | undefined,
  title: string,
  askedBy: AskedBy,
  why = `${title}. Subscribers would notice.`,
): RuleWords => ({
  id,
  ...(always && { always }),
  title,
  why,
  specs: ['https://podcasters.apple.com/support/823-podcast-requirements'],
  askedBy,
  example: { bad: { '001.md': 'date: 2026-02-30' }, good: { '001.md': 'date: 2026-02-28' } },
})

export const dateInvalid = rule(
  'episode/date-invalid',
  undefined,
  'A date that does not exist',
  { apple: 'refuses', spotify: 'ignores', w3c: 'requires' },
  'An app cannot sort an episode whose date it cannot read; many drop it.',
)
export const unknownKey = rule('front-matter/unknown-key', 'noticed', 'A key that nothing reads', {})
export const guidTwice = rule('episode/guid-unique', 'broken', 'One guid for two episodes', {
  apple: 'ignores',
  spotify: 'ignores',
  psp1: 'requires',
})
export const truncated = rule('audio/truncated', 'broken', 'An audio file that ends early', {})
export const numbered = rule('episode/title-has-number', undefined, 'A number in the title', {
  apple: 'advises',
  psp1: 'advises',
})
export const bidi = rule('text/bidi-control', 'noticed', 'A character that turns the reading direction', {})
export const tooSmall = rule('artwork/size', undefined, 'Artwork outside of 1400 to 3000 pixels', {
  apple: 'refuses',
  spotify: 'refuses',
  amazon: 'refuses',
})

export const sources: Readonly<Record<string, string>> = {
  'episodes/002-the-ferry.md': `---
title: "Episode 2: The Ferry"
date: 2026-04-11
guid: 0f8b3d1e-52a6-5f0e-8c1d-3d4d4f6a7b11
---
`,
  'episodes/003-水先案内.md': `---
title: 港の水先案内人 👩🏽‍✈️ and the pilots
date: 2026-02-30
explcit: no
---

Notes.
`,
  'episodes/004-salt.md': `---
title: Salt
date: 2026-05-09
guid: 0f8b3d1e-52a6-5f0e-8c1d-3d4d4f6a7b11
description: ${'A long walk along the quay, past the ice house, the net lofts and the chandler. '.repeat(4)}with a \u202etrick\u202c in it.
---
`,
}

const at = (file: string, line: number, text: string) => {
  const column = (sources[file]?.split('\n')[line - 1] ?? '').indexOf(text) + 1
  return { file, line, column, endColumn: column + text.length }
}

const findings: readonly (readonly [RuleWords, Finding])[] = [
  [
    dateInvalid,
    {
      place: at('episodes/003-水先案内.md', 3, '2026-02-30'),
      message: 'The date 2026-02-30 does not exist: February 2026 has 28 days.',
      help: 'Write a day that exists, as in `date: 2026-02-28`.',
    },
  ],
  [
    unknownKey,
    {
      place: at('episodes/003-水先案内.md', 4, 'explcit'),
      message: 'Nothing reads the key "explcit"; the nearest known key is "explicit".',
      help: 'Write `explicit: no`.',
      fix: {
        file: 'episodes/003-水先案内.md',
        title: 'Rename the key to "explicit"',
        edits: [{ start: 66, end: 73, text: 'explicit' }],
      },
    },
  ],
  [
    guidTwice,
    {
      place: at('episodes/004-salt.md', 4, '0f8b3d1e-52a6-5f0e-8c1d-3d4d4f6a7b11'),
      message:
        'Two episodes have the guid 0f8b3d1e-52a6-5f0e-8c1d-3d4d4f6a7b11: an app takes them for one and shows whichever it met first.',
      help: 'Remove `guid` from the newer episode; build-feed gives it one of its own.',
      related: [
        {
          place: at('episodes/002-the-ferry.md', 4, '0f8b3d1e-52a6-5f0e-8c1d-3d4d4f6a7b11'),
          message: 'first used here',
        },
        {
          place: { file: 'episodes/feed.lock.json' },
          message: 'published under this guid since 11 April 2026',
        },
      ],
    },
  ],
  [
    bidi,
    {
      place: at('episodes/004-salt.md', 5, '\u202etrick\u202c'),
      message: 'The description holds U+202E, which turns the reading direction of all that follows.',
      help: 'Remove the character.',
    },
  ],
  [
    numbered,
    {
      place: at('episodes/002-the-ferry.md', 2, 'Episode 2: '),
      message: 'The title begins with "Episode 2:", and apps already show the number from `episode`.',
      help: 'Write `title: The Ferry` and `episode: 2`.',
    },
  ],
  [
    truncated,
    {
      place: { file: 'episodes/004-salt.mp3' },
      message: 'The audio ends after 29:59 where its header promises 1:00:00, so players stop in the middle.',
      help: 'Export the file again, or upload it again in full.',
    },
  ],
  [
    tooSmall,
    {
      place: { file: 'episodes/cover.jpg' },
      message: 'The artwork is 1000 x 1000 pixels; 1400 to 3000 are expected.',
    },
  ],
]

/** A show with one of each: what the golden files show. */
export const sample: Report = {
  diagnostics: findings.map(([words, finding]) => diagnose(words, finding)).sort(byPlace),
  rules: new Map(
    [dateInvalid, unknownKey, guidTwice, truncated, numbered, bidi, tooSmall].map(words => [words.id, words]),
  ),
  source: file => sources[file],
  shows: [
    {
      name: 'Harbour Notes',
      folder: 'episodes',
      episodes: 4,
      ready: {
        apple: ['episode/date-invalid', 'episode/guid-unique', 'artwork/size'],
        spotify: ['episode/guid-unique', 'artwork/size'],
        youtube: [],
      },
    },
  ],
  files: [
    'episodes/001-first-light.md',
    'episodes/002-the-ferry.md',
    'episodes/003-水先案内.md',
    'episodes/004-salt.md',
    'episodes/show.md',
  ],
  tool: { name: 'build-feed', version: '0.1.0' },
}

export const options = (over: Partial<ReporterOptions> = {}): ReporterOptions => ({
  colour: false,
  width: 80,
  quiet: false,
  ...over,
})
