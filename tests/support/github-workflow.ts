/**
 * A workflow of GitHub, run here: its jobs in order, each in a folder of its own, its scripts in a real shell, and our action by the
 * steps that action.yml has. Of other actions it does what they do to files.
 */

import { cpSync, existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { parse } from 'yaml'
import { temporaryFolder } from './folder.ts'
import { runScript } from './shell.ts'

const root = join(import.meta.dirname, '../..')

interface Step {
  readonly id?: string
  readonly uses?: string
  readonly run?: string
  readonly with?: Readonly<Record<string, string | boolean>>
  readonly env?: Readonly<Record<string, string>>
}

interface Job {
  readonly needs?: string | readonly string[]
  readonly strategy?: { readonly matrix: Readonly<Record<string, readonly string[]>> }
  readonly steps: readonly Step[]
}

/** What is kept from one run to the next. */
export interface Github {
  /** Copies what was committed into a folder. */
  readonly checkout: (folder: string) => void
  readonly env: Readonly<Record<string, string>>
  /** `vars.NAME` and `secrets.NAME`. */
  readonly values: Readonly<Record<string, string>>
  /** The output of Pages: replaced as a whole. */
  readonly pages: string
  /** Folders by the keys of the cache. */
  readonly caches: Map<string, string>
  /** Which run it is. */
  runs: number
}

export interface Done {
  readonly output: string
  readonly summary: string
  /** Of each step with an id, in the last job. */
  readonly outputs: Readonly<Record<string, string>>
}

/** Throws where a step fails, as a run stops there. */
export const runWorkflow = async (text: string, github: Github): Promise<Done> => {
  const { jobs } = parse(text) as { readonly jobs: Readonly<Record<string, Job>> }
  const artifacts = new Map<string, string>()
  const done: string[] = []
  const id = `${++github.runs}`
  let [output, summary] = ['', '']
  let outputs = {}
  for (const [name, job] of Object.entries(jobs)) {
    for (const needed of [job.needs ?? []].flat())
      if (!done.includes(needed)) throw new Error(`${name} stands before ${needed}, which it needs`)
    for (const matrix of combinations(job.strategy?.matrix ?? {})) {
      const ran = await runJob(job, { github, matrix, artifacts, id })
      output += ran.output
      summary += ran.summary
      outputs = ran.outputs
    }
    done.push(name)
  }
  return { output, summary, outputs }
}

const combinations = (matrix: Readonly<Record<string, readonly string[]>>): Record<string, string>[] =>
  Object.entries(matrix).reduce<Record<string, string>[]>(
    (all, [key, values]) => all.flatMap(one => values.map(value => ({ ...one, [key]: value }))),
    [{}],
  )

interface Running {
  readonly github: Github
  readonly matrix: Readonly<Record<string, string>>
  readonly artifacts: Map<string, string>
  readonly id: string
}

const runJob = async (job: Job, { github, matrix, artifacts, id }: Running): Promise<Done> => {
  const cwd = temporaryFolder()
  const temp = temporaryFolder()
  const home = temporaryFolder()
  const [summary, outputs] = [join(temp, 'summary.md'), join(temp, 'outputs')]
  const afterwards: (() => void)[] = []
  const value = (text: string | boolean): string =>
    String(text).replace(/\$\{\{ (\w+)\.([\w.]+) \}\}/g, (_, kind: string, name: string) => {
      if (kind === 'matrix') return matrix[name] ?? ''
      if (kind === 'github' && name === 'run_id') return id
      return github.values[name] ?? ''
    })
  const env = (step: Step) => ({
    ...github.env,
    HOME: home,
    CI: 'true',
    GITHUB_ACTIONS: 'true',
    GITHUB_STEP_SUMMARY: summary,
    GITHUB_OUTPUT: outputs,
    RUNNER_TEMP: temp,
    ...Object.fromEntries(Object.entries(step.env ?? {}).map(([key, text]) => [key, value(text)])),
  })
  let output = ''
  const run = async (script: string, folder: string, environment: Record<string, string>): Promise<void> => {
    const ran = await runScript(script, folder, environment)
    output += ran.output
    if (ran.status !== 0) throw new Error(`a step ended with ${ran.status}:\n${ran.output}`)
  }
  const copy = (from: string, to: string): void => {
    mkdirSync(dirname(to), { recursive: true })
    cpSync(from, to, { recursive: true })
  }
  for (const step of job.steps) {
    const given = Object.fromEntries(Object.entries(step.with ?? {}).map(([key, text]) => [key, value(text)]))
    const path = join(cwd, given.path ?? '.')
    if (step.run !== undefined) {
      await run(step.run, cwd, env(step))
      continue
    }
    switch (step.uses?.replace(/@.*$/, '')) {
      case 'actions/checkout':
        github.checkout(cwd)
        break
      case 'OWNER/build-feed': {
        const own = ourStep(given)
        await run(own.run, join(cwd, own.folder), {
          ...env(step),
          ...own.env,
          GITHUB_ACTION_PATH: root,
        })
        break
      }
      case 'actions/upload-pages-artifact':
      case 'actions/upload-artifact': {
        const kept = temporaryFolder()
        cpSync(path, kept, { recursive: true })
        artifacts.set(given.name ?? 'github-pages', kept)
        break
      }
      case 'actions/download-artifact': {
        const pattern = given.pattern!.replace('*', '')
        for (const [name, kept] of artifacts) if (name.startsWith(pattern)) copy(kept, path)
        break
      }
      case 'actions/deploy-pages':
        rmSync(github.pages, { recursive: true, force: true })
        copy(artifacts.get('github-pages')!, github.pages)
        break
      case 'actions/cache': {
        const restored = [...github.caches].findLast(
          ([key]) => key === given.key || key.startsWith(given['restore-keys']!),
        )
        if (restored !== undefined) copy(restored[1], path)
        afterwards.push(() => {
          if (!existsSync(path)) return
          const kept = join(temporaryFolder(), 'cached')
          copy(path, kept)
          github.caches.set(given.key!, kept)
        })
        break
      }
      default:
        throw new Error(`nobody has said what ${step.uses} does`)
    }
  }
  for (const then of afterwards) then()
  return {
    output,
    summary: existsSync(summary) ? readFileSync(summary, 'utf8') : '',
    outputs: existsSync(outputs) ? outputsIn(readFileSync(outputs, 'utf8')) : {},
  }
}

/** As the runner reads them. */
export const outputsIn = (text: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    [...text.matchAll(/^([\w-]+)(?:=(.*)|<<(.*)\n([\s\S]*?)\n\3)$/gm)].map(([, name, one, , many]) => [
      name!,
      one ?? many!,
    ]),
  )

interface Action {
  readonly inputs: Readonly<Record<string, { readonly default: string }>>
  readonly runs: { readonly steps: readonly (Step & { readonly 'working-directory'?: string })[] }
}

const ourStep = (given: Readonly<Record<string, string>>) => {
  const action = parse(readFileSync(join(root, 'action.yml'), 'utf8')) as Action
  const unknown = Object.keys(given).filter(name => !Object.hasOwn(action.inputs, name))
  if (unknown.length > 0) throw new Error(`the action has no input ${unknown}`)
  const value = (text: string): string =>
    text.replace(
      /^\$\{\{ inputs\.([\w-]+) \}\}$/,
      (_, name: string) => given[name] ?? action.inputs[name]!.default,
    )
  const step = action.runs.steps.find(({ run }) => run !== undefined)!
  return {
    run: step.run!,
    folder: value(step['working-directory']!),
    env: Object.fromEntries(Object.entries(step.env!).map(([key, text]) => [key, value(text)])),
  }
}
