import { initValues } from '../../../init-values.ts'
import { lockPathOf } from '../../../names.ts'
import { reachOfUrl } from '../../../units/host.ts'
import { podcastGuid } from '../../../units/uuid.ts'
import { type Evidence, type Rule, shownPath } from '../../evidence.ts'

const rule: Rule = {
  id: 'podcast/guid-of-placeholder',
  always: 'advice',
  title: 'A podcast:guid is made from the address of the show itself',
  why: 'By its podcast:guid a show is known everywhere. One that was made from an address for examples, or of somebody’s own machine, is the same for every show that began there, and directories take them for one.',
  specs: ['https://github.com/Podcastindex-org/podcast-namespace/blob/main/docs/tags/guid.md'],
  example: {
    bad: { 'show.md': 'guid: 226bd0c9-2f40-5a29-8e83-4ce3ab051ff1' },
    good: { 'show.md': 'guid: a75dd98a-2939-5fcd-bbb1-8344f3316575' },
  },
  *check(evidence) {
    const { entry, show, identity } = evidence
    // A feed that exists has none: there its guid is all that is known.
    if (identity?.isProvisional) return
    const source = sourcesOf(evidence).find(url => podcastGuid(url) === show.guid)
    if (source === undefined) return
    const isWritten = entry.meta.guid !== undefined
    yield {
      place: isWritten ? entry.at('guid') : { file: shownPath(entry, lockPathOf(entry.path)) },
      message: `the podcast:guid of this show was made from ${source}, so every show that began with that address has the same one, and directories take them for one show`,
      help: isWritten
        ? entry.words.either({
            folder:
              'If nobody subscribes yet, remove the line; otherwise keep it, and write `allow: podcast/guid-of-placeholder`.',
            feed: 'If nobody subscribes yet, make a new one from the address of this feed; otherwise keep it.',
          })
        : `If nobody subscribes yet, delete ${shownPath(entry, lockPathOf(entry.path))} and build again, for guids of its own; otherwise keep it, and write \`allow: podcast/guid-of-placeholder\` in show.md.`,
    }
  },
}
export default rule

/** Where a build of an earlier version may have taken it from. */
const sourcesOf = ({ lock, identity }: Evidence): readonly string[] => {
  const kept = lock?.feedUrl
  const isPlaceholder = kept !== undefined && reachOfUrl(kept) !== 'public' && !identity?.isLocal
  return [`${initValues.earlierAddress}feed.xml`, ...(isPlaceholder ? [kept] : [])]
}
