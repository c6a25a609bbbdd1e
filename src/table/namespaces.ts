/** The addresses are compared byte for byte by some readers, so they are not to be prettified. */
export const namespaces: Readonly<Record<string, string>> = {
  itunes: 'http://www.itunes.com/dtds/podcast-1.0.dtd',
  podcast: 'https://podcastindex.org/namespace/1.0',
  atom: 'http://www.w3.org/2005/Atom',
  content: 'http://purl.org/rss/1.0/modules/content/',
}

/** Declared only in a feed that uses them: some readers and validators take offence at what they do not know. */
export const rareNamespaces: Readonly<Record<string, string>> = {
  psc: 'http://podlove.org/simple-chapters',
  media: 'http://search.yahoo.com/mrss/',
  spotify: 'http://www.spotify.com/ns/rss',
}

/** Read, never written. */
export const deadNamespaces: Readonly<Record<string, string>> = {
  googleplay: 'http://www.google.com/schemas/play-podcasts/1.0',
  rawvoice: 'https://blubrry.com/developer/rawvoice-rss',
}

/** What a feed with these prefixes has to declare. */
export const declaredFor = (used: ReadonlySet<string>): Readonly<Record<string, string>> => ({
  ...namespaces,
  ...Object.fromEntries(Object.entries(rareNamespaces).filter(([prefix]) => used.has(prefix))),
})
