import { doorOf } from '../door/index.ts'
import { readSource } from '../load/source.ts'
import { isShowPath } from '../names.ts'
import type { BuildResult } from '../report/build-result.ts'
import { readyOf } from '../report/index.ts'
import { nameOf } from '../units/file-name.ts'
import { type PickedShow, refuseUnread } from './picked-files.ts'
import type { Found } from './print-report.ts'
import type { ShowFolder } from './shows.ts'

type Judged = Pick<
  BuildResult,
  'title' | 'episodes' | 'files' | 'diagnostics' | 'rules' | 'targets' | 'counted'
>

/** What is to be reported about some files of a show; whether the whole of it is ready was not asked. */
export const foundInFiles = (show: PickedShow, { title, files, diagnostics, rules }: Judged): Found => {
  const judged = [...show.only]
  refuseUnread(show, new Set([...files, ...diagnostics.map(({ place }) => place.file)]))
  return {
    report: {
      name: title ?? show.name,
      folder: show.folder,
      episodes: judged.filter(file => !isShowPath(nameOf(file))).length,
      ready: {},
    },
    diagnostics,
    rules,
    files: judged,
    read: readerOf(show),
  }
}

/** What is to be reported about one show. */
export const foundIn = (
  show: ShowFolder,
  { title, episodes, files, diagnostics, rules, targets, counted }: Judged,
): Found => ({
  report: {
    name: title ?? show.name,
    folder: show.folder,
    episodes,
    ready: readyOf('show', diagnostics, rules, targets),
    ...(counted && { counted }),
  },
  diagnostics,
  rules,
  files,
  read: readerOf(show),
})

/** What messages name beside the show's own files, such as the output, is not shown. */
const readerOf = ({ location, folder }: ShowFolder): ((file: string) => string | undefined) => {
  const door = doorOf(location)
  const prefix = folder === '.' ? '' : `${folder}/`
  return file => (file.startsWith(prefix) ? readSource(door, file.slice(prefix.length)) : undefined)
}
