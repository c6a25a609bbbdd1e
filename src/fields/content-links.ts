import { addressText, map, refined, shortOr, webAddress } from '../schema/shape.ts'
import { many, type Read, text, url, urlProblem } from '../schema/value.ts'
import { field } from '../table/field.ts'
import { some } from '../table/optional.ts'
import { each, shape } from '../table/shape.ts'
import { podcastTag } from '../table/specs.ts'
import { hrefOf } from '../units/url.ts'

export interface ContentLink {
  readonly href: string
  readonly text: string
}

const full = { href: 'https://video.example/w/7', text: 'Watch the filmed version' }

export const contentLinks = field({
  key: 'contentLinks',
  on: {
    episode: {
      says: 'Where else the episode can be heard or seen.',
      example: full.href,
      long: [{ href: full.href, text: 'video.example/w/7' }],
      full: [full],
    },
    live: {
      says: 'Where it can be heard, for apps that cannot play it.',
      example: 'https://show.example/live',
      required: true,
    },
  },
  form: () => many(contentLink()),
  /** Of a text that was nothing but forbidden characters, nothing is left. */
  resolve: (links): readonly ContentLink[] | undefined =>
    some(links?.map(({ href, text }) => ({ href, text: text || addressText(href) }))),
  inFeed: [
    each(shape<ContentLink>({ name: 'podcast:contentLink', text: 'text', attributes: { href: 'href' } }), {
      spec: podcastTag('content-link'),
      readBy: 'the apps that show live items',
    }),
  ],
})

const contentLink = () =>
  shortOr(
    (written): Read<ContentLink> => {
      const refusal = urlProblem(written)
      if (refusal !== undefined) return { refusal }
      const href = hrefOf(written)
      return { value: { href, text: addressText(href) } }
    },
    refined(
      map({
        href: url().meta({ description: 'Where else it can be heard or seen.' }),
        text: text({ examples: ['Watch the filmed version'] })
          .meta({ description: 'What the link says. Without it: the address.' })
          .optional(),
      }),
      written => ({ value: { href: written.href, text: written.text ?? addressText(written.href) } }),
    ),
    { ...webAddress, examples: ['https://video.example/w/7'] },
  )
