/** The nouns of the podcast namespace (https://podcasting2.org/docs/podcast-namespace), every field final. Plain, readonly data; no verbs live here. */

/** Whether other hosts are asked not to import the feed. */
export interface Locked {
  readonly locked: boolean
  /** Who proves the ownership when the show moves. An e-mail address. */
  readonly owner?: string
}

export interface Funding {
  readonly url: string
  readonly text: string
}

export interface Person {
  readonly name: string
  /** In lower case, as in `cover art designer`. Without one: host. */
  readonly role?: string
  /** In lower case. Without one: cast. */
  readonly group?: string
  readonly img?: string
  readonly href?: string
}

export interface Location {
  readonly name: string
  /** What it is about, or where it is made. Without one: subject. */
  readonly rel?: 'subject' | 'creator'
  /** RFC 5870, `geo:51.2213,4.4051`. */
  readonly geo?: string
  /** OpenStreetMap: `R59518`. */
  readonly osm?: string
  /** ISO 3166-1 alpha-2. */
  readonly country?: string
}

export interface License {
  /** A slug of the list, or a name of one's own. */
  readonly name: string
  readonly url?: string
}

export interface Soundbite {
  /** Seconds. */
  readonly start: number
  /** Seconds. */
  readonly duration: number
  readonly title?: string
}

export interface Trailer {
  readonly title: string
  readonly url: string
  /** An instant: milliseconds since 1970-01-01T00:00:00Z. */
  readonly date: number
  /** Bytes. */
  readonly length?: number
  readonly type?: string
  readonly season?: number
}

export interface Source {
  readonly uri: string
  readonly contentType?: string
}

export interface Integrity {
  readonly type: 'sri' | 'pgp-signature'
  readonly value: string
}

export interface AlternateEnclosure {
  readonly sources: readonly Source[]
  readonly integrity?: Integrity
  readonly type: string
  /** Bytes. */
  readonly length?: number
  /** Bits per second. */
  readonly bitrate?: number
  /** Pixels. */
  readonly height?: number
  /** BCP 47. */
  readonly lang?: string
  readonly title?: string
  readonly rel?: string
  /** RFC 6381. */
  readonly codecs?: string
  /** The same recording as the enclosure, and preferred to it. */
  readonly default?: boolean
}

export interface ContentLink {
  readonly href: string
  readonly text: string
}

export interface RemoteItem {
  readonly feedGuid: string
  readonly feedUrl?: string
  readonly itemGuid?: string
  readonly medium?: string
  readonly title?: string
}

export interface ValueRecipient {
  readonly name?: string
  readonly type: string
  readonly address: string
  /** Shares of the payment. */
  readonly split: number
  readonly customKey?: string
  readonly customValue?: string
  /** Taken off the top before the shares are counted. */
  readonly fee?: boolean
}

/** For a while the payment goes elsewhere: to another feed, or to other recipients. */
export interface ValueTimeSplit {
  /** Seconds. */
  readonly start: number
  /** Seconds. */
  readonly duration: number
  /** Seconds. */
  readonly remoteStart?: number
  /** Of each payment, 0 to 100. */
  readonly remotePercentage?: number
  readonly remoteItem?: RemoteItem
  readonly recipients?: readonly ValueRecipient[]
}

export interface Value {
  readonly type: string
  readonly method: string
  /** A decimal number as text: in bitcoin it begins with many zeros, and none of them may be lost. */
  readonly suggested?: string
  readonly recipients: readonly ValueRecipient[]
  readonly timeSplits?: readonly ValueTimeSplit[]
}

export interface SocialInteract {
  readonly protocol: string
  /** Absent only when the protocol is `disabled`. */
  readonly uri?: string
  readonly accountId?: string
  readonly accountUrl?: string
  readonly priority?: number
}

export interface Block {
  /** A service's slug; without one, every service. */
  readonly service?: string
  readonly blocked: boolean
}

/** A podcast:txt. */
export interface Txt {
  readonly purpose?: string
  readonly value: string
}

export interface UpdateFrequency {
  readonly text: string
  /** RFC 5545. */
  readonly rrule?: string
  /** ISO 8601. */
  readonly dtstart?: string
  readonly complete?: boolean
}

export interface Chat {
  readonly server: string
  readonly protocol: string
  readonly accountId?: string
  readonly space?: string
}

/** A podcast:image. With nothing but an address it is the square artwork. */
export interface Image {
  readonly href: string
  readonly alt?: string
  /** As in CSS: `16/9`. */
  readonly aspectRatio?: string
  /** Pixels. */
  readonly width?: number
  /** Pixels. */
  readonly height?: number
  readonly type?: string
  /** Words with spaces between. */
  readonly purpose?: string
}

/** A picture for YouTube. */
export interface Thumbnail {
  readonly url: string
  /** Pixels. */
  readonly width?: number
  /** Pixels. */
  readonly height?: number
}

/** The feed that an item was taken from. */
export interface Origin {
  readonly url: string
  readonly title: string
}

/** Where the other pages of a feed are: https://www.rfc-editor.org/rfc/rfc5005 */
export type Pages = { readonly [Rel in PageRel]?: string }
export type PageRel = 'first' | 'previous' | 'next' | 'last' | 'current' | 'prev-archive' | 'next-archive'
