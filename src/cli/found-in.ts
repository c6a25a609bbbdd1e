import type { Validated } from '../build.ts'
import type { Party } from '../diagnostic.ts'
import { readyOf } from '../report/index.ts'
import { rulesById } from '../rules.ts'
import type { Found } from './print-report.ts'
import type { ShowFolder } from './shows.ts'

type Judged = Pick<Validated, 'title' | 'episodes' | 'files' | 'diagnostics'> &
  Partial<Pick<Validated, 'podcast'>>

/** What is to be reported about one show. */
export const foundIn = (
  show: ShowFolder,
  { podcast, title, episodes, files, diagnostics }: Judged,
  parties: readonly Party[] | undefined,
): Found => ({
  report: {
    name: podcast?.show.title ?? title ?? show.name,
    folder: show.folder,
    episodes,
    ready: readyOf('show', diagnostics, rulesById, parties),
  },
  diagnostics,
  files,
})
