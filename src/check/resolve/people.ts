import type { WrittenEpisode, WrittenShow } from '../../fields/index.ts'
import type { Person } from '../../podcasting.ts'
import { defaultGroup, groupsOf } from '../../vocabulary/person-taxonomy.ts'
import { given } from './fields.ts'
import type { Files } from './files.ts'

type Written = NonNullable<WrittenShow['persons']>[number]

export const personOf = ({ name, role, group, img, href }: Written, files: Files): Person => ({
  name,
  ...given('role', role?.toLowerCase()),
  ...given('group', group?.toLowerCase() ?? groupOf(role)),
  ...given('img', img === undefined ? undefined : files.pictureUrl(img)),
  ...given('href', href),
})

/** Without a group readers take "cast": a role of one other group needs that group. A role of two is for a person to decide. */
const groupOf = (role: string | undefined): string | undefined => {
  const groups = role === undefined ? [] : groupsOf(role)
  return groups.length === 1 && groups[0] !== defaultGroup ? groups[0] : undefined
}

/**
 * Persons of an item take the place of the channel's, so the hosts are repeated beside a guest. A host who is named again is
 * what the episode says. Nothing when the episode names nobody: then the channel's hold.
 */
export const peopleOf = (
  hosts: readonly Person[] | undefined,
  meta: Pick<Partial<WrittenEpisode>, 'persons' | 'personsOnly'>,
  files: Files,
): readonly Person[] | undefined => {
  if (meta.persons === undefined) return undefined
  const own = meta.persons.map(person => personOf(person, files))
  if (meta.personsOnly) return own
  const names = new Set(own.map(person => person.name.toLowerCase()))
  return [...(hosts ?? []).filter(host => !names.has(host.name.toLowerCase())), ...own]
}
