import { rmSync } from 'node:fs'
import type { Diagnostic, Example } from '../../src/diagnostic.ts'
import { lay } from './lay.ts'
import { layFeed, servedIn } from './lay-feed.ts'
import { runShow } from './run.ts'
import { runFeed } from './run-feed.ts'

export interface ExampleRun {
  readonly diagnostics: readonly Diagnostic[]
  readonly ids: readonly string[]
  /** What was built of a show; undefined where nothing was, and of an example that holds a feed. */
  readonly feed?: string | undefined
}

const found = new Map<Example, Promise<ExampleRun>>()

/**
 * What is found in a rule's example. One that holds a feed is run through the validation of feeds. Whoever asks, it is run once:
 * several tests look at the same five hundred runs.
 */
export const findings = (example: Example): Promise<ExampleRun> => {
  const known = found.get(example) ?? findingsNow(example)
  found.set(example, known)
  return known
}

/** Anew, for a program that has been changed meanwhile, as by scripts/mutation. */
export const findingsNow = async (example: Example): Promise<ExampleRun> => {
  const text = example['feed.xml']
  if (text !== undefined) return runFeed(layFeed(text), servedIn(text))
  const { files, run: options } = lay(example)
  const { root, diagnostics, ids, feed } = await runShow(files, options)
  rmSync(root, { recursive: true, force: true })
  return { diagnostics, ids, feed }
}
