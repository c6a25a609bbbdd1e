import { fileOrUrl, map, shortOr } from './shape.ts'
import { text, url } from './value.ts'

export const person = () =>
  shortOr(
    name => ({ value: { name } }),
    map({
      name: text().meta({ description: 'The full name, or the name the person is known by.' }),
      role: text({ examples: ['guest', 'cover art designer'] })
        .meta({ description: 'What the person does, from the Podcast Taxonomy. Without it: host.' })
        .optional(),
      group: text({ examples: ['cast', 'visuals'] })
        .meta({ description: 'The group of the taxonomy; only a role that stands in two groups needs it.' })
        .optional(),
      img: fileOrUrl()
        .meta({ description: 'A picture of the person: a file in the show folder, or its URL.' })
        .optional(),
      href: url().meta({ description: "The person's own page." }).optional(),
    }),
    { examples: ['Ada Pier'] },
  )
