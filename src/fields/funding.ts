import { addressText, map, refined, shortOr, webAddress } from '../schema/shape.ts'
import { many, type Read, text, url, urlProblem } from '../schema/value.ts'
import { field } from '../table/field.ts'
import { some } from '../table/optional.ts'
import { type Said, sayAttribute, sayList, sayMap, saysSomething, sayText } from '../table/said.ts'
import { each, shape } from '../table/shape.ts'
import { podcastTag, rawvoice } from '../table/specs.ts'
import { hrefOf } from '../units/url.ts'
import { atomLink, linksOf, specs } from './atom-link.ts'

export interface Funding {
  readonly url: string
  readonly text: string
}

const full = { url: 'https://ko-fi.com/harbour', text: 'Buy us a coffee' }
const usual = { example: full.url, long: [{ url: full.url, text: 'ko-fi.com/harbour' }], full: [full] }

export const funding = field({
  key: 'funding',
  on: {
    show: {
      says: 'Where listeners can give.',
      ...usual,
      synonyms: ['donate', 'donation', 'support', 'patreon', 'podcastfunding'],
    },
    episode: { says: 'Where listeners can give for this episode.', ...usual },
    live: { says: 'Where listeners can give.', example: full.url },
  },
  form: () =>
    many(
      shortOr(
        (written): Read<Funding> => {
          const refusal = urlProblem(written)
          return refusal === undefined ? { value: labelled(hrefOf(written)) } : { refusal }
        },
        refined(
          map({
            url: url().meta({ description: 'Where listeners can give.' }),
            text: text({ examples: ['Buy us a coffee'] })
              .meta({ description: 'What the link says. Without it: the address.' })
              .optional(),
          }),
          ({ url, text }) => ({ value: labelled(url, text) }),
        ),
        { ...webAddress, examples: ['https://ko-fi.com/harbour'] },
      ),
    ),
  /** Of a text that was nothing but forbidden characters, nothing is left. */
  resolve: (links): readonly Funding[] | undefined =>
    some(links?.map(({ url, text }) => labelled(url, text))),
  inFeed: [
    each(shape<Funding>({ name: 'podcast:funding', text: 'text', attributes: { url: 'url' } }), {
      spec: podcastTag('funding'),
      readBy: 'AntennaPod, Podcast Addict, Podcast Guru and 16 more apps',
    }),
    {
      ...atomLink,
      spec: specs.rss,
      on: ['show'],
      isDeprecated: true,
      read: nodes =>
        linksSaid(
          linksOf(nodes, 'payment').map(node =>
            sayMap(node, { url: sayAttribute(node, 'href'), text: sayAttribute(node, 'title') }),
          ),
        ),
    },
    {
      name: 'rawvoice:donate',
      spec: rawvoice,
      on: ['show'],
      isDeprecated: true,
      attributes: ['href'],
      read: nodes =>
        linksSaid(nodes.map(node => sayMap(node, { url: sayAttribute(node, 'href'), text: sayText(node) }))),
    },
  ],
})

const labelled = (url: string, text?: string): Funding => ({ url, text: text || addressText(url) })

/** One without an address leads nowhere. */
const linksSaid = (links: readonly Said[]): Said | undefined =>
  sayList(links.filter(said => 'map' in said && said.map.url !== undefined && saysSomething(said.map.url)))
