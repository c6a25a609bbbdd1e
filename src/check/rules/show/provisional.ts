import { directories } from '../../../targets.ts'
import { reachOfUrl } from '../../../units/host.ts'
import { podcastGuid } from '../../../units/uuid.ts'
import type { Evidence, Rule } from '../../evidence.ts'
import { namedTogether, placeholdersIn } from './placeholders.ts'

const rule: Rule = {
  id: 'show/provisional',
  always: 'noticed',
  // It is about the folder, and no feed was published with it.
  inherits: 'never',
  inFeeds: 'document/enclosure-address',
  title: 'The show has an address of its own',
  why: 'A show and its episodes are known by guids that are made once, of the address where the show is first published. Without one a build is provisional: it is there to be looked at, gives nobody a guid to remember, and leaves the lock alone.',
  specs: [
    'https://github.com/Podcastindex-org/podcast-namespace/blob/main/docs/tags/guid.md',
    'https://www.rfc-editor.org/rfc/rfc6761',
  ],
  keepsOut: directories,
  example: {
    bad: { 'show.md': 'baseUrl: http://localhost:8080/' },
    good: { 'show.md': 'baseUrl: https://show.example/feed/' },
  },
  *check(evidence) {
    const { entry, identity, project } = evidence
    if (!identity?.isProvisional) return
    const field = culprit(evidence)
    if (field === undefined) return
    const written = String(entry.raw[field])
    const isNearby = reachOfUrl(entry.meta[field]!) === 'nearby'
    const place = entry.at(field)
    const others = placeholdersIn(evidence).filter(
      one => one.place.file !== place.file || one.place.line !== place.line,
    )
    const lock = project.manuscript.lock
    const kept =
      lock === undefined ? 'nothing can be published from it yet' : 'nothing new can be published from it'
    const published = lock?.feedUrl
    yield {
      place,
      message: `the feed is provisional: \`${field}\` is ${
        isNearby
          ? `${written}, which only this machine or its network can reach`
          : `still ${written}, where nobody can subscribe`
      }, so ${kept}${others.length === 0 ? '' : `; also still to be filled in: ${namedTogether(others, place.file)}`}`,
      help: isNearby
        ? `Write the public address; to try a build at home, use \`--base-url\` instead.${ownNetwork(evidence)}`
        : lock === undefined
          ? 'Write the address where you will put the output folder: the first build with it gives the show and its episodes their guids.'
          : `Write the address where the show is published${published === undefined ? '' : `: its feed was ${published}`}; its guids are in the lock.`,
      related: others.map(({ place, value }) => ({ place, message: `still "${value}"` })),
    }
  },
}
export default rule

/** The field whose address nobody can subscribe at. One that is missing, or no address, has been reported. */
const culprit = ({ entry: { meta } }: Evidence): 'baseUrl' | 'feedUrl' | undefined =>
  (['baseUrl', 'feedUrl'] as const).find(
    field => meta[field] !== undefined && reachOfUrl(meta[field]) !== 'public',
  )

const ownNetwork = ({ identity, project }: Evidence): string => {
  const { feedUrl } = identity!
  if (/^(?:.+\.)?localhost$|^127\.|^\[/.test(new URL(feedUrl).hostname)) return ''
  const guid = project.manuscript.lock?.podcastGuid ?? podcastGuid(feedUrl)
  return ` If its listeners are on this network, write \`guid: ${guid}\`, by which the show is known there.`
}
