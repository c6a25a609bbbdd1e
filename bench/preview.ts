/** How long it takes in `preview` from saving an episode until its page shows what was saved. */

import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { appendFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { type Corpus, pathOf } from './corpus.ts'

export interface Previewing {
  readonly program: string
  /** Where the show folder is. */
  readonly folder: string
  readonly corpus: Pick<Corpus, 'episodes'>
  /** The user's cache folder, as far as the program knows. */
  readonly cache: string
  readonly saves: number
}

/** Milliseconds of each save. */
export const measurePreview = async ({
  program,
  folder,
  corpus: { episodes },
  cache,
  saves,
}: Previewing): Promise<readonly number[]> => {
  const child = spawn(process.execPath, [...process.execArgv, program, 'preview', '--port', '0'], {
    cwd: folder,
    env: { ...process.env, XDG_CACHE_HOME: cache, NO_COLOR: '1' },
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  try {
    const [first] = (await once(child.stdout, 'data')) as [Buffer]
    const address = first.toString().trim()
    const times: number[] = []
    for (let i = 0; i < saves; i++) {
      // Nothing is saved while the last save is still being worked on.
      await setTimeout(1500)
      times.push(
        await savedToShown(address, folder, { number: (i * 37) % episodes, words: `seen ${i} times` }),
      )
    }
    return times
  } finally {
    child.kill('SIGINT')
    await once(child, 'exit')
  }
}

interface Change {
  readonly number: number
  readonly words: string
}

/** As a browser does it: the page is open, hears that something has changed, and loads again. */
const savedToShown = async (address: string, folder: string, { number, words }: Change): Promise<number> => {
  const name = pathOf(number)
  const page = `${address}${name}/`
  const generation = /preview\.js\?(\d+)/.exec(await textAt(page))?.[1] ?? ''
  const leave = new AbortController()
  const events = await fetch(`${address}-/events?${generation}`, { signal: leave.signal })
  const started = performance.now()
  appendFileSync(join(folder, 'episodes', `${name}.md`), `\nThis was ${words}.\n`)
  const decoder = new TextDecoder()
  for await (const chunk of events.body!)
    if (decoder.decode(chunk).includes('data: changed') && (await textAt(page)).includes(words)) break
  const took = performance.now() - started
  leave.abort()
  return took
}

const textAt = async (url: string): Promise<string> => (await fetch(url)).text()
