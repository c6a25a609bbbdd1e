/**
 * The closed word lists of the podcast namespace.
 * Source: https://github.com/Podcastindex-org/podcast-namespace, docs/1.0.md and the text files beside it; as of 2026-05-13.
 */

const singleMediums = [
  'podcast',
  'music',
  'video',
  'film',
  'audiobook',
  'newsletter',
  'blog',
  'publisher',
  'course',
] as const

/** Feeds that hold no episodes but point at those of other feeds. */
export const listMediums = [
  'podcastL',
  'musicL',
  'videoL',
  'filmL',
  'audiobookL',
  'newsletterL',
  'blogL',
  'publisherL',
  'courseL',
  'mixed',
] as const

export const mediums = [...singleMediums, ...listMediums] as const

export const isListMedium = (medium: string): boolean => (listMediums as readonly string[]).includes(medium)

/** Of podcast:socialInteract. */
export const socialProtocols = [
  'disabled',
  'activitypub',
  'twitter',
  'lightning',
  'atproto',
  'hive',
  'matrix',
  'nostr',
] as const

/** Of podcast:chat. */
export const chatProtocols = ['irc', 'xmpp', 'nostr', 'matrix'] as const

export const liveStatuses = ['pending', 'live', 'ended'] as const
export const locationRels = ['subject', 'creator'] as const
export const integrityTypes = ['sri', 'pgp-signature'] as const
export const transcriptTypes = [
  'text/vtt',
  'application/x-subrip',
  'application/srt',
  'application/json',
  'text/html',
  'text/plain',
] as const

export const chaptersType = 'application/json+chapters'
