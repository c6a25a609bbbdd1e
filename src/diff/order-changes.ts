import type { Change } from './change.ts'
import type { Matching } from './match.ts'
import type { State } from './state.ts'

/**
 * Episodes that stand elsewhere among the others, as few as possible: those whose dates have changed are told by their dates. Apps
 * sort by date; the order of the feed decides where dates are the same, and in the few apps that keep it.
 */
export const orderChanges = (before: State, after: State, { pairs }: Matching): readonly Change[] => {
  const was = new Map(before.episodes.map((episode, i) => [episode, i]))
  const is = new Map(after.episodes.map((episode, i) => [episode, i]))
  const inOrder = pairs
    .map(([one, other]) => ({ one, other, from: was.get(one)!, to: is.get(other)! }))
    .sort((a, b) => a.to - b.to)
  const rank = new Map([...inOrder].sort((a, b) => a.from - b.from).map((pair, i) => [pair, i]))
  const stay = longestRise(inOrder.map(pair => rank.get(pair)!))
  return inOrder.flatMap((pair, i): readonly Change[] =>
    stay.has(i) || pair.one.fields.date !== pair.other.fields.date
      ? []
      : [
          {
            effect: 'moved',
            what: 'order',
            episode: pair.other,
            before: `item ${pair.from + 1}`,
            after: `item ${pair.to + 1}`,
            kind: 'order',
          },
        ],
  )
}

/** Where the members of the longest rising run of distinct numbers stand. https://en.wikipedia.org/wiki/Patience_sorting */
const longestRise = (numbers: readonly number[]): ReadonlySet<number> => {
  /** Of runs of each length, where the one stands that ends lowest. */
  const ends: number[] = []
  const previous: (number | undefined)[] = []
  for (const [i, number] of numbers.entries()) {
    let low = 0
    let high = ends.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (numbers[ends[middle]!]! < number) low = middle + 1
      else high = middle
    }
    previous.push(low === 0 ? undefined : ends[low - 1])
    ends[low] = i
  }
  const run = new Set<number>()
  for (let at = ends.at(-1); at !== undefined; at = previous[at]) run.add(at)
  return run
}
