// The same show, the same bytes: feed, lock, reports, help, whichever Node runs.
import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { build } from 'esbuild'

const root = fileURLToPath(new URL('../..', import.meta.url))
const program = join(root, 'bin/build-feed.js')
const commandsOf = ({ good, wrong }, reporters) => [
  [...good, '--out', 'site'],
  [...good, '--out', 'site'],
  [...good, '--out', 'site', '--no-cache', '--check'],
  wrong,
  ...reporters.map(reporter => ['validate', ...good, ...wrong, '--reporter', reporter]),
  ['--help'],
  ['explain'],
  ['schema', 'show'],
  ['schema', 'episode'],
]

const withoutTimes = text => text.replace(/\(\d+\.\d s\)/g, '(0.0 s)')

const run = (node, cwd, cache, argv) => {
  const env = {
    PATH: process.env.PATH,
    XDG_CACHE_HOME: cache,
    SOURCE_DATE_EPOCH: '1795500000',
    TZ: 'Asia/Kathmandu',
    LANG: 'C.UTF-8',
  }
  const said = spawnSync(node, [program, ...argv], { cwd, env, encoding: 'utf8' })
  const told = {
    stdout: withoutTimes(said.stdout),
    stderr: withoutTimes(said.stderr),
    'exit code': String(said.status),
  }
  return Object.entries(told).map(([name, text]) => [`build-feed ${argv.join(' ')}: ${name}`, text])
}

const filesIn = folder =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => join(entry.parentPath, entry.name))
    .map(path => [relative(folder, path), readFileSync(path, 'latin1')])

/** Everything that a Node makes and says, by name. The folder is the same for each, for reports name it. */
const madeBy = (node, folder, cache, { layShows, reporterNames }) => {
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder)
  cpSync(join(root, 'episodes'), join(folder, 'sample'), { recursive: true })
  const shows = layShows(root, folder)
  const said = commandsOf(shows, reporterNames).flatMap(argv => run(node, folder, cache, argv))
  if (!existsSync(join(folder, 'site')))
    throw new Error(`nothing was built:\n${JSON.stringify(said.slice(0, 3))}`)
  return { shows, made: new Map([...said, ...filesIn(folder)]) }
}

const firstDifference = (a = '(nothing)', b = '(nothing)') => {
  const [left, right] = [a.split('\n'), b.split('\n')]
  const at = left.findIndex((line, i) => line !== right[i])
  const line = at < 0 ? left.length : at
  return [left[line], right[line]].map(text => JSON.stringify(text ?? '(end)').slice(0, 300))
}

/**
 * @param nodes what to compare: the first is what the others are held against
 * @returns what was compared, and a line for each difference
 */
export const differences = async nodes => {
  const temporary = mkdtempSync(join(tmpdir(), 'build-feed-bytes-'))
  const folder = join(temporary, 'shows')
  try {
    const outfile = join(temporary, 'shows.mjs')
    await build({
      absWorkingDir: root,
      entryPoints: ['scripts/nodes/shows.ts'],
      outfile,
      bundle: true,
      format: 'esm',
      platform: 'node',
      logLevel: 'warning',
      alias: { vitest: './scripts/mutation/no-vitest.ts' },
    })
    const made = await import(pathToFileURL(outfile).href)
    const results = nodes.map(({ path, version }, i) => ({
      path,
      version,
      ...madeBy(path, folder, join(temporary, `cache-${i}`), made),
    }))
    const [first, ...others] = results
    const different = others.flatMap(({ version, made }) =>
      [...new Set([...first.made.keys(), ...made.keys()])]
        .filter(name => first.made.get(name) !== made.get(name))
        .map(name => {
          const [a, b] = firstDifference(first.made.get(name), made.get(name))
          return `${name}\n  ${first.version}: ${a}\n  ${version}: ${b}`
        }),
    )
    // What the last one built is accepted by the others, as where a laptop and a CI have different ones.
    const refused = results.flatMap(({ path, version }) => {
      const told = run(path, folder, join(temporary, 'no-cache'), [
        ...results.at(-1).shows.good,
        '--out',
        'site',
        '--frozen',
        '--check',
      ])
      const code = told.at(-1)[1]
      return code === '0'
        ? []
        : [`${version} does not accept what ${results.at(-1).version} built: ${told[1][1].slice(-400)}`]
    })
    return {
      compared: `${first.made.size} files and texts, ${different.length + refused.length} of them different`,
      different: [...different, ...refused],
    }
  } finally {
    rmSync(temporary, { recursive: true, force: true })
  }
}
