/**
 * Holds the measured lengths against ffmpeg's decoder, beside ffprobe and bare music-metadata, and writes bench/durations.md:
 * `node bench/durations.js FOLDER…` (see bench/make-audio.sh; any folder of audio will do). Needs ffmpeg.
 */

import { spawnSync } from 'node:child_process'
import {
  closeSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from 'esbuild'
import { parseFile } from 'music-metadata'

const root = new URL('..', import.meta.url).pathname
const folder = mkdtempSync(join(tmpdir(), 'durations-'))

const load = async source => {
  const outfile = join(root, 'node_modules', '.cache', `bench-${basename(source, '.ts')}-${process.pid}.mjs`)
  mkdirSync(join(root, 'node_modules', '.cache'), { recursive: true })
  await build({
    entryPoints: [join(root, source)],
    bundle: true,
    format: 'esm',
    platform: 'node',
    external: ['music-metadata'],
    outfile,
    logLevel: 'error',
  })
  try {
    return await import(pathToFileURL(outfile).href)
  } finally {
    rmSync(outfile)
  }
}

const { measureAudio, readAudio } = await load('src/probe/audio/index.ts')
const { mp3 } = await load('tests/support/mpeg.ts')

const run = (command, ...args) =>
  spawnSync(command, args, { encoding: 'utf8', maxBuffer: 2 ** 26 }).stdout.trim()

const ffprobe = (file, entries, ...more) =>
  run('ffprobe', '-v', 'error', ...more, '-show_entries', entries, '-of', 'csv=p=0', file).split('\n')[0]

/** Seconds of samples that come out of ffmpeg's decoder. */
const decoded = file => {
  const rate = Number(ffprobe(file, 'stream=sample_rate', '-select_streams', 'a:0')) || 44_100
  const script = `ffmpeg -nostdin -v quiet -i "$0" -map 0:a:0 -f u8 -ac 1 -ar ${rate} - | wc -c`
  return Number(run('sh', '-c', script, file)) / rate
}

const cpu = async task => {
  const before = process.cpuUsage()
  await task()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000
}

const best = async task => Math.min(await cpu(task), await cpu(task), await cpu(task))

/** What the reader asks for of the file: how often, how much. */
const cost = file => {
  const { size } = statSync(file)
  const fd = openSync(file, 'r')
  const reading = measureAudio(size)
  let [reads, bytes] = [0, 0]
  for (let step = reading.next(); !step.done; ) {
    const { offset, length } = step.value
    const answer = new Uint8Array(length)
    reads++
    bytes += length
    step = reading.next(answer.subarray(0, readSync(fd, answer, 0, length, offset)))
  }
  closeSync(fd)
  return { reads, bytes }
}

const bare = async file => {
  try {
    let metadata
    const ms = await cpu(async () => {
      metadata = await parseFile(file, { duration: true })
    })
    return { ms, seconds: metadata.format.duration }
  } catch {
    return { ms: 0 }
  }
}

const seconds = value =>
  value === undefined || value === '' || Number.isNaN(Number(value)) ? '–' : Number(value).toFixed(3)
const isClose = (value, truth) =>
  value !== undefined && value !== '' && Math.abs(Number(value) - truth) <= 0.1
const mark = (value, truth) =>
  truth > 0 && !isClose(value, truth) ? `**${seconds(value)}**` : seconds(value)

const describe = reading =>
  reading.kind === 'audio'
    ? [reading.facts.method, ...reading.facts.disagreements.map(({ kind }) => kind)].join(', ')
    : `${reading.kind}: ${reading.looksLike ?? reading.why}`

const rowOf = async (path, name) => {
  const truth = decoded(path)
  const reading = await readAudio(path)
  const own = reading.facts?.duration
  const ms = await best(() => readAudio(path))
  const { reads, bytes } = cost(path)
  const probe = ffprobe(path, 'format=duration')
  const metadata = await bare(path)
  const cells = [
    name,
    truth > 0 ? seconds(truth) : '–',
    mark(own, truth),
    describe(reading),
    `${reads} / ${Math.ceil(bytes / 1000)}`,
    ms.toFixed(1),
    mark(probe, truth),
    mark(metadata.seconds, truth),
    Math.round(metadata.ms),
  ]
  return {
    row: `| ${cells.join(' | ')} |`,
    right: [own, probe, metadata.seconds].map(value => isClose(value, truth)),
    truth,
  }
}

const filesOf = path =>
  readdirSync(path, { recursive: true })
    .filter(name => statSync(join(path, name)).isFile())
    .sort()

const HEAD = `| file | decoded | build-feed | how it was measured, what disagrees | reads / KB | CPU ms | ffprobe | music-metadata | CPU ms |
|---|---:|---:|---|---:|---:|---:|---:|---:|`

const tableOf = async path => {
  const rows = []
  for (const name of filesOf(path)) rows.push(await rowOf(join(path, name), name))
  const known = rows.filter(({ truth }) => truth > 0)
  const right = [0, 1, 2].map(i => known.filter(row => row.right[i]).length)
  return `## ${basename(path)}

Within 0.1 s of ${known.length} that can be decoded: build-feed ${right[0]}, ffprobe ${right[1]}, music-metadata ${right[2]}.

${HEAD}
${rows.map(({ row }) => row).join('\n')}
`
}

/** A show of a thousand episodes. */
const thousand = async () => {
  const bytes = mp3({ seconds: 60, bitrate: 64 })
  for (let i = 0; i < 1000; i++) writeFileSync(join(folder, `${i}.mp3`), bytes)
  const all = async () => {
    for (let i = 0; i < 1000; i++) await readAudio(join(folder, `${i}.mp3`))
  }
  return (await best(all)).toFixed(0)
}

try {
  const tables = []
  for (const path of process.argv.slice(2)) tables.push(await tableOf(path))
  const text = `# Measured lengths

Made by \`node bench/durations.js\` over the files of \`bench/make-audio.sh\` and over tinytag's public test data. Seconds; bold: more than 0.1 s from
what ffmpeg decodes, where it decodes anything. "Reads / KB" is what the reader asks for (without music-metadata behind it). CPU is the best of
three, files in the system's cache, Node ${process.version}; music-metadata is called as \`parseFile(file, {duration: true})\`, once.

Where build-feed differs: of \`joined.flac\`, ffmpeg loses the frames around the joint; of \`test3.m4a\`, it plays what the file's own index leaves out.
Of a last frame that is cut, ffmpeg plays a part, and build-feed nothing (0.03 s). Files without a decoded length are tags or headers whose audio was
cut away: there a length is what a header claims, and "no-duration" or "not-audio" the honest answer.

1,000 MP3s of a minute with an Info header, one after the other: ${await thousand()} ms of CPU.

${tables.join('\n')}`
  writeFileSync(join(root, 'bench', 'durations.md'), text)
} finally {
  rmSync(folder, { recursive: true })
}
