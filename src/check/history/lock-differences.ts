import { compareText } from '../../diagnostic.ts'
import type { Lock } from '../../model.ts'

type Fields = Readonly<Record<string, unknown>>
type Block = Readonly<Record<string, object>>

/** What another lock says otherwise, each in a few words; episodes that are told of elsewhere left out. */
export const lockDifferences = (
  before: Lock,
  after: Lock,
  isTold: (stem: string) => boolean = () => false,
): readonly string[] => [
  ...(before.podcastGuid === after.podcastGuid || isTold('podcast-guid') ? [] : ['podcastGuid differs']),
  ...(before.feedUrl === after.feedUrl || isTold('feed-url') ? [] : ['feedUrl differs']),
  ...inBlock(before.episodes, after.episodes, isTold),
  ...inBlock(before.files ?? {}, after.files ?? {}, () => false),
]

const inBlock = (before: Block, after: Block, isTold: (key: string) => boolean): string[] => {
  const differences: string[] = []
  const keys = new Set([...Object.keys(before), ...Object.keys(after)])
  for (const key of [...keys].sort(compareText)) {
    if (isTold(key)) continue
    const [one, other] = [own(before, key), own(after, key)]
    if (one === undefined) differences.push(`"${key}" is new`)
    else if (other === undefined) differences.push(`"${key}" is gone`)
    else {
      const fields = differing(one as Fields, other as Fields)
      if (fields.length > 0) differences.push(`"${key}" differs in ${fields.join(', ')}`)
    }
  }
  return differences
}

const own = (block: Block, key: string): object | undefined =>
  Object.hasOwn(block, key) ? block[key] : undefined

const differing = (one: Fields, other: Fields): readonly string[] =>
  [...new Set([...Object.keys(one), ...Object.keys(other)])].filter(
    field => spelled(one[field]) !== spelled(other[field]),
  )

/** A map is the same whatever the order of its keys. */
const spelled = (value: unknown): string | undefined =>
  JSON.stringify(value, (_key, part) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => compareText(a, b)))
      : part,
  )
