/** `upcoming`: what goes live when, by the clocks of the show, and which run of a schedule lets it out. */

import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { dueOf, scheduleOf } from '../src/upcoming/index.ts'
import { temporaryFolder, writeFiles } from './support/folder.ts'
import { documentOf, frontMatter, goodShow } from './support/good-show.ts'
import { mp3 } from './support/mpeg.ts'
import { type Said, say } from './support/terminal.ts'

interface Show {
  /** By stem, the `date` of an episode. */
  readonly dates: Readonly<Record<string, string>>
  readonly timezone?: string
}

const listed = ({ dates, timezone = 'Europe/Brussels' }: Show, ...argv: readonly string[]): Promise<Said> => {
  const cwd = temporaryFolder()
  writeFiles(join(cwd, 'episodes'), {
    ...goodShow(),
    'show.md': documentOf({ ...frontMatter['show.md'], timezone }, 'Short talks.\n'),
    ...Object.fromEntries(
      Object.entries(dates).flatMap(([stem, date], i) => [
        [`${stem}.md`, documentOf({ title: `Talk ${stem}`, date }, 'Notes.\n')],
        [`${stem}.mp3`, mp3({ seconds: 20 + i })],
      ]),
    ),
  })
  return say({ cwd }, 'upcoming', ...argv)
}

describe('what is still to come', () => {
  test('the first one first, by the clocks of the show; what is out is not listed', async () => {
    const { code, stdout, stderr } = await listed({
      dates: { '004': '2027-01-10', '003': '2026-12-24 18:30' },
    })
    expect(stderr).toBe('')
    expect(code).toBe(0)
    expect(stdout).toBe(
      [
        'Harbour Notes: 2 episodes are still to come (Europe/Brussels)',
        '',
        '24 Dec 2026, 18:30  Talk 003 (episodes/003.md)',
        '',
        '10 Jan 2027, 06:00  Talk 004 (episodes/004.md)',
        '',
      ].join('\n'),
    )
  })

  test('what keeps one from being published is said, in the text and as JSON', async () => {
    const cwd = temporaryFolder()
    writeFiles(join(cwd, 'episodes'), {
      ...goodShow(),
      '003.md': documentOf({ title: 'Talk 3', date: '2026-12-24' }, 'Notes.\n'),
      '004.md': documentOf({ date: '2026-12-25', audio: 'take-2.mp3' }, 'Notes.\n'),
      '005.md': documentOf(
        { title: 'Talk 5', date: '2026-12-26', audio: 'https://media.example/5.mp3' },
        'Notes.\n',
      ),
      '006.md': documentOf({ title: 'Talk 6', date: '2026-12-27' }, 'Notes.\n'),
      '006.mp3': 'This is no recording.\n',
    })
    const { code, stdout, stderr } = await say({ cwd }, 'upcoming')
    expect([code, stderr]).toEqual([0, ''])
    const lines = stdout.split('\n').filter(line => line.includes('Dec'))
    expect(lines[0]).toMatch(
      /Talk 3 \(episodes\/003\.md\), which cannot be published yet: this episode has no audio, so there is nothing to play$/,
    )
    expect(lines[1]).toMatch(
      /which cannot be published yet: `title` is missing.*; the audio file "take-2\.mp3" is not in the show folder/,
    )
    expect(lines[2]).toMatch(/yet: its recording has not been measured yet, which the next build does$/)
    expect(lines[3]).toMatch(/yet: .+/)
    const { episodes } = JSON.parse((await say({ cwd }, 'upcoming', '--json')).stdout)
    expect(episodes[0]).toMatchObject({
      complete: false,
      why: ['this episode has no audio, so there is nothing to play'],
    })
  })

  test('nothing, and drafts', async () => {
    const { stdout } = await listed({ dates: { '003': '2026-12-24\ndraft: true' } })
    expect(stdout).toBe('Harbour Notes: nothing is still to come.\nA draft has no day yet.\n')
  })

  test('audio that is not anywhere yet is asked for nowhere, and stands in nobody’s way', async () => {
    const { code, stdout } = await listed({
      dates: { '003': '2026-12-24\naudio: https://media.invalid/not-yet.mp3' },
    })
    expect(code).toBe(0)
    expect(stdout).toContain('24 Dec 2026, 06:00  Talk 003')
  })

  test('what stops every build stops these too', async () => {
    const { code, stderr } = await listed({ dates: { '003': '2026-12-24', '000': 'no day at all' } })
    expect(code).toBe(1)
    expect(stderr).toContain('an error that stops a build, so nothing goes live')
  })

  test('as JSON', async () => {
    const { stdout } = await listed({ dates: { '003': '2026-12-24' } }, '--json', '--cron', '0 8 * * *')
    expect(JSON.parse(stdout)).toEqual({
      version: 1,
      show: 'Harbour Notes',
      timezone: 'Europe/Brussels',
      now: '2026-11-24T12:00:00.000Z',
      drafts: 0,
      episodes: [
        {
          file: 'episodes/003.md',
          title: 'Talk 003',
          date: '2026-12-24T05:00:00.000Z',
          complete: true,
          run: '2026-12-24T08:00:00.000Z',
          late: true,
        },
      ],
    })
  })

  test.each([
    [['--cron', 'daily'], '--cron "daily" is not a schedule'],
    [['--cron', '99 8 * * *'], 'is not a schedule'],
    [['--cron', '0 0 8 * * *'], 'is not a schedule'],
    [['--cron', '0 8 * * *', '--cron-zone', 'Berlin'], 'is not a time zone'],
    [['--as-of', 'soon'], 'is not an instant'],
  ])('%j', async (argv, words) => {
    const { code, stderr } = await listed({ dates: {} }, ...argv)
    expect([code, stderr]).toEqual([2, expect.stringContaining(words)])
  })
})

test('a build says when the next one is due, also where nothing has changed', async () => {
  const cwd = temporaryFolder()
  writeFiles(join(cwd, 'episodes'), {
    ...goodShow(),
    '003.md': documentOf({ title: 'Talk 3', date: '2026-12-24 18:30' }, 'Notes.\n'),
    '003.mp3': mp3({ seconds: 20 }),
  })
  const env = { XDG_CACHE_HOME: temporaryFolder() }
  for (let build = 0; build < 3; build++)
    expect((await say({ cwd, env })).stdout).toContain(
      '2 episodes (1 scheduled held back) · 0:21 · newest 12 Jan 2026 · next 24 Dec 2026, 18:30 · ',
    )
  expect((await say({ cwd, env })).stdout).toMatch(/\n {2}scheduled {2}24 Dec 2026, 18:30 {2}Talk 3\n$/)
  const all = await say({ cwd, env }, '--drafts', '--out', 'look')
  expect(all.stdout).not.toContain('next')
})

test('a build names the next three that wait for their time, and counts the rest', async () => {
  const cwd = temporaryFolder()
  writeFiles(join(cwd, 'episodes'), {
    ...goodShow(),
    ...Object.fromEntries(
      [3, 4, 5, 6, 7].flatMap(number => [
        [
          `00${number}.md`,
          documentOf({ title: `Talk ${number}`, date: `2026-12-2${10 - number} 18:30` }, 'Notes.\n'),
        ],
        [`00${number}.mp3`, mp3({ seconds: 20 + number })],
      ]),
    ),
  })
  const { stdout } = await say({ cwd })
  expect(stdout.split('\n').slice(1)).toEqual([
    '  scheduled  23 Dec 2026, 18:30  Talk 7',
    '  scheduled  24 Dec 2026, 18:30  Talk 6',
    '  scheduled  25 Dec 2026, 18:30  Talk 5',
    '  and 2 more: `build-feed upcoming` lists them',
    '',
  ])
})

test('a build names three of the drafts that are held back, and counts the rest', async () => {
  const cwd = temporaryFolder()
  const env = { XDG_CACHE_HOME: temporaryFolder() }
  const draft = (number: number): Record<string, string> => ({
    [`00${number}.md`]: documentOf({ title: `Talk ${number}`, draft: 'true' }, 'Notes.\n'),
  })
  const folder = join(cwd, 'episodes')
  writeFiles(folder, { ...goodShow(), ...draft(3), '004.md': '---\ndraft: true\n---\nNotes.\n' })
  for (let build = 0; build < 3; build++)
    expect((await say({ cwd, env })).stdout.split('\n').slice(1)).toEqual([
      '  draft  episodes/004.md',
      '  draft  Talk 3',
      '',
    ])
  writeFiles(folder, { ...draft(5), ...draft(6) })
  const { stdout } = await say({ cwd, env })
  expect(stdout.match(/^ {2}draft {2}/gm)).toHaveLength(3)
  expect(stdout).toContain('\n  and 1 more draft: `draft: true` in their files keeps them out of the feed\n')
})

describe('a schedule', () => {
  const run = (cron: string, instant: string, zone = 'UTC'): string | undefined => {
    const at = scheduleOf(cron, zone)!.firstRun(Date.parse(instant))
    return at === undefined ? undefined : new Date(at).toISOString()
  }

  test.each([
    ['a run at the very moment lets it out', '0 8 * * *', '2026-05-09T08:00:00Z', '2026-05-09T08:00:00.000Z'],
    ['one a second before does not', '0 8 * * *', '2026-05-09T08:00:01Z', '2026-05-10T08:00:00.000Z'],
    ['on weekdays', '30 5 * * 1-5', '2026-05-09T04:00:00Z', '2026-05-11T05:30:00.000Z'],
    ['over the end of a year', '0 8 1 * *', '2026-12-02T00:00:00Z', '2027-01-01T08:00:00.000Z'],
    ['on a leap day', '0 8 29 2 *', '2026-03-01T00:00:00Z', '2028-02-29T08:00:00.000Z'],
    [
      'on a day of the month or of the week',
      '0 8 13 * 5',
      '2026-11-28T00:00:00Z',
      '2026-12-04T08:00:00.000Z',
    ],
    ['by names', '0 8 * JAN MON', '2026-11-28T00:00:00Z', '2027-01-04T08:00:00.000Z'],
    ['every six hours', '15 */6 * * *', '2026-11-28T12:15:01Z', '2026-11-28T18:15:00.000Z'],
    ['on Sunday as 7', '0 8 * * 7', '2026-11-28T00:00:00Z', '2026-11-29T08:00:00.000Z'],
    ['on a day that never is', '0 8 30 2 *', '2026-03-01T00:00:00Z', undefined],
  ])('%s', (_, cron, instant, expected) => {
    expect(run(cron, instant)).toBe(expected)
  })

  test('in a zone: at an hour that the clocks skip, and at one that they show twice', () => {
    // https://www.iana.org/time-zones: Berlin goes from 02:00 to 03:00 on 28 March 2027, and from 03:00 to 02:00 on 31 October 2027.
    expect(run('30 8 * * *', '2027-03-28T00:00:00Z', 'Europe/Berlin')).toBe('2027-03-28T06:30:00.000Z')
    expect(run('30 8 * * *', '2027-03-27T00:00:00Z', 'Europe/Berlin')).toBe('2027-03-27T07:30:00.000Z')
    const skipped = run('30 2 * * *', '2027-03-28T00:00:00Z', 'Europe/Berlin')
    expect(skipped).toBe('2027-03-28T01:00:00.000Z')
    expect(run('30 2 * * *', '2027-10-30T22:00:00Z', 'Europe/Berlin')).toBe('2027-10-31T00:30:00.000Z')
  })

  test('an hour is no delay, more is', () => {
    const schedule = scheduleOf('0 8 * * *', 'UTC')
    const lateness = (date: string): boolean =>
      dueOf(
        [{ file: 'a.md', title: 'A', instant: Date.parse(date), isIncomplete: false, lacks: [] }],
        schedule,
      )[0]!.isLate
    expect(lateness('2026-05-09T07:00:00Z')).toBe(false)
    expect(lateness('2026-05-09T06:59:00Z')).toBe(true)
  })

  test('is told in the words of the show’s clocks', async () => {
    const show = { dates: { '003': '2026-12-24' } }
    expect((await listed(show, '--cron', '0 8 * * *')).stdout).toContain(
      'out by the run at 24 Dec 2026, 09:00 (08:00 UTC), 3 hours later',
    )
    expect((await listed(show, '--cron', '0 6 * * *', '--cron-zone', 'Europe/Brussels')).stdout).toContain(
      'out by the run at 24 Dec 2026, 06:00 (05:00 UTC)\n',
    )
    const never = await listed(show, '--cron', '0 8 30 2 *')
    expect(never.stdout).toContain('no run of "0 8 30 2 *" ever lets it out')
    expect(never.code).toBe(1)
  })
})

describe('dates that clocks are unsure of', () => {
  test.each([
    [
      'an hour that is skipped: moved on by the gap',
      'Europe/Berlin',
      '2027-03-28 02:30',
      '2027-03-28T01:30:00.000Z',
    ],
    ['one that is there twice: the first', 'Europe/Berlin', '2027-10-31 02:30', '2027-10-31T00:30:00.000Z'],
    ['a leap day', 'Europe/Berlin', '2028-02-29', '2028-02-29T05:00:00.000Z'],
    ['a zone of half an hour', 'Asia/Kolkata', '2026-12-24', '2026-12-24T00:30:00.000Z'],
    // Mexico gave up daylight saving time in 2022, and a summer's day there is a winter's.
    ['a zone that changed its rules', 'America/Mexico_City', '2027-07-01', '2027-07-01T12:00:00.000Z'],
  ])('%s', async (_, timezone, date, instant) => {
    const { stdout } = await listed({ dates: { '003': date }, timezone }, '--json')
    expect(JSON.parse(stdout).episodes.map((one: { date: string }) => one.date)).toEqual([instant])
  })

  test('29 February in a year that has none is no day, and none is taken in its place', async () => {
    const show = { dates: { '003': '2027-02-29' } }
    const { stdout } = await listed(show, '--json')
    expect(JSON.parse(stdout).episodes).toEqual([])
    const { code, stderr } = await listed(show)
    expect(code).toBe(1)
    expect(stderr).toContain('has an error that stops a build')
  })
})
