/** A show as it will be, live: made anew whenever a file changes, and written nowhere. */

import type { Place } from '../diagnostic.ts'
import { doorOf } from '../door/index.ts'
import { type Judged, type Judging, type MakeOptions, make, type Validated } from '../make.ts'
import type { Artefact } from '../podcast.ts'
import { tally } from '../report/counts.ts'
import { websiteFiles } from '../website/files.ts'
import { panePage, previewPolicy } from './panes/index.ts'
import { type Done, type Preview, type Shown, serve } from './server.ts'
import { themeChoiceOf } from './theme-choice.ts'
import { withTheme } from './theme-text.ts'
import { watchFolder } from './watch.ts'

export type { Done }

export interface PreviewOptions {
  readonly port: number
  readonly host: string
  /** What to make of the show, at this moment. */
  readonly make: (address: string) => MakeOptions
  readonly memo: () => Judging['memo']
  /** What subscribers would notice, as text. */
  readonly changes: () => Promise<string>
  /** Shows a place in an editor. */
  readonly open: (place: Place) => Promise<Done>
  /** Where the documents of this program can be read, ending in a slash. */
  readonly home?: string | undefined
  /** Writes a file of the show, if it still holds what it held. Gives the reason why not. */
  readonly write: (file: FileChange) => string | undefined
  /** Told when it could not be made, such as when the program is being stopped: what was seen last stays. */
  readonly onFailed: (error: unknown) => void
  /** Told each time that the show was made. */
  readonly onMade?: (validated: Validated) => void
}

export interface FileChange {
  /** Inside the show folder. */
  readonly path: string
  readonly before: string
  readonly after: string
}

interface State {
  readonly shown: Shown
  readonly judged: Judged | undefined
  /** How often the show was made, and which of these times gave the pages that are seen. */
  readonly made: number
  readonly pages: number
  readonly changes: Promise<string> | undefined
}

export const preview = async (options: PreviewOptions): Promise<Preview> => {
  let state: State = {
    made: 0,
    pages: 0,
    judged: undefined,
    changes: undefined,
    shown: { artefacts: new Map(), door: doorOf('/'), generations: new Set() },
  }
  const changes = (): Promise<string> => {
    const known = state.changes ?? options.changes()
    state = { ...state, changes: known }
    return known
  }
  const server = await serve({
    port: options.port,
    host: options.host,
    shown: () => state.shown,
    script: () => previewScript(state.judged),
    pane: async (name, query) => {
      const { judged, made } = state
      if (judged === undefined) return undefined
      const title = judged.title ?? options.make(server.address).folder
      return panePage(name, { title, judged, generation: made, changes, home: options.home, query })
    },
    act: async (name, query, body) => {
      if (name === 'open') return openFinding(query, state, options.open)
      if (name === 'theme') return setTheme(body, state, options.write)
      return undefined
    },
  })
  const remake = async (): Promise<Judging['memo']> => {
    const asked = options.make(server.address)
    const door = doorOf(asked.location)
    const memo = options.memo()
    const made = state.made + 1
    const { judged, artefacts } = await make(
      {
        ...asked,
        audio: true,
        isPreview: true,
        pages: { policy: previewPolicy, scripts: [`preview.js?${made}`], isKept: true },
      },
      { door, memo },
    )
    // With an error there is nothing new to see: what was seen last stays.
    const isNew = artefacts.length > 0
    const pages = isNew ? made : state.pages
    const { shown } = state
    state = {
      made,
      pages,
      judged,
      changes: undefined,
      shown: {
        generations: new Set([pages, made]),
        artefacts: isNew ? byPath(artefacts) : shown.artefacts,
        door: isNew ? door : shown.door,
      },
    }
    options.onMade?.(judged)
    return memo
  }
  // One after the other: what is saved while a show is made is seen in the next round.
  const first = await remake()
  first?.keep()
  let round: Promise<void> = Promise.resolve()
  const remakeAndTell = async (): Promise<void> => {
    const memo = await remake()
    server.changed()
    // Who looks at a page does not wait for what the next run may want.
    memo?.keep()
  }
  const { location } = options.make(server.address)
  const unwatch = await watchFolder(location, () => {
    round = round.then(remakeAndTell).catch(options.onFailed)
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

const previewScript = (judged: Judged | undefined): string => {
  const { diagnostics = [] } = judged ?? {}
  const words = ['Preview', tally(diagnostics)].filter(Boolean).join(' · ')
  return `window.buildFeedPreview = ${JSON.stringify({ words })}\n${websiteFiles.preview['preview.js'] ?? ''}`
}

/** A page names a finding by its number in what it was made of, and never a file: what can be opened is what was found. */
const openFinding = async (
  query: string,
  { judged, made }: State,
  open: PreviewOptions['open'],
): Promise<Done> => {
  const [, generation, number] = /^(\d{1,9})-(\d{1,6})$/.exec(query) ?? []
  if (Number(generation) !== made)
    return { status: 409, text: 'The show has changed since; load the page again.' }
  const found = judged?.diagnostics[Number(number)]
  return found === undefined ? { status: 404, text: 'There is no such finding.' } : open(found.place)
}

const setTheme = (body: unknown, { judged }: State, write: PreviewOptions['write']): Done => {
  const choice = themeChoiceOf(body)
  const source = judged?.sources.get(judged.files[0] ?? '')
  if ('problem' in choice) return { status: 400, text: choice.problem }
  if (source === undefined) return { status: 400, text: 'There is no show to write to.' }
  const { path, text } = source
  const after = withTheme(text, choice)
  if (after === undefined)
    return { status: 409, text: `The front matter of ${path} can only be edited by hand.` }
  const reason = after === text ? undefined : write({ path, before: text, after })
  return reason === undefined
    ? { status: 200, text: `Written to ${path}.` }
    : { status: 409, text: `${path} was left alone: ${reason}.` }
}
