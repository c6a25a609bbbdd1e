import { text } from '../schema/value.ts'
import { field } from '../table/field.ts'
import { sayText } from '../table/said.ts'
import { firstSaid, inText } from '../table/shape.ts'
import { ofItemElement, podcastTag } from '../table/specs.ts'

/** The show's. */
export const podcastGuidField = field({
  key: 'guid',
  on: {
    show: {
      says: 'The podcast:guid, when the show already has one. Otherwise it is made from the feed URL once and kept in the lock.',
      example: '917393e3-1b1e-5cef-ace4-edaa54e1f810',
      synonyms: ['podcastguid', 'uuid', 'id', 'showguid'],
    },
  },
  form: () => text(),
  /** Missing only while the show has no address of its own, or in a feed that does not say it. */
  resolve: (guid, { folder }): string | undefined => guid || folder?.guid,
  inFeed: [
    inText('podcast:guid', {
      spec: podcastTag('guid'),
      readBy: 'Podcast Index, Fountain, Podverse, TrueFans and others',
    }),
  ],
})

export const guid = field({
  key: 'guid',
  on: {
    episode: {
      says: 'The identity of an episode that was published elsewhere before. Never change it.',
      example: 'b0a1c2d3-5e4f-4a6b-8c7d-9e0f1a2b3c4d',
      synonyms: ['id', 'uuid', 'uid', 'episodeguid', 'podcastguid', 'guidoverride'],
    },
    live: {
      says: 'Its identity: the same from the announcement to the end. Another guid is another broadcast.',
      example: 'live-2026-12-01',
      required: true,
    },
  },
  form: () => text(),
  vital: true,
  resolve: (guid, { folder }) => guid || folder?.guid,
  inFeed: [
    {
      name: 'guid',
      spec: ofItemElement('guid'),
      readBy: 'every app and directory',
      attributes: ['isPermaLink'],
      write: guid => [{ name: 'guid', attributes: { isPermaLink: 'false' }, text: guid }],
      read: nodes => firstSaid(nodes.map(sayText)),
    },
  ],
})
