import { fileOrUrl, map, shortOr } from '../schema/shape.ts'
import { flag, many, text, url } from '../schema/value.ts'
import { field } from '../table/field.ts'
import type { Files } from '../table/its.ts'
import { optional } from '../table/optional.ts'
import { each, shape } from '../table/shape.ts'
import { podcastTag } from '../table/specs.ts'
import { defaultGroup, groupsOf } from '../vocabulary/person-taxonomy.ts'

export interface Person {
  readonly name: string
  /** In lower case, as in `cover art designer`. Without one: host. */
  readonly role?: string
  /** In lower case. Without one: cast. */
  readonly group?: string
  readonly img?: string
  readonly href?: string
}

const spec = podcastTag('person')

/** Whether the hosts are among them is for each episode to say; a feed names all of them. */
export const personsOnly = field({
  key: 'personsOnly',
  on: {
    episode: {
      says: 'Only the `persons` named here take part: the hosts of the show do not.',
      example: true,
    },
    live: { says: "Only the `persons` named here take part: the show's hosts do not.", example: true },
  },
  form: flag,
  inFeed: [
    {
      name: 'podcast:person',
      spec,
      read: ([node]) => node && { spot: { node }, text: 'true' },
    },
  ],
})

export const persons = field({
  key: 'persons',
  on: {
    show: {
      says: 'The hosts, and everybody else who makes the show.',
      example: 'Ada Pier',
      long: [{ name: 'Ada Pier' }],
      full: [
        { name: 'Ada Pier', img: 'https://ada.example/ada.jpg', href: 'https://ada.example/' },
        { name: 'Jo Sail', role: 'cover art designer', href: 'https://jo.example/' },
      ],
      synonyms: ['hosts', 'host', 'people', 'person', 'team', 'podcastperson', 'speakers'],
    },
    episode: {
      says: "Who takes part beside the show's hosts, such as the guests.",
      example: 'Lou Reef',
      long: [{ name: 'Lou Reef' }],
      full: [
        { name: 'Lou Reef', role: 'guest', href: 'https://lou.example/', img: 'https://lou.example/lou.jpg' },
      ],
      // Those who have another part than the hosts are in foreign-keys.ts: renamed, they would be hosts.
      synonyms: ['hosts', 'host', 'people', 'person', 'speakers', 'speaker', 'podcastperson'],
    },
    live: { says: "Who takes part, beside the show's hosts.", example: 'Lou Reef' },
  },
  form: () =>
    many(
      shortOr<Person>(
        name => ({ value: { name } }),
        map({
          name: text().meta({ description: 'The full name, or the name the person is known by.' }),
          role: text({ examples: ['guest', 'cover art designer'] })
            .meta({ description: 'What the person does, from the Podcast Taxonomy. Without it: host.' })
            .optional(),
          group: text({ examples: ['cast', 'visuals'] })
            .meta({
              description: 'The group of the taxonomy; only a role that is in two groups needs it.',
            })
            .optional(),
          img: fileOrUrl()
            .meta({ description: 'A picture of the person: a file in the show folder, or its URL.' })
            .optional(),
          href: url().meta({ description: "The person's own page." }).optional(),
        }),
        { examples: ['Ada Pier'] },
      ),
    ),
  *names(persons) {
    for (const [i, { img }] of persons.entries())
      if (img !== undefined) yield { name: img, path: [i, 'img'], kind: 'picture' }
  },
  /**
   * Persons of an item take the place of the channel's, so the hosts are repeated beside a guest. A host who is named again is
   * what the episode says. Nothing when the episode names nobody: then the channel's hold.
   */
  resolve(written, { files, written: alone }, ofShow?: readonly Person[]) {
    if (written === undefined || written.length === 0) return undefined
    const own = written.map(person => personOf(person, files))
    if (alone(personsOnly)) return own
    const names = new Set(own.map(({ name }) => name.toLowerCase()))
    return [...(ofShow ?? []).filter(({ name }) => !names.has(name.toLowerCase())), ...own]
  },
  inFeed: [
    each(
      shape<Person>({
        name: 'podcast:person',
        text: 'name',
        attributes: { role: 'role', group: 'group', img: 'img', href: 'href' },
      }),
      { spec, readBy: 'Podcast Addict, Podcast Guru, Fountain and 9 more apps' },
    ),
  ],
})

const personOf = ({ name, role, group, img, href }: Person, files: Files): Person => ({
  name,
  ...optional('role', role?.toLowerCase()),
  ...optional('group', group?.toLowerCase() ?? groupOf(role)),
  ...optional('img', img === undefined ? undefined : files.pictureUrl(img)),
  ...optional('href', href),
})

/** Without a group readers take "cast": a role of one other group needs that group. A role of two is for a person to decide. */
const groupOf = (role: string | undefined): string | undefined => {
  const groups = role === undefined ? [] : groupsOf(role)
  return groups.length === 1 && groups[0] !== defaultGroup ? groups[0] : undefined
}
