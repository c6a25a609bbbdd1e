/** What the fields could take, and an import passes by: its reason is not in the element itself, but in what stands beside it. */

import { addressKey } from '../diff/address.ts'
import type { FeedNode } from '../feed/feed-elements.ts'
import type { Instant } from '../model.ts'
import { wordsSeen } from '../syntax/visible-html.ts'
import { redacted } from '../units/credentials.ts'
import { isUuid } from '../units/uuid.ts'
import type { Fields } from './brief.ts'
import { type LeftOut, saidBy } from './left-out.ts'
import { text } from './text.ts'

interface Read {
  readonly asWritten: FeedNode
  readonly fields: Fields
}

/** `address`: where the feed was. */
export const passedByInShow = (show: Read, address: string | undefined): readonly LeftOut[] => [
  ...noUuid(show),
  ...movedOn(show, address),
  ...otherSummary(show),
]

export const passedByInEpisode = (episode: Read, date: Instant | undefined): readonly LeftOut[] => [
  ...withoutNumber(episode),
  ...(date === undefined ? unreadableDate(episode) : []),
]

const noUuid = ({ asWritten, fields }: Read): readonly LeftOut[] => {
  const guid = text(fields.guid)
  const element = asWritten.children.find(({ name }) => name === 'podcast:guid')
  if (guid === undefined || element === undefined || isUuid(guid.toLowerCase())) return []
  const reason = `"${guid.slice(0, 80)}" is not a UUID, so the new feed has another`
  return [{ node: element, reason, told: '<podcast:guid>' }]
}

/** A feed that has been left behind: who imports it may have wanted the one that it led to. */
const movedOn = ({ asWritten, fields }: Read, address: string | undefined): readonly LeftOut[] => {
  const to = text(fields.newFeedUrl)
  const element = asWritten.children.find(({ name }) => name === 'itunes:new-feed-url')
  if (
    to === undefined ||
    element === undefined ||
    address === undefined ||
    addressKey(to) === addressKey(address)
  )
    return []
  return [
    {
      node: element,
      reason: 'led to another feed',
      told: '<itunes:new-feed-url>',
      detail: `this feed has sent its subscribers on to ${redacted(to).slice(0, 200)}; if that one is there, import it instead`,
    },
  ]
}

/** The description counts; as a rule the summary says the same. */
const otherSummary = ({ asWritten, fields }: Read): readonly LeftOut[] => {
  const element = asWritten.children.find(({ name }) => name === 'itunes:summary')
  const [summary, description] = [element?.text ?? '', text(fields.description) ?? ''].map(wordsSeen)
  return element === undefined || summary === '' || description!.includes(summary!)
    ? []
    : [
        {
          node: element,
          reason: 'the description counts',
          told: `<itunes:summary>, "${saidBy(element)}",`,
          detail:
            '<description> says something else, and that counts; put into the description what is to be kept',
        },
      ]
}

/** What is shown in place of a number says nothing where there is none. */
const withoutNumber = ({ asWritten, fields }: Read): readonly LeftOut[] =>
  asWritten.children.flatMap(node => {
    const number = Object.hasOwn(numbers, node.name) ? numbers[node.name]! : undefined
    if (number === undefined || fields[number.key] !== undefined || fields[number.beside] === undefined)
      return []
    const told = `\`${number.attribute}\` of <${node.name}>`
    return node.attributes[number.attribute] === undefined ? [] : [{ node, reason: number.reason, told }]
  })

const numbers: Readonly<Record<string, Readonly<Record<'key' | 'beside' | 'attribute' | 'reason', string>>>> =
  {
    'podcast:episode': {
      key: 'episode',
      beside: 'episodeDisplay',
      attribute: 'display',
      reason: 'the episode has no number, which it stands for',
    },
    'podcast:season': {
      key: 'season',
      beside: 'seasonName',
      attribute: 'name',
      reason: 'the season has no number, which it belongs to',
    },
  }

/** What became of it is told with the date that it got. */
const unreadableDate = ({ asWritten }: Read): readonly LeftOut[] =>
  asWritten.children.flatMap(node => {
    const written = node.name === 'pubDate' ? node.text.trim() : ''
    return written === '' ? [] : [{ node, reason: `"${written.slice(0, 80)}" cannot be read as a date` }]
  })
