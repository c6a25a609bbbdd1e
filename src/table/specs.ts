/** Where elements are specified. */

const rss = 'https://www.rssboard.org/rss-specification'

export const ofChannel = `${rss}#requiredChannelElements`
export const ofChannelToo = `${rss}#optionalChannelElements`
export const ofItem = `${rss}#hrelementsOfLtitemgt`
/** One that has a paragraph of its own: `pubdate`. */
export const ofItemElement = (name: string): string => `${rss}#lt${name}gtSubelementOfLtitemgt`

export const apple = 'https://help.apple.com/itc/podcasts_connect/#/itcb54353390'
export const appleGone = 'https://podcasters.apple.com/support/4115-technical-updates-for-hosting-providers'
export const google = 'https://support.google.com/podcast-publishers/answer/9889544'

/** `social-interact` */
export const podcastTag = (name: string): string =>
  `https://github.com/Podcastindex-org/podcast-namespace/blob/main/docs/tags/${name}.md`

export const simpleChapters = 'https://podlove.org/simple-chapters/'
export const spotify = 'https://support.spotify.com/us/creators/article/podcast-specification-doc/'
export const rawvoice = 'https://github.com/Blubrry/rawvoice-rss'
export const contentModule = 'https://web.resource.org/rss/1.0/modules/content/'
export const mediaRss = 'https://www.rssboard.org/media-rss#media-thumbnails'
