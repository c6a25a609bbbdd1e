import type { Finding } from '../../../diagnostic.ts'
import { fields, type WrittenEpisode, type WrittenShow } from '../../../fields/index.ts'
import type { Entry } from '../../../project.ts'
import { writtenPath } from '../../../schema/path.ts'
import type { AnyField } from '../../../table/field.ts'
import { eachEntry, type Rule } from '../../evidence.ts'

const rule: Rule = {
  id: 'podcast/https',
  inherits: 'value',
  scope: 'item',
  title: 'Addresses in podcast tags begin with https',
  why: 'The namespace allows no other for what a browser opens: players on web pages load nothing over http.',
  specs: ['https://github.com/Podcastindex-org/podcast-namespace/blob/main/docs/1.0.md'],
  askedBy: { podcastindex: 'advises' },
  covers: ['show-podcast-https', 'show-funding-url'],
  example: {
    bad: { 'show.md': 'funding: http://show.example/give' },
    good: { 'show.md': 'funding: https://show.example/give' },
  },
  ...eachEntry(({ entry }) => inEntry(entry)),
}
export default rule

type Path = readonly (string | number)[]

function* inEntry(entry: Entry<WrittenShow> | Entry<WrittenEpisode>): Iterable<Finding> {
  for (const [field, value] of Object.entries(entry.meta)) {
    if (!inPodcastTags.has(field)) continue
    for (const { path, address } of addressesIn(value, [field]))
      yield {
        place: entry.at(writtenPath(entry.raw, path)),
        message: `${address.slice(0, 80)} begins with http://, which is not secure, so browsers warn of it or do not open it`,
        help: `Write \`${address.replace(/^http:/i, 'https:')}\`, if that address works in your browser.`,
      }
  }
}

/** Fields that a podcast tag says; of chapters a rule of their own knows more. */
const inPodcastTags: ReadonlySet<string> = new Set(
  fields
    .filter(({ inFeed, key }: AnyField) => inFeed.some(isPodcastTag) && key !== 'chapters')
    .map(({ key }) => key),
)

function isPodcastTag({ name }: { readonly name: string }): boolean {
  return name.startsWith('podcast:')
}

/** The keys whose value is an address. */
const keys = new Set(['url', 'href', 'img', 'uri', 'accountUrl', 'feedUrl', 'link', 'image', 'source'])

function* addressesIn(value: unknown, path: Path): Iterable<{ path: Path; address: string }> {
  if (typeof value === 'string') {
    if (keys.has(String(path.at(-1))) && /^http:/i.test(value)) yield { path, address: value }
    return
  }
  if (typeof value !== 'object' || value === null) return
  for (const [key, part] of Object.entries(value))
    yield* addressesIn(part, [...path, Array.isArray(value) ? Number(key) : key])
}
