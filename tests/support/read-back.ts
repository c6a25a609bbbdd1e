/** A feed as the program reads it: what its show and its episodes come to. */

import { expect } from 'vitest'
import { feedElements } from '../../src/feed/feed-elements.ts'
import { type Episode, type Show, table, type WrittenEpisode } from '../../src/fields/index.ts'
import type { Reading } from '../../src/table/elements.ts'
import type { Others } from '../../src/table/its.ts'
import { resolution } from '../../src/table/resolve.ts'
import type { Node } from '../../src/table/said.ts'
import type { Writer } from '../../src/table/table.ts'
import { settingOf } from './settings.ts'

/** `deprecated`: whether elements that no directory reads any more count too. */
export const readBack = (
  xml: string,
  reading: Reading = {},
): { readonly show: Partial<Show>; readonly episodes: readonly Partial<Episode>[] } => {
  const { channel, items, problems } = feedElements(xml)
  expect(problems).toEqual([])
  const others = (owner: Writer, nodes: readonly Node[], show?: Others): Others => {
    const { raw, written, problems } = table.acceptSaid(owner, table.read(owner, nodes, reading))
    expect(problems).toEqual([])
    return resolution(
      table.of(owner),
      written,
      settingOf({ raw, written: written as WrittenEpisode, ...(show && { show }) }),
    )
  }
  const show = others('show', channel)
  return {
    show: said('show', show),
    episodes: items.map(item => said('episode', others('episode', item, show))),
  }
}

/** What is said, be it enough for an episode or not. */
const said = (owner: Writer, others: Others): object =>
  Object.fromEntries(
    table.of(owner).fields.flatMap(field => {
      const value = others.resolved(field)
      return value === undefined ? [] : [[field.key, value]]
    }),
  )
