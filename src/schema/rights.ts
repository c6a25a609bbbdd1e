import { map, noWebAddress, shortOr } from './shape.ts'
import { email, flag, flagOf, flagPattern, type Read, text, url } from './value.ts'

export const locked = () =>
  shortOr(
    (written): Read<{ locked: boolean; owner?: string }> => {
      const result = flagOf(written)
      return 'value' in result ? { value: { locked: result.value } } : result
    },
    map({
      locked: flag().meta({ description: 'Whether other hosts are asked not to import the show.' }),
      owner: email()
        .meta({ description: 'Who is asked when the show moves, when that is not the `owner` of the show.' })
        .optional(),
    }),
    { type: ['boolean', 'string'], pattern: flagPattern(), examples: [true] },
  )

export const license = () =>
  shortOr(
    (name): Read<{ name: string; url?: string }> =>
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
  )

/** `all`, a flag, or the slug of a service. */
export const block = () =>
  shortOr(
    (written): Read<{ service?: string; blocked: boolean }> => {
      if (written.toLowerCase() === 'all') return { value: { blocked: true } }
      const everyone = flagOf(written)
      return 'value' in everyone
        ? { value: { blocked: everyone.value } }
        : { value: { service: written.toLowerCase(), blocked: true } }
    },
    map({
      service: text({ examples: ['amazon'] })
        .meta({ description: 'The slug of a service. Without it: every service.' })
        .optional(),
      blocked: flag().meta({ description: 'Whether it is asked not to carry the show.' }),
    }),
    { examples: ['all', 'amazon'] },
  )
