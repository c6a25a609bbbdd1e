/** A show as it will be, live: made anew whenever a file changes, and written nowhere. */

import { countOf } from '../diagnostic.ts'
import { doorOf } from '../door/index.ts'
import { type Judging, type MakeOptions, make, type Validated } from '../make.ts'
import type { Artefact } from '../podcast.ts'
import { previewPolicy, previewScript, problemsPage } from './problems.ts'
import { type Preview, type Shown, serve } from './server.ts'
import { watchFolder } from './watch.ts'

export interface PreviewOptions {
  readonly port: number
  readonly host: string
  /** What to make of the show, at this moment. */
  readonly make: (address: string) => MakeOptions
  readonly memo: () => Judging['memo']
  /** What was found, as text. */
  readonly report: (validated: Validated) => string
  /** Told when it could not be made, such as when the program is being stopped: what was seen last stays. */
  readonly onFailed: (error: unknown) => void
  /** Told each time that the show was made. */
  readonly onMade?: (validated: Validated) => void
}

export const preview = async (options: PreviewOptions): Promise<Preview> => {
  const state: { shown: Shown; script: string; made: number; pages: number } = {
    made: 0,
    pages: 0,
    shown: { artefacts: new Map(), door: doorOf('/'), problems: '', generations: new Set() },
    script: '',
  }
  const server = await serve({
    port: options.port,
    host: options.host,
    shown: () => state.shown,
    script: () => state.script,
  })
  const remake = async (): Promise<void> => {
    const asked = options.make(server.address)
    const door = doorOf(asked.location)
    const memo = options.memo()
    const generation = ++state.made
    const { judged, artefacts } = await make(
      { ...asked, audio: true, pages: { policy: previewPolicy, scripts: [`preview.js?${generation}`] } },
      { door, memo },
    )
    memo?.keep()
    const found = {
      title: judged.title ?? asked.folder,
      errors: countOf(judged.diagnostics, 'error'),
      warnings: countOf(judged.diagnostics, 'warning'),
    }
    // With an error there is nothing new to see: what was seen last stays.
    const isNew = artefacts.length > 0
    if (isNew) state.pages = generation
    state.shown = {
      generations: new Set([state.pages, generation]),
      artefacts: isNew ? byPath(artefacts) : state.shown.artefacts,
      door: isNew ? door : state.shown.door,
      problems: problemsPage({ ...found, generation, report: options.report(judged) }),
    }
    state.script = previewScript(found)
    options.onMade?.(judged)
  }
  // One after the other: what is saved while a show is made is seen in the next round.
  let round: Promise<void> = remake()
  await round
  const { location } = options.make(server.address)
  const unwatch = await watchFolder(location, () => {
    round = round.then(remake).then(server.changed).catch(options.onFailed)
  })
  return {
    ...server,
    close: async () => {
      await unwatch()
      await server.close()
    },
  }
}

const byPath = (artefacts: readonly Artefact[]): ReadonlyMap<string, Artefact> =>
  new Map(artefacts.map(artefact => [artefact.path, artefact]))
