import type { Finding } from '../../diagnostic.ts'
import { table } from '../../fields/index.ts'
import { feedUnknownElements } from '../../limits.ts'
import { isNearly, nearest } from '../../units/text.ts'
import { type FeedRule, parentsIn, shown } from '../feed-rule.ts'
import {
  channelElements,
  deadElements,
  itemElements,
  itunesElements,
  podcastElements,
} from '../known-elements.ts'
import { rss, w3cError } from '../specs.ts'

const rule: FeedRule = {
  id: 'document/unknown-element',
  always: 'noticed',
  title: 'A tag is one of those that its specification has',
  why: 'What is in no specification is read by nobody; most often a tag is misspelt or in the wrong place.',
  specs: [rss('extendingRss'), w3cError('UndefinedElement')],
  askedBy: { w3c: 'requires' },
  covers: ['doc-foreign-tags-in-ns'],
  example: {
    bad: { 'feed.xml': '<item>\n<duration>1801</duration>\n</item>' },
    good: { 'feed.xml': '<item>\n<itunes:duration>1801</itunes:duration>\n</item>' },
  },
  *check(feed): Iterable<Finding> {
    const help = suggestions()
    for (const parent of parentsIn(feed)) {
      const own = parent === feed.channel ? channelElements : itemElements
      for (const node of parent.children) {
        const { name } = node
        const [, prefix = ''] = /^(itunes|podcast):/.exec(name) ?? []
        if (isOfOther(name, parent === feed.channel)) {
          yield {
            place: feed.atTag(node),
            message: `${shown(name)} does not belong in ${parent === feed.channel ? 'a channel' : 'an item'}, so no app reads it there`,
            help: `Move it into ${parent === feed.channel ? 'the item that it is about' : 'the channel'}, or remove it.`,
          }
          continue
        }
        if (prefix === '' ? name.includes(':') || own.has(name) : ofPrefix[prefix]!.has(name)) continue
        if (isCapital(name, own)) continue
        yield {
          place: feed.atTag(node),
          message: isElsewhere(name)
            ? `${shown(name)} does not belong in ${parent === feed.channel ? 'a channel' : 'an item'}`
            : `${shown(name)} is not a tag of ${specification[prefix]}, so no app reads it`,
          help: help(name, own),
        }
      }
    }
  },
}
export default rule

/** A tag of shows in an item, or the other way round. */
const isOfOther = (name: string, isShow: boolean): boolean =>
  /^(?:itunes|podcast):/.test(name) &&
  !deadElements.has(name) &&
  (isShow ? inItems : inChannels).has(name) &&
  !(isShow ? inChannels : inItems).has(name)

const inChannels = new Set(table.of('show').rows.map(({ element }) => element.name))
/** Apple had an author in items too, hosts write it, and apps show it. */
const inItems = new Set(['itunes:author', ...table.of('episode').rows.map(({ element }) => element.name)])

const ofPrefix: Readonly<Record<string, ReadonlySet<string>>> = {
  itunes: itunesElements,
  podcast: podcastElements,
}
const specification: Readonly<Record<string, string>> = {
  '': 'RSS',
  itunes: 'Apple',
  podcast: 'the podcast namespace',
}

const isElsewhere = (name: string): boolean => channelElements.has(name) || itemElements.has(name)

/** Only the capitals are wrong: that is another rule. */
const isCapital = (name: string, own: ReadonlySet<string>): boolean => {
  const folded = name.toLowerCase()
  return [...own, ...itunesElements, ...podcastElements].some(other => other.toLowerCase() === folded)
}

const suggestions = () => {
  const known = new Map<string, string>()
  return (name: string, own: ReadonlySet<string>): string => {
    const help = known.get(name) ?? (known.size < feedUnknownElements ? helpFor(name, own) : general)
    if (known.size < feedUnknownElements) known.set(name, help)
    return help
  }
}

const general = 'Remove it, or give it the prefix of the namespace that it belongs to.'

const helpFor = (name: string, own: ReadonlySet<string>): string => {
  const prefixed = `itunes:${name}`
  if (itunesElements.has(prefixed)) return `Write ${shown(prefixed)}.`
  const [, prefix, local = name] = /^(?:(itunes|podcast):)?(.*)$/s.exec(name) ?? []
  if (prefix !== undefined && own.has(local)) return `Write ${shown(local)}: it has no prefix.`
  if (isElsewhere(name)) return general
  // The prefix is right in any case, and would make words alike that are not.
  const others = [...(prefix === undefined ? own : ofPrefix[prefix]!)].map(one => one.replace(/^.*:/, ''))
  const near = nearest(
    local,
    others.filter(one => !graveElements.has(one) || isNearly(local, one)),
  )
  return near === undefined ? general : `Write ${shown(prefix === undefined ? near : `${prefix}:${near}`)}.`
}

/** They hide or end a show, or send its followers elsewhere. */
const graveElements: ReadonlySet<string> = new Set(['block', 'complete', 'new-feed-url'])
