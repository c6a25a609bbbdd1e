/** Measures the program as it ships, from outside, against a node that does nothing and against the floor. Prints tables. */

import { appendFileSync, existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs'
import { cpus, tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { parseArgs } from 'node:util'
import { type Corpus, makeCorpus, pathOf } from './corpus.ts'
import { makeFeed } from './feeds.ts'
import { type Cost, least, type Meter, meterIn } from './measure.ts'
import { measurePreview } from './preview.ts'

interface Bench {
  readonly root: string
  readonly bundled: string
  readonly argv: readonly string[]
}

const usage = `npm run bench -- [options]
  --sizes 100,1000,10000   episodes
  --audio headers,vbr,hour kinds of recordings: fifteen seconds with a header; a fifth without; an hour
  --notes 3,60             kilobytes of notes
  --findings 0,30          episodes about which there is something to say, at every run
  --mapped                 as the pages of a site, with keys that show.md maps
  --runs 5                 runs of each measurement, of which the cheapest counts
  --stages                 only each stage's share
  --import                 only what import costs
  --keep                   leave the shows where they were made
Without options: 100, 1,000 and 10,000 with headers and 3 KB; at 1,000 also 30 findings, vbr and 60 KB, at 100 an hour each.
`

/** The bars that are held, in CPU as multiples of a bare start of node (issue 10; of pages, what they add to a cold build: issue 14). */
const bars = {
  help: 1.5,
  cold: 25,
  pages: 12,
  second: 2.5,
  warm: 2.5,
  validate: 2.5,
  check: 2.5,
  changed: 16,
}

/** Milliseconds from saving an episode until its page shows it in a preview (issue 14). */
const savedToShown = 500

export const bench = async ({ root, bundled, argv }: Bench): Promise<number> => {
  const { values } = parseArgs({
    args: [...argv],
    options: {
      sizes: { type: 'string' },
      audio: { type: 'string' },
      notes: { type: 'string' },
      findings: { type: 'string' },
      runs: { type: 'string', default: '5' },
      mapped: { type: 'boolean', default: false },
      stages: { type: 'boolean' },
      import: { type: 'boolean' },
      keep: { type: 'boolean' },
      help: { type: 'boolean', short: 'h' },
    },
  })
  if (values.help) {
    process.stdout.write(usage)
    return 0
  }
  const work = mkdtempSync(join(tmpdir(), 'build-feed-corpus-'))
  const meter = meterIn(work)
  const program = join(root, 'bin/build-feed.js')
  const runs = Number(values.runs)
  const [cpu] = cpus()
  console.log(`Node ${process.versions.node}, ${cpus().length} × ${cpu?.model.trim()}\n`)
  try {
    const bare = repeat(runs * 3, () => meter.run(['-e', '0'], work))
    const help = repeat(runs * 3, () => meter.run([program, '--help'], work))
    console.log(`node -e 0: ${costWords(bare)}`)
    console.log(`--help:    ${costWords(help)}, × ${times(help, bare)} (bar ${bars.help})\n`)
    if (values.import || wantsAll(values)) importRows(meter, program, work, runs, bare)
    if (values.import) return 0
    console.log(
      row(['corpus', 'run', 'CPU ms', 'wall ms', 'peak MB', '× node', '× floor', 'bar', 'of 1,000']),
    )
    console.log(row(Array.from({ length: 9 }, () => '---')))
    const thousands = new Map<string, Cost>()
    for (const corpus of corporaOf(values)) {
      const folder = join(work, nameOf(corpus).replace(/\W+/g, '-'))
      makeCorpus(join(folder, 'episodes'), corpus)
      const few = corpus.episodes > 2000 ? 1 : isMain(corpus) ? runs : Math.min(3, runs)
      const measured = values.stages
        ? undefined
        : measureShow({ meter, program, bundled, folder, corpus, runs: few })
      for (const [run, cost] of Object.entries(measured?.costs ?? {})) {
        const key = `${corpus.audio} ${corpus.notes} ${corpus.findings} ${corpus.isMapped} ${run}`
        if (corpus.episodes === 1000) thousands.set(key, cost)
        const bar = isMain(corpus) && run in bars ? barOf(run as keyof typeof bars, corpus) : undefined
        const thousand = corpus.episodes > 1000 ? thousands.get(key) : undefined
        console.log(
          row([
            nameOf(corpus),
            run,
            cost.cpu.toFixed(0),
            cost.wall.toFixed(0),
            cost.memory.toFixed(0),
            times(cost, measured!.bare),
            times(cost, measured!.floor),
            bar === undefined ? '' : `${bar}`,
            thousand === undefined ? '' : `× ${times(cost, thousand)}`,
          ]),
        )
      }
      if (isMain(corpus) && corpus.findings === 0 && !values.stages) {
        const shown = await measurePreview({
          program,
          folder,
          corpus,
          cache: meter.cache,
          saves: 3 + 2 * runs,
        })
        console.log(
          row([nameOf(corpus), 'preview', '', median(shown).toFixed(0), '', '', '', `${savedToShown}`, '']),
        )
      }
      console.log(row([nameOf(corpus), `cold, by stage: ${stagesOf(meter, bundled, folder)}`]))
    }
    return 0
  } finally {
    if (values.keep) console.log(`\nThe shows are in ${work}`)
    else rmSync(work, { recursive: true, force: true })
  }
}

const wantsAll = ({ sizes, audio, notes, findings, stages }: Readonly<Record<string, unknown>>): boolean =>
  [sizes, audio, notes, findings, stages].every(value => value === undefined)

/** The bars of issue 13: node starts of CPU, and megabytes. */
const feeds = [
  { episodes: 700, notes: 3, bar: '40' },
  { episodes: 10_000, notes: 1.75, bar: '800 MB' },
]

const importRows = (meter: Meter, program: string, work: string, runs: number, bare: Cost): void => {
  console.log(row(['import of', 'CPU ms', 'wall ms', 'peak MB', '× node', 'bar']))
  console.log(row(Array.from({ length: 6 }, () => '---')))
  for (const { episodes, notes, bar } of feeds) {
    const folder = join(work, `feed-${episodes}`)
    mkdirSync(folder)
    makeFeed(join(folder, 'feed.xml'), { episodes, notes })
    const cost = repeat(episodes > 2000 ? 1 : runs, () => {
      rmSync(join(folder, 'episodes'), { recursive: true, force: true })
      return meter.run([program, 'import', 'feed.xml', 'episodes'], folder)
    })
    console.log(
      row([
        `${episodes.toLocaleString('en')} episodes, ${notes} KB twice`,
        ...[cost.cpu, cost.wall, cost.memory].map(value => value.toFixed(0)),
        times(cost, bare),
        bar,
      ]),
    )
    rmSync(folder, { recursive: true, force: true })
  }
  console.log('')
}

const corporaOf = (values: {
  mapped: boolean
  sizes?: string | undefined
  audio?: string | undefined
  notes?: string | undefined
  findings?: string | undefined
}): readonly Corpus[] => {
  const corpus = (episodes: number, audio: Corpus['audio'], notes: number, findings = 0): Corpus => ({
    episodes,
    audio,
    notes,
    findings,
    // A hundred hours are 4 GB: nobody's disk shall be filled by a bench.
    sparse: audio === 'hour',
    isMapped: false,
  })
  const { sizes, audio, notes, findings, mapped } = values
  if (!mapped && [sizes, audio, notes, findings].every(value => value === undefined))
    return [
      corpus(100, 'headers', 3),
      corpus(1000, 'headers', 3),
      corpus(1000, 'headers', 3, 30),
      { ...corpus(1000, 'headers', 3), isMapped: true },
      corpus(10_000, 'headers', 3),
      corpus(1000, 'vbr', 3),
      corpus(1000, 'headers', 60),
      corpus(100, 'hour', 3),
    ]
  const list = (text: string | undefined, otherwise: string): readonly string[] =>
    (text ?? otherwise).split(',')
  return list(audio, 'headers').flatMap(audio =>
    list(notes, '3').flatMap(notes =>
      list(findings, '0').flatMap(findings =>
        list(sizes, '1000').map(size => ({
          ...corpus(Number(size), audio as Corpus['audio'], Number(notes), Number(findings)),
          isMapped: mapped,
        })),
      ),
    ),
  )
}

/** Those that the bars are for: with findings, too. */
const isMain = ({ episodes, audio, notes }: Corpus): boolean =>
  episodes === 1000 && audio === 'headers' && notes === 3

/** Issue 15: the pages of a site cost at most that much more, cold, than the same episodes as they are ours. */
const mappedShare = 1.2
const barOf = (run: keyof typeof bars, { isMapped }: Corpus): number =>
  run === 'cold' && isMapped ? bars.cold * mappedShare : bars[run]

const nameOf = ({ episodes, audio, notes, findings, isMapped }: Corpus): string =>
  `${episodes.toLocaleString('en')} ${audio}, ${notes} KB${findings === 0 ? '' : `, ${findings} findings`}${isMapped ? ', mapped' : ''}`

interface Measuring {
  readonly meter: Meter
  readonly program: string
  readonly bundled: string
  readonly folder: string
  readonly corpus: Corpus
  readonly runs: number
}

/** The runs take turns, so that what else the machine does falls on all of them. */
const measureShow = ({ meter, program, bundled, folder, corpus, runs }: Measuring) => {
  // What copying costs is the disk's affair, and a copy of a hole is no hole.
  const build = (...flags: readonly string[]): Cost => meter.run([program, '--no-audio', ...flags], folder)
  const validate = (): Cost => meter.run([program, 'validate'], folder)
  const bare: Cost[] = []
  const floor: Cost[] = []
  const withPages: Cost[] = []
  const costs: Record<Exclude<keyof typeof bars, 'help' | 'pages'>, Cost[]> = {
    cold: [],
    second: [],
    warm: [],
    validate: [],
    check: [],
    changed: [],
  }
  for (let i = 0; i < runs; i++) {
    forget(meter, folder)
    withPages.push(build('--website'))
    forget(meter, folder)
    costs.cold.push(build())
    // Where the temporary folder is part of a repository, it is not taken, and `cold` would be warm.
    if (!existsSync(meter.cache))
      throw new Error('the cache is elsewhere: set TMPDIR to a folder outside of any repository')
    costs.second.push(build())
    validate()
    build('--check')
    for (let k = 0; k < 2; k++) {
      bare.push(meter.run(['-e', '0'], folder))
      costs.warm.push(build())
      costs.validate.push(validate())
      costs.check.push(build('--check'))
    }
    floor.push(meter.run([join(bundled, 'floor.mjs'), join(folder, 'episodes')], folder))
    appendFileSync(
      join(folder, 'episodes', `${pathOf((i * 37) % corpus.episodes)}.md`),
      `\nOne line more, the ${i}th.\n`,
    )
    costs.changed.push(build())
  }
  const libraries = corpus.isMapped
    ? undefined
    : repeat(runs, () =>
        meter.run(
          [join(bundled, 'libraries.mjs'), join(folder, 'episodes'), join(bundled, 'libraries.xml')],
          folder,
        ),
      )
  const { cold, ...others } = Object.fromEntries(Object.entries(costs).map(([run, all]) => [run, least(all)]))
  return {
    bare: least(bare),
    floor: least(floor),
    costs: {
      ...(libraries && { libraries }),
      cold: cold!,
      pages: added(withPages, costs.cold),
      ...others,
    },
  }
}

/** What one costs more than the other, of runs that followed each other: the median, since either may have met a busy moment. */
const added = (more: readonly Cost[], less: readonly Cost[]): Cost => ({
  ...more[0]!,
  cpu: median(more.map(({ cpu }, i) => cpu - less[i]!.cpu)),
  wall: median(more.map(({ wall }, i) => wall - less[i]!.wall)),
  memory: least(more).memory,
})

/**
 * Neither output, nor lock, nor cache. They are moved away, and removed when all is over: for some seconds after thousands of files
 * were removed, ext4 looks at each of them again for every file that is made, which costs more than the build.
 */
const forget = (meter: Meter, folder: string): void => {
  const away = mkdtempSync(`${folder}-before-`)
  for (const path of [join(folder, 'public'), join(folder, 'episodes/feed.lock.json'), meter.cache])
    if (existsSync(path)) renameSync(path, join(away, basename(path)))
  if (existsSync(join(folder, 'node_modules'))) throw new Error('the cache would stand in node_modules')
}

const stagesOf = (meter: Meter, bundled: string, folder: string): string => {
  forget(meter, folder)
  const shares = JSON.parse(meter.run([join(bundled, 'stages.mjs'), folder], folder).stdout) as {
    stage: string
    cpu: number
  }[]
  const total = shares.reduce((sum, { cpu }) => sum + cpu, 0)
  return shares
    .map(({ stage, cpu }) => `${stage} ${cpu.toFixed(0)} ms (${Math.round((cpu / total) * 100)} %)`)
    .join(', ')
}

const repeat = (runs: number, run: () => Cost): Cost => least(Array.from({ length: runs }, run))
const median = (all: readonly number[]): number => all.toSorted((a, b) => a - b)[all.length >> 1]!
const times = (a: Cost, b: Cost): string => (a.cpu / b.cpu).toFixed(1)
const costWords = ({ cpu, wall, memory }: Cost): string =>
  `${cpu.toFixed(0)} ms CPU, ${wall.toFixed(0)} ms wall, ${memory.toFixed(0)} MB`
const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`
