/** What subscribers would notice of a show that is being previewed: against a feed that is there, or against the lock. */

import type { Diagnostic } from '../diagnostic.ts'
import { differenceOf, lockState, madeState, type State } from '../diff/index.ts'
import { previewErrors } from '../limits.ts'
import { lockPathOf, showName } from '../names.ts'
import { placeText } from '../report/compact.ts'
import { counted } from '../report/counts.ts'
import { inOrder } from '../report/order.ts'
import { oneLine } from '../report/wrap.ts'
import { inFolder } from '../units/file-name.ts'
import { differencePage } from './difference.ts'
import type { Io } from './io.ts'
import { madeToCompare } from './made-to-compare.ts'
import type { ShowFolder } from './shows.ts'

export interface PreviewChangesOptions {
  /** Undefined: the lock. */
  readonly against: State | undefined
  readonly allowPrivate: boolean
}

const blockedText = (diagnostics: readonly Diagnostic[]): string => {
  const errors = inOrder(diagnostics.filter(({ severity }) => severity === 'error'))
  const rest = errors.length - previewErrors
  return [
    'No changes can be shown: as long as this show has errors, nothing of it is published.',
    `In the way ${errors.length === 1 ? 'is' : 'are'}:`,
    ...errors
      .slice(0, previewErrors)
      .map(({ rule, message, place }) => `\n${placeText(place)}\n  error[${rule}]: ${oneLine(message)}`),
    ...(rest > 0 ? [`\nand ${counted(rest, 'more error')}: Problems has all of them.`] : []),
  ].join('\n')
}

/** As text. The show is made once more, for the address that it is published under and without what is not out yet. */
export const previewChanges = async (
  show: ShowFolder,
  { against, allowPrivate }: PreviewChangesOptions,
  io: Io,
): Promise<string> => {
  const now = io.now()
  const { judged, artefacts } = await madeToCompare(
    show,
    { moment: { now }, withCache: true, allowPrivate },
    io,
  )
  const { podcast, lock } = judged
  if (podcast === undefined) return blockedText(judged.diagnostics)
  const made = madeState({ name: show.folder, podcast, artefacts, now })
  if (!('state' in made)) return 'The feed of this show cannot be read back.'
  const lockFile = inFolder(show.folder, lockPathOf(show.show ?? showName))
  const before = against ?? (lock && lockState(lock, lockFile, made.state))
  if (before === undefined)
    return 'There is no lock, so it is not known what was published: the first build with the final `baseUrl` writes one. To compare with a feed that is there, start the preview with `--against` and its file or address.'
  const hint =
    against === undefined
      ? `\n\nThe lock knows addresses, lengths, dates and titles. Of texts and pictures it knows nothing: --against ${made.state.show.feedUrl ?? 'feed.xml'} compares them too.`
      : ''
  const page = differencePage(
    differenceOf(before, made.state),
    'pretty',
    { write: () => {}, isTerminal: false, width: 100 },
    { NO_COLOR: '1' },
  )
  return page.trim() + hint
}
