/** Where the rules of feeds are written down. */

export const apple = 'https://podcasters.apple.com/support/823-podcast-requirements'
export const appleGuide = 'https://help.apple.com/itc/podcasts_connect/#/itcb54353390'
export const appleForHosts =
  'https://podcasters.apple.com/support/4115-technical-updates-for-hosting-providers'
export const psp1 = 'https://github.com/Podcast-Standards-Project/PSP-1-Podcast-RSS-Specification'
export const podcastNamespace = 'https://podcastindex.org/namespace/1.0'
export const xml = (section: string): string => `https://www.w3.org/TR/xml/#${section}`
export const rss = (section: string): string => `https://www.rssboard.org/rss-specification#${section}`
export const rssProfile = (section: string): string => `https://www.rssboard.org/rss-profile#${section}`
export const w3cError = (name: string): string => `https://validator.w3.org/feed/docs/error/${name}.html`
export const w3cWarning = (name: string): string => `https://validator.w3.org/feed/docs/warning/${name}.html`
