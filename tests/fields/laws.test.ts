/** The law of the table: what is written to a feed is read as what somebody wrote, and comes to the same. */

import { describe, expect, expectTypeOf, test } from 'vitest'
import { feedElements } from '../../src/feed/feed-elements.ts'
import {
  type Episode,
  fields,
  type Show,
  type WrittenEpisode,
  type WrittenShow,
} from '../../src/fields/index.ts'
import type { Written } from '../../src/schema/index.ts'
import type { AnyField } from '../../src/table/field.ts'
import { wordsOf } from '../../src/table/owned.ts'
import { resolution } from '../../src/table/resolve.ts'
import { tableOf, type Writer } from '../../src/table/table.ts'
import { anyWritten } from '../support/any-written.ts'
import fc from '../support/property.ts'
import { aFolder, settingOf } from '../support/settings.ts'
import { feedOf } from '../support/xml-of.ts'

const table = tableOf(fields)

type Raw = Readonly<Record<string, Written>>

const anyRaw = (owner: Writer, ...required: readonly string[]): fc.Arbitrary<Raw> =>
  fc.record(anyWritten[owner], { requiredKeys: [...required], noNullPrototype: true }) as fc.Arbitrary<Raw>

interface Accepted {
  readonly show: { readonly raw: Raw; readonly written: WrittenShow; readonly problems: readonly unknown[] }
  readonly episode: {
    readonly raw: Raw
    readonly written: WrittenEpisode
    readonly problems: readonly unknown[]
  }
}

/** A show with one episode, resolved. Nothing in it is refused. */
const resolved = ({ show, episode }: Accepted, folder?: typeof aFolder) => {
  expect([...show.problems, ...episode.problems]).toEqual([])
  const place = folder && { folder }
  const ofShow = settingOf({ raw: show.raw, written: {}, ...place })
  const others = resolution(table.of('show'), show.written, ofShow)
  const ofEpisode = settingOf({ ...episode, show: others, ...place })
  return {
    show: table.resolve('show', show.written, ofShow)!,
    episode: table.resolve('episode', episode.written, ofEpisode)!,
  }
}

describe('the table', () => {
  test('every field that can be written is tried', () => {
    for (const owner of ['show', 'episode'] as const)
      expect(Object.keys(anyWritten[owner]).sort()).toEqual(Object.keys(table.schema(owner).fields).sort())
  })

  test('resolve(read(write(m))) = m, through real XML', () => {
    fc.assert(
      fc.property(
        anyRaw('show', 'title', 'link', 'language', 'categories', 'explicit', 'image'),
        anyRaw('episode', 'title', 'date'),
        (showRaw, episodeRaw) => {
          const ofShow = { raw: showRaw, ...table.accept('show', showRaw) }
          const ofEpisode = { raw: episodeRaw, ...table.accept('episode', episodeRaw) }
          const model = resolved({ show: ofShow, episode: ofEpisode }, aFolder)
          const xml = feedOf(table.write('show', model.show), table.write('episode', model.episode))
          const { channel, items, problems } = feedElements(xml)
          expect(problems).toEqual([])
          const again = resolved({
            show: table.acceptSaid('show', table.read('show', channel)),
            episode: table.acceptSaid('episode', table.read('episode', items[0]!)),
          })
          // What no field knows, no field reads back: tests/import/extra.test.ts has what becomes of it.
          const { extra: _, ...show } = model.show
          const { extra: __, ...episode } = model.episode
          expect(again).toEqual({ show, episode })
        },
      ),
      { numRuns: 300 },
    )
  })

  test.each(
    (['show', 'episode'] as const).flatMap(owner =>
      Object.keys(table.schema(owner).fields).map(key => [owner, key] as const),
    ),
  )('%s %s: every form is taken, and the long one says what the short one says', (owner, key) => {
    const field = fields.find((one: AnyField) => one.key === key && one.on[owner] !== undefined) as AnyField
    const { example, long, full } = wordsOf(field, owner)!
    const comesTo = (written: unknown) => {
      const taken = table.accept(owner, { [key]: asWritten(written) })
      expect(taken.problems).toEqual([])
      return resolution(
        table.of(owner),
        taken.written,
        settingOf({ raw: { [key]: asWritten(written) }, written: taken.written, folder: aFolder }),
      ).resolved(field)
    }
    if (long !== undefined) expect(comesTo(example)).toEqual(comesTo(long))
    if (full !== undefined) expect(comesTo(full)).not.toEqual(comesTo(example))
  })
})

test('the types follow from the list', () => {
  expectTypeOf<Episode['date']>().toEqualTypeOf<number>()
  expectTypeOf<Episode['title']>().toEqualTypeOf<string>()
  expectTypeOf<Pick<Episode, 'season'>>().toEqualTypeOf<{ readonly season?: number }>()
  expectTypeOf<Show['explicit']>().toEqualTypeOf<boolean>()
  expectTypeOf<WrittenEpisode['date']>().toEqualTypeOf<string | undefined>()
  // What only has a say in others, and what is an episode's.
  expectTypeOf<Extract<keyof Episode, 'personsOnly' | 'owner'>>().toEqualTypeOf<never>()
  expectTypeOf<Extract<keyof Show, 'enclosurePrefixes' | 'season'>>().toEqualTypeOf<never>()
})

/** Front matter arrives as text. */
const asWritten = (value: unknown): Written =>
  Array.isArray(value)
    ? value.map(asWritten)
    : typeof value === 'object' && value !== null
      ? Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, asWritten(inner)]))
      : String(value)
