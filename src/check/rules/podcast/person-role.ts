import { listing } from '../../../schema/index.ts'
import { nearest } from '../../../units/text.ts'
import { groupsOf, personGroups, personRoles } from '../../../vocabulary/person-taxonomy.ts'
import { eachEntry, type Rule } from '../../evidence.ts'
import { writtenValues } from './written-values.ts'

const rule: Rule = {
  id: 'podcast/person-role',
  scope: 'item',
  looksAt: ['persons'],
  title: 'A role is one of the Podcast Taxonomy, in its own group',
  why: 'Apps translate and sort by these names; a role that they do not know is taken for the host.',
  specs: [
    'https://github.com/Podcastindex-org/podcast-namespace/blob/main/taxonomy.json',
    'https://github.com/Podcastindex-org/podcast-namespace/blob/main/docs/tags/person.md',
  ],
  askedBy: { podcastindex: 'ignores' },
  covers: ['ep-person-names'],
  example: {
    bad: { '001.md': 'persons: { name: Lou Reef, role: sound wizard }' },
    good: { '001.md': 'persons: { name: Lou Reef, role: sound designer }' },
  },
  ...eachEntry(function* (one) {
    for (const { value, at, entry } of writtenValues(one, 'persons')) {
      const { role, group } = value
      const groups = role === undefined ? [] : groupsOf(role)
      if (group !== undefined && personGroups[group.toLowerCase()] === undefined)
        yield {
          place: at('group'),
          message: `"${group}" is not one of the groups that apps know (the Podcast Taxonomy), so they ignore it`,
          help: suggestion(group, Object.keys(personGroups)),
        }
      else if (role !== undefined && groups.length === 0)
        yield {
          place: at('role'),
          message: `"${role}" is not one of the roles that apps know (the Podcast Taxonomy), so apps take this person for the host`,
          help: suggestion(role, personRoles),
        }
      else if (role !== undefined && group !== undefined && !groups.includes(group.toLowerCase()))
        yield {
          place: at('group'),
          message: `the role "${role}" is in the group ${listing(groups)}, not in "${group}", so apps may ignore it`,
          help: 'Remove the group: apps know it from the role.',
        }
      else if (group === undefined && groups.length > 1)
        yield {
          place: at('role'),
          message: `the role "${role}" is in two groups of people, and apps do not know which is meant`,
          help: `Add the group: ${groups.map(name => entry.words.either({ folder: `\`group: ${name}\``, feed: `\`group="${name}"\`` })).join(' or ')}.`,
        }
    }
  }),
}
export default rule

const suggestion = (written: string, known: readonly string[]): string => {
  const near = nearest(written, known)
  return near
    ? `Write \`${near}\`.`
    : `Write one of them, such as ${known
        .slice(0, 4)
        .map(word => `\`${word}\``)
        .join(', ')}; the whole list is at podcasttaxonomy.com.`
}
