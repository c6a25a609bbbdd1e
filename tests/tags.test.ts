/** The tag table, held in both directions at once: what a row writes it reads back, for any value. */

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { feedElements } from '../src/feed/feed-elements.ts'
import type { Episode, Show } from '../src/podcast.ts'
import { renderFeed } from '../src/render/feed.ts'
import { channelTags, itemTags, readTags } from '../src/tags/index.ts'
import { anyEpisode, anyShow } from './support/any-podcast.ts'

const readBack = (xml: string) => {
  const { channel, items, problems } = feedElements(xml)
  expect(problems).toEqual([])
  return {
    show: readTags<Show>(channelTags, channel),
    episodes: items.map(item => readTags<Episode>(itemTags, item)),
  }
}

describe('the tag table', () => {
  test('every row is read as it was written, for any show and any episode', () => {
    fc.assert(
      fc.property(anyShow, fc.array(anyEpisode, { maxLength: 3 }), (show, episodes) => {
        const read = readBack(renderFeed(show, episodes))
        expect(read.show).toEqual(show)
        expect(read.episodes).toEqual(episodes)
      }),
      { numRuns: 200 },
    )
  })

  test('every field of a show and of an episode is written by some row', () => {
    const written = (tags: readonly { field: PropertyKey }[]) => new Set(tags.map(tag => tag.field))
    fc.assert(
      fc.property(anyShow, anyEpisode, (show, episode) => {
        expect(Object.keys(show).filter(field => !written(channelTags).has(field))).toEqual([])
        expect(Object.keys(episode).filter(field => !written(itemTags).has(field))).toEqual([])
      }),
    )
  })

  test.each([...channelTags, ...itemTags])('$name ($field) names its specification', tag => {
    expect(URL.canParse(tag.spec)).toBe(true)
  })

  test('a row reads nothing from an element that is empty or foreign', () => {
    for (const tag of [...channelTags, ...itemTags]) {
      const nothing = [undefined, false, [], {}]
      for (const elements of [
        [],
        [{ name: tag.name }],
        [{ name: tag.name, text: '  ', attributes: { x: 'y' } }],
      ])
        expect(nothing, `${tag.name} from ${JSON.stringify(elements)}`).toContainEqual(tag.read(elements))
    }
  })
})
