import { map, shortOr } from '../schema/shape.ts'
import { many, text } from '../schema/value.ts'
import { field } from '../table/field.ts'
import { some } from '../table/optional.ts'
import { type Node, sayText } from '../table/said.ts'
import { each, firstSaid, shape } from '../table/shape.ts'
import { appleGone, podcastTag } from '../table/specs.ts'

/** Text for machines. */
export interface Txt {
  /** What it is for, so that services find it. */
  readonly purpose?: string
  readonly value: string
}

const spec = podcastTag('txt')
const readBy = 'Apple and Podcast Index, to prove who you are'
const ofApple = 'applepodcastsverify'

/** Whether it is the code for Apple, which is written before all others. */
const isCode = ([node]: readonly Node[]): boolean =>
  node !== undefined && node.attributes.purpose?.trim() === ofApple && node.text.trim() !== ''

/** In the feed it is a text for machines as others are: see `txt`. */
export const verify = field({
  key: 'verify',
  on: {
    show: {
      says: "Apple's code that proves ownership.",
      example: 'abcd1234',
      synonyms: ['applepodcastsverify', 'itunesverify', 'appleverify', 'verification'],
    },
  },
  form: () => text(),
  inFeed: [
    {
      name: 'podcast:txt',
      spec,
      readBy,
      // Written with the others.
      write: () => [],
      read: nodes => (isCode(nodes) ? sayText(nodes[0]!) : undefined),
    },
    {
      name: 'itunes:applepodcastsverify',
      spec: appleGone,
      isDeprecated: true,
      read: nodes => firstSaid(nodes.map(sayText)),
    },
  ],
})

const eachTxt = each(shape<Txt>({ name: 'podcast:txt', text: 'value', attributes: { purpose: 'purpose' } }), {
  spec,
  readBy,
})

export const txt = field({
  key: 'txt',
  on: {
    show: {
      says: 'Text for machines, such as a code that proves ownership.',
      example: 'abcd1234',
      long: [{ value: 'abcd1234' }],
      full: [
        { purpose: 'verify', value: 'abcd1234' },
        { purpose: 'ai-content', value: false },
      ],
    },
    episode: {
      says: 'Text for machines.',
      example: 'abcd1234',
      long: [{ value: 'abcd1234' }],
      full: [
        { purpose: 'verify', value: 'abcd1234' },
        { purpose: 'ai-content', value: false },
      ],
    },
    live: { says: 'Text for machines.', example: 'abcd1234' },
  },
  form: () =>
    many(
      shortOr<Txt>(
        value => ({ value: { value } }),
        map({
          purpose: text({ examples: ['verify', 'ai-content'] })
            .meta({ description: 'What it is for, so that services find it.' })
            .optional(),
          value: text().meta({ description: 'Any text for machines.' }),
        }),
        { examples: ['abcd1234'] },
      ),
    ),
  /** Of a text that was nothing but forbidden characters, nothing is left. */
  resolve(written, its): readonly Txt[] | undefined {
    const code = its.written(verify)
    const all = [...(code ? [{ purpose: ofApple, value: code }] : []), ...(written ?? [])]
    return some(all.filter(({ value }) => value))
  },
  inFeed: [
    {
      ...eachTxt,
      on: ['show'],
      read: nodes => eachTxt.read?.(isCode(nodes) ? nodes.slice(1) : nodes),
    },
    { ...eachTxt, on: ['episode', 'live'] },
  ],
})
