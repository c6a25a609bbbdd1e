/** What fields of the podcast namespace hold, in show.md and its live items or in an episode, and where each value stands. */

import type { Place } from '../../../diagnostic.ts'
import type { WrittenEpisode, WrittenShow } from '../../../fields/index.ts'
import type { Entry } from '../../../project.ts'
import { writtenPath } from '../../../schema/path.ts'
import type { Item, OneEntry } from '../../evidence.ts'

type AnyMeta = Partial<WrittenEpisode> & Partial<WrittenShow>
type LiveItem = NonNullable<WrittenShow['liveItems']>[number]
type Holder = AnyMeta & Partial<LiveItem>

/** The entry of a list, or the value itself. */
type One<Field> = Entries<NonNullable<Field>>
type Entries<Field> = Field extends readonly (infer Value)[] ? Value : Field

type Path = readonly (string | number)[]

export interface WrittenValue<Value> {
  readonly value: Value
  readonly entry: Entry<WrittenEpisode> | Entry<WrittenShow>
  /** Undefined for what show.md says. */
  readonly item: Item | undefined
  readonly path: Path
  /** Of the value, or of a part of it. */
  readonly at: (...parts: Path) => Place
  /** How it is called, or a part of it. */
  readonly name: (...parts: Path) => string
}

export function* writtenValues<Field extends keyof Holder>(
  one: OneEntry,
  ...fields: readonly Field[]
): Iterable<WrittenValue<One<Holder[Field]>>> {
  for (const { meta, entry, item, base } of holders(one))
    for (const field of fields) {
      const written = meta[field]
      if (written === undefined) continue
      const isList = Array.isArray(written)
      for (const [index, value] of (isList ? written : [written]).entries())
        yield {
          value: value as One<Holder[Field]>,
          ...placed(entry, item, isList ? [...base, field, index] : [...base, field]),
        }
    }
}

const placed = (entry: WrittenValue<unknown>['entry'], item: Item | undefined, path: Path) => ({
  entry,
  item,
  path,
  at: (...parts: Path): Place => entry.at(writtenPath(entry.raw, [...path, ...parts])),
  name: (...parts: Path): string => entry.words.name(writtenPath(entry.raw, [...path, ...parts])),
})

interface Held {
  readonly meta: Partial<Holder>
  readonly entry: Entry<WrittenEpisode> | Entry<WrittenShow>
  readonly item: Item | undefined
  readonly base: Path
}

function* holders({ entry, item }: OneEntry): Iterable<Held> {
  yield { meta: entry.meta as Partial<Holder>, entry, item, base: [] }
  if (item !== undefined) return
  for (const [index, live] of entry.meta.liveItems?.entries() ?? [])
    yield { meta: live as Partial<Holder>, entry, item, base: ['liveItems', index] }
}
