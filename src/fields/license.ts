import { map, noWebAddress, shortOr } from '../schema/shape.ts'
import { type Read, text, url } from '../schema/value.ts'
import { field } from '../table/field.ts'
import { optional } from '../table/optional.ts'
import { one, shape } from '../table/shape.ts'
import { podcastTag } from '../table/specs.ts'
import { creativeCommonsUrl, licenseSlug } from '../vocabulary/licenses.ts'

export interface License {
  /** A slug of the list, or a name of one's own. */
  readonly name: string
  readonly url?: string
}

const usual = {
  example: 'CC-BY-4.0',
  long: { name: 'CC-BY-4.0' },
  full: { name: 'harbour-terms-1', url: 'https://show.example/terms' },
  synonyms: ['licence', 'podcastlicense'],
}

export const license = field({
  key: 'license',
  on: {
    show: { says: 'The licence of all episodes.', ...usual },
    episode: { says: "The licence, when it is not the show's.", ...usual },
  },
  form: () =>
    shortOr(
      (name): Read<License> =>
        /^https?:/i.test(name)
          ? {
              refusal: {
                expected: 'text',
                message: 'a licence has a name, and this is an address',
                help: `Write \`{ name: …, url: ${name} }\`, or one of the known names, such as \`CC-BY-4.0\`.`,
              },
            }
          : { value: { name } },
      map({
        name: text({ examples: ['CC-BY-4.0'] }).meta({
          description: 'A known licence, or a short name of your own.',
        }),
        url: url().meta({ description: 'Where it can be read; needed for a name of your own.' }).optional(),
      }),
      { ...noWebAddress, examples: ['CC-BY-4.0'] },
    ),
  resolve: license => (license?.name ? known(license) : undefined),
  inFeed: [
    one(shape<License>({ name: 'podcast:license', text: 'name', attributes: { url: 'url' } }), {
      spec: podcastTag('license'),
      readBy: 'TrueFans, Vodio',
    }),
  ],
})

/** A known name in the list's spelling. A Creative Commons licence that the list lacks gets its address. */
const known = ({ name, url }: License): License => {
  const slug = licenseSlug(name)
  const other = slug === undefined ? creativeCommonsUrl(name) : undefined
  return {
    name: slug ?? (other === undefined ? name : name.toUpperCase()),
    ...optional('url', url ?? other),
  }
}
