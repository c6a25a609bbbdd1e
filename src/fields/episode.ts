import { ordinal } from '../schema/number.ts'
import { text } from '../schema/value.ts'
import { decimalText, type Element } from '../table/element.ts'
import { field, type Other } from '../table/field.ts'
import { sayAttribute, sayText } from '../table/said.ts'
import { firstSaid, inText } from '../table/shape.ts'
import { apple, podcastTag } from '../table/specs.ts'

const spec = podcastTag('episode')
const readBy = 'Fountain, TrueFans and others'

export const episode = field({
  key: 'episode',
  on: {
    episode: {
      says: 'The number of the episode, from 1. One between two others (`12.5`) goes to podcast:episode only, as Apple takes whole numbers.',
      example: 12,
      synonyms: [
        ...['number', 'episodenumber', 'episodeno', 'episodenum', 'episodeid', 'ep', 'epnum', 'epnumber'],
        ...['no', 'nr', 'num', 'itunesepisode', 'podcastnumber', 'shownumber', 'track'],
      ],
    },
  },
  form: () => ordinal('episode'),
  resolve: (episode: number | undefined): number | undefined => episode,
  inFeed: [
    inText('itunes:episode', { spec: apple, readBy: 'Apple, most apps' }, number =>
      Number.isInteger(number) ? decimalText(number) : undefined,
    ),
    {
      name: 'podcast:episode',
      spec,
      readBy,
      // A whole number is written here with what is shown in its place, or not at all: see below.
      write: (number: number, other: Other): readonly Element[] =>
        Number.isInteger(number) || other(episodeDisplay) !== undefined
          ? []
          : [{ name: 'podcast:episode', text: decimalText(number) }],
      read: nodes => firstSaid(nodes.map(sayText)),
    },
  ],
})

export const episodeDisplay = field({
  key: 'episodeDisplay',
  on: {
    episode: {
      says: 'What apps show in place of the number of the episode.',
      example: 'Interlude',
    },
  },
  form: () => text(),
  /** podcast:episode holds a number, so it says nothing without one. */
  resolve: (display, { written }): string | undefined =>
    written(episode) === undefined ? undefined : display || undefined,
  inFeed: [
    {
      name: 'podcast:episode',
      spec,
      readBy,
      attributes: ['display'],
      write: (display, other) => {
        const number = other(episode)
        return number === undefined
          ? []
          : [{ name: 'podcast:episode', attributes: { display }, text: decimalText(number) }]
      },
      read: nodes => firstSaid(nodes.map(node => sayAttribute(node, 'display'))),
    },
  ],
})
