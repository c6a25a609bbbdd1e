/**
 * Who does what for a podcast. Compared without regard to case; written in lower case.
 * Source: taxonomy.json of https://github.com/Podcastindex-org/podcast-namespace (the Podcast Taxonomy); as of 2026-05-13.
 */
export const personGroups: Readonly<Record<string, readonly string[]>> = {
  'creative direction': [
    'director',
    'assistant director',
    'executive producer',
    'senior producer',
    'producer',
    'associate producer',
    'development producer',
    'creative director',
  ],
  cast: ['host', 'co-host', 'guest host', 'guest', 'voice actor', 'narrator', 'announcer', 'reporter'],
  writing: [
    'author',
    'editorial director',
    'co-writer',
    'writer',
    'songwriter',
    'guest writer',
    'story editor',
    'managing editor',
    'script editor',
    'script coordinator',
    'researcher',
    'editor',
    'fact checker',
    'translator',
    'transcriber',
    'logger',
  ],
  'audio production': [
    'studio coordinator',
    'technical director',
    'technical manager',
    'audio engineer',
    'remote recording engineer',
    'post production engineer',
  ],
  'audio post-production': [
    'audio editor',
    'sound designer',
    'foley artist',
    'composer',
    'theme music',
    'music production',
    'music contributor',
  ],
  administration: [
    'production coordinator',
    'booking coordinator',
    'production assistant',
    'content manager',
    'marketing manager',
    'sales representative',
    'sales manager',
  ],
  visuals: ['graphic designer', 'cover art designer'],
  community: ['social media manager'],
  'misc.': ['consultant', 'intern'],
  'video production': ['camera operator', 'lighting designer', 'camera grip', 'assistant camera'],
  'video post-production': ['editor', 'assistant editor'],
}

/** The groups that a role stands in: none when it is not of the taxonomy, two for "editor". */
export const groupsOf = (role: string): readonly string[] => {
  const wanted = role.toLowerCase()
  return Object.keys(personGroups).filter(group => personGroups[group]!.includes(wanted))
}

export const personRoles: readonly string[] = [...new Set(Object.values(personGroups).flat())]

/** What stands where nothing is written. */
export const defaultGroup = 'cast'
