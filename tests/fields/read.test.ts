/** What a feed says that no form can hold: it reaches the form, and its place is known. */

import { describe, expect, test } from 'vitest'
import { feedElements } from '../../src/feed/feed-elements.ts'
import { fields } from '../../src/fields/index.ts'
import { listing } from '../../src/schema/index.ts'
import { writtenOf } from '../../src/table/said.ts'
import { tableOf, type Writer } from '../../src/table/table.ts'
import { mediums } from '../../src/vocabulary/podcast-words.ts'
import { feedOf } from '../support/xml-of.ts'

const table = tableOf(fields)

/** The problems of the elements of one parent: message, and where each stands. */
const problemsIn = (owner: Writer, inner: string): readonly string[] => {
  const xml = feedOf([{ name: 'item', text: '@' }])
    .replace('@', owner === 'episode' ? inner : '')
    .replace('<channel>', `<channel>${owner === 'show' ? inner : ''}`)
  const { channel, items } = feedElements(xml)
  const said = table.read(owner, owner === 'show' ? channel : items[0]!)
  return table
    .acceptSaid(owner, said)
    .problems.map(
      ({ message, spot: { node, attribute } }) =>
        `${node.name}${attribute === undefined ? '' : `@${attribute}`}: ${message}`,
    )
}

describe('a feed is judged by the forms of front matter', () => {
  test.each<[owner: Writer, inner: string, problem: string]>([
    [
      'show',
      '<podcast:locked owner="a@b.example">maybe</podcast:locked>',
      'podcast:locked: "maybe" is neither yes nor no, so it is unclear what is meant',
    ],
    [
      'show',
      '<podcast:locked owner="nobody">yes</podcast:locked>',
      'podcast:locked@owner: "nobody" is not an e-mail address, so no mail can reach you there',
    ],
    ['show', '<itunes:category text=""/>', 'itunes:category@text: `name` is missing'],
    [
      'show',
      '<itunes:explicit>perhaps</itunes:explicit>',
      'itunes:explicit: "perhaps" is neither yes nor no, so it is unclear what is meant',
    ],
    ['show', '<itunes:owner><itunes:name>A</itunes:name></itunes:owner>', 'itunes:owner: `email` is missing'],
    [
      'show',
      '<podcast:liveItem status="soon" start="2026-12-01T19:00:00Z"><title>A</title><guid>b</guid><podcast:contentLink href="https://a.example/live">Live</podcast:contentLink></podcast:liveItem>',
      'podcast:liveItem@status: "soon" is not one of pending, live or ended, so it cannot be used',
    ],
    [
      'show',
      '<podcast:liveItem status="live" start="2026-12-01T19:00:00Z"><title>A</title><podcast:contentLink href="https://a.example/live">Live</podcast:contentLink></podcast:liveItem>',
      'podcast:liveItem: `guid` is missing',
    ],
    [
      'show',
      '<podcast:liveItem status="live" start="2026-12-01T19:00:00Z"><title>A</title><guid>b</guid></podcast:liveItem>',
      'podcast:liveItem: `contentLinks` is missing',
    ],
    ['episode', '<enclosure url="" length="1" type="audio/mpeg"/>', 'enclosure@url: `url` is missing'],
    [
      'episode',
      '<enclosure url="https://a.example/1.mp3" length="many" type="audio/mpeg"/>',
      'enclosure@length: "many" is not a whole number from 0',
    ],
    [
      'episode',
      '<podcast:transcript url="https://a.example/1.vtt" type="vtt"/>',
      'podcast:transcript@type: "vtt" is not one of text/vtt, application/x-subrip, application/srt, application/json, text/html or text/plain, so it cannot be used',
    ],
    [
      'episode',
      '<podcast:transcript url="https://a.example/1.vtt" type="text/vtt" rel="x"/>',
      'podcast:transcript@rel: "x" is not one of captions',
    ],
    [
      'episode',
      '<podcast:socialInteract protocol="activitypub"/>',
      'podcast:socialInteract: `uri` is missing: the post under which people comment',
    ],
    ['episode', '<podcast:person href="https://a.example/"/>', 'podcast:person: `name` is missing'],
    [
      'episode',
      '<podcast:season name="x">one</podcast:season>',
      'podcast:season: "one" is not a whole number',
    ],
    [
      'episode',
      '<podcast:value type="lightning" method="keysend"><podcast:valueRecipient type="node" address="a" split="half"/></podcast:value>',
      'podcast:valueRecipient@split: "half" is not a whole number from 1',
    ],
    // The show itself, and what serves it.
    [
      'show',
      '<podcast:medium>foo</podcast:medium>',
      `podcast:medium: "foo" is not one of ${listing(mediums)}, so it cannot be used`,
    ],
    [
      'show',
      '<podcast:block id="amazon">perhaps</podcast:block>',
      'podcast:block: "perhaps" is neither yes nor no, so it is unclear what is meant',
    ],
    ['show', '<podcast:block id="amazon"/>', 'podcast:block: `blocked` is missing'],
    ['show', '<podcast:txt purpose="verify"/>', 'podcast:txt: `value` is missing'],
    ['episode', '<podcast:txt purpose="verify"/>', 'podcast:txt: `value` is missing'],
    ['show', '<podcast:updateFrequency rrule="FREQ=WEEKLY"/>', 'podcast:updateFrequency: `text` is missing'],
    [
      'show',
      '<podcast:updateFrequency complete="soon">Every Tuesday</podcast:updateFrequency>',
      'podcast:updateFrequency@complete: "soon" is neither yes nor no, so it is unclear what is meant',
    ],
    [
      'show',
      '<podcast:podping usesPodping="x"/>',
      'podcast:podping@usesPodping: "x" is neither yes nor no, so it is unclear what is meant',
    ],
    [
      'show',
      '<itunes:type>weekly</itunes:type>',
      'itunes:type: "weekly" is not one of episodic or serial, so it cannot be used',
    ],
    [
      'show',
      '<itunes:new-feed-url>feed.xml</itunes:new-feed-url>',
      'itunes:new-feed-url: "feed.xml" is not a full address, so no app can open it',
    ],
    [
      'show',
      '<atom:link rel="self" href="ftp://a.example/feed.xml"/>',
      'atom:link@href: "ftp://a.example/feed.xml" begins with "ftp:", which podcast apps do not open',
    ],
    [
      'show',
      '<atom:link rel="hub" href="https://a.example/"/><atom:link rel="hub" href="https://"/>',
      'atom:link@href: "https://" is not a URL that a browser can read',
    ],
    [
      'show',
      '<atom:link rel="next" href="https://ada:secret@a.example/2.xml"/>',
      'atom:link@href: this address holds a user name or password, which every subscriber would see',
    ],
    [
      'show',
      '<spotify:limit recentCount="0"/>',
      'spotify:limit@recentCount: "0" is not a whole number from 1',
    ],
    // People and places, and what other shows are to this one.
    ['show', '<podcast:funding>Give</podcast:funding>', 'podcast:funding: `url` is missing'],
    [
      'episode',
      '<podcast:funding url="ko-fi.com">Give</podcast:funding>',
      'podcast:funding@url: "ko-fi.com" is not a full address, so no app can open it',
    ],
    ['episode', '<podcast:location country="BE"/>', 'podcast:location: `name` is missing'],
    [
      'show',
      '<podcast:location rel="home">Antwerp</podcast:location>',
      'podcast:location@rel: "home" is not one of subject or creator, so it cannot be used',
    ],
    ['show', '<podcast:license url="https://a.example/"/>', 'podcast:license: `name` is missing'],
    [
      'episode',
      '<podcast:chat server="a.example" protocol="icq"/>',
      'podcast:chat@protocol: "icq" is not one of irc, xmpp, nostr or matrix, so it cannot be used',
    ],
    ['show', '<podcast:remoteItem title="A"/>', 'podcast:remoteItem: `feedGuid` is missing'],
    [
      'show',
      '<podcast:podroll><podcast:remoteItem feedGuid="a" medium="radio"/></podcast:podroll>',
      `podcast:remoteItem@medium: "radio" is not one of ${listing(mediums)}, so it cannot be used`,
    ],
    [
      'show',
      '<podcast:publisher><podcast:remoteItem medium="publisher"/></podcast:publisher>',
      'podcast:remoteItem: `feedGuid` is missing',
    ],
  ])('%s: %s', (owner, inner, problem) => expect(problemsIn(owner, inner)).toEqual([problem]))

  test('what is deprecated counts only where it is asked for, and where nothing current says it', () => {
    const { channel } = feedElements(
      feedOf([{ name: 'channel', text: '' }]).replace(
        '<channel>',
        '<channel xmlns:googleplay="http://www.google.com/schemas/play-podcasts/1.0"><googleplay:explicit>yes</googleplay:explicit>',
      ),
    )
    expect(table.read('show', channel).explicit).toBeUndefined()
    expect(writtenOf(table.read('show', channel, { deprecated: true }).explicit!)).toBe('yes')
  })
})
