import type { Diagnostic, Example } from '../../src/diagnostic.ts'
import { lay } from './lay.ts'
import { layFeed, servedIn } from './lay-feed.ts'
import { runShow } from './run.ts'
import { runFeed } from './run-feed.ts'

/** What is found in a rule's example. One that holds a feed is run through the validation of feeds. */
export const findings = async (
  example: Example,
): Promise<{ diagnostics: readonly Diagnostic[]; ids: readonly string[] }> => {
  const feed = example['feed.xml']
  if (feed !== undefined) return runFeed(layFeed(feed), servedIn(feed))
  const { files, run } = lay(example)
  return runShow(files, run)
}
