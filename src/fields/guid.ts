import { flag, text } from '../schema/value.ts'
import { field, made } from '../table/field.ts'
import { sayAttribute, sayText } from '../table/said.ts'
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

/** Nobody writes it: what was published as the address of a page stays one, or apps would take the episode for another. */
export const isPermaLink = field({
  key: 'isPermaLink',
  on: { episode: made },
  form: () => flag(),
  /** Only of the guid that it was published with. */
  resolve: (said, { folder, written }): true | undefined =>
    (folder ? folder.isPermalink && (written(guid) ?? folder.guid) === folder.guid : said) || undefined,
  inFeed: [
    {
      name: 'guid',
      spec: ofItemElement('guid'),
      attributes: ['isPermaLink'],
      read: nodes => firstSaid(nodes.flatMap(node => sayAttribute(node, 'isPermaLink') ?? [])),
    },
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
      write: (guid, other) => [
        { name: 'guid', attributes: { isPermaLink: String(other(isPermaLink) ?? false) }, text: guid },
      ],
      read: nodes => firstSaid(nodes.map(sayText)),
    },
  ],
})
