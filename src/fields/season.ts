import { ordinal } from '../schema/number.ts'
import { text } from '../schema/value.ts'
import { field } from '../table/field.ts'
import { sayAttribute, sayText } from '../table/said.ts'
import { firstSaid, inText } from '../table/shape.ts'
import { apple, podcastTag } from '../table/specs.ts'

const spec = podcastTag('season')

export const season = field({
  key: 'season',
  on: {
    episode: {
      says: 'The season, from 1.',
      example: 1,
      synonyms: ['seasonnumber', 'seasonno', 'itunesseason', 's', 'staffel'],
    },
  },
  form: () => ordinal('season'),
  resolve: season => season,
  inFeed: [
    inText('itunes:season', { spec: apple, readBy: 'Apple, most apps' }),
    // Written with the name.
    { name: 'podcast:season', spec, read: nodes => firstSaid(nodes.map(sayText)) },
  ],
})

export const seasonName = field({
  key: 'seasonName',
  on: {
    episode: {
      says: 'The name of the season; `season` gives its number.',
      example: 'Winter',
      synonyms: ['seasontitle', 'seasonlabel'],
    },
  },
  form: () => text(),
  /** podcast:season says nothing more than itunes:season without it, and nothing at all without a number. */
  resolve: (name, { written }) => (written(season) === undefined ? undefined : name || undefined),
  inFeed: [
    {
      name: 'podcast:season',
      spec,
      readBy: 'Podcast Addict, Podcast Guru, TrueFans and others',
      attributes: ['name'],
      write: (name, other) => {
        const number = other(season)
        return number === undefined
          ? []
          : [{ name: 'podcast:season', attributes: { name }, text: String(number) }]
      },
      read: nodes => firstSaid(nodes.map(node => sayAttribute(node, 'name'))),
    },
  ],
})
