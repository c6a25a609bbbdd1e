import { type Item, type Rule, released } from '../../evidence.ts'

/** As many gaps are named. */
const NAMED = 3

const rule: Rule = {
  id: 'episode/number-gap',
  always: 'advice',
  looksAt: ['episode'],
  title: 'The numbers of the episodes have no gap',
  why: 'A gap is often a file that was forgotten, or a number that was mistyped.',
  specs: [],
  covers: ['x-season-numbering'],
  example: {
    bad: { '001.md': 'episode: 1', '002.md': 'episode: 5' },
    good: { '001.md': 'episode: 1', '002.md': 'episode: 2' },
  },
  *check(evidence) {
    // Whoever limits the feed, or holds an episode back, knows of its gap.
    const known = evidence.items.filter(item => numberOf(item) >= 1)
    const gaps = [...bySeason(known).values()].flatMap(gapsOf)
    const shown = new Set<Item>(released(evidence))
    const [first] = gaps.filter(gap => shown.has(gap.after))
    if (first === undefined) return
    yield {
      place: first.after.entry.at('episode'),
      message: `the numbers of the episodes skip ${listed(gaps)}, so listeners may think that something is missing`,
      help: 'Check that no episode is missing and no number is mistyped.',
      related: [{ place: first.before.entry.at('episode'), message: 'the number before' }],
    }
  },
}
export default rule

interface Gap {
  readonly before: Item
  readonly after: Item
  /** `3`, `3 to 5`, with the season where there is one. */
  readonly name: string
}

const bySeason = (items: readonly Item[]): ReadonlyMap<number | undefined, readonly Item[]> => {
  const seasons = new Map<number | undefined, Item[]>()
  for (const item of items) {
    const { season } = item.entry.meta
    const others = seasons.get(season)
    if (others) others.push(item)
    else seasons.set(season, [item])
  }
  return seasons
}

/** What stands between two numbers (13.5) belongs to the one before it. */
const numberOf = (item: Item): number => Math.floor(item.entry.meta.episode ?? 0)

const gapsOf = (items: readonly Item[]): Gap[] => {
  const sorted = [...items].sort((a, b) => numberOf(a) - numberOf(b))
  return sorted.flatMap((after, i) => {
    const before = sorted[i - 1]
    if (before === undefined || numberOf(after) - numberOf(before) < 2) return []
    const [from, to] = [numberOf(before) + 1, numberOf(after) - 1]
    const { season } = after.entry.meta
    const span = from === to ? `${from}` : `${from} to ${to}`
    return [{ before, after, name: season === undefined ? span : `${span} (season ${season})` }]
  })
}

const listed = (gaps: readonly Gap[]): string => {
  const names = gaps.slice(0, NAMED).map(gap => gap.name)
  const more = gaps.length - names.length
  return more > 0 ? `${names.join(', ')} and others in ${more} more places` : names.join(', ')
}
