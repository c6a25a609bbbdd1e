/**
 * The directories, those that most people listen by first. To add one is an entry here.
 *
 * Their addresses and demands were read in their own pages where `sources` names one, and for the rest in the list that Castopod,
 * which hands shows in too, keeps of them.
 */

import { canParseUrl } from '../units/can-parse-url.ts'
import { ours } from '../units/shell.ts'
import type { Directory } from './directory.ts'

const castopod = 'https://github.com/ad-aures/castopod/blob/main/modules/Platforms/Platforms.php'
const readOn = '2026-11-28'

const byMail = 'a code, or a link, that it sends to the e-mail address in the feed'

/** What a page opens with: an address as the value of a parameter. */
const filled =
  (page: string, parameter: string) =>
  (feedUrl: string): string => {
    const url = new URL(page)
    url.searchParams.set(parameter, feedUrl)
    return url.href
  }

export const directories: readonly Directory[] = [
  {
    id: 'apple',
    name: 'Apple Podcasts',
    rulesOf: 'apple',
    submit: filled('https://podcastsconnect.apple.com/my-podcasts/new-feed', 'submitfeed'),
    asks: ['an Apple Account, and the terms of Podcasts Connect', 'some days to review a show that is new'],
    proof: 'verify',
    hosts: ['podcasts.apple.com', 'itunes.apple.com'],
    sources: ['https://podcasters.apple.com/support/829-validate-your-podcast', castopod],
    readOn,
  },
  {
    id: 'spotify',
    name: 'Spotify',
    rulesOf: 'spotify',
    submit: () => 'https://creators.spotify.com/dash/submit',
    asks: ['a Spotify account', byMail, 'country, language and category once more'],
    proof: 'owner',
    hosts: ['open.spotify.com', 'spotify.link'],
    sources: [
      'https://support.spotify.com/us/creators/article/adding-your-email-address-to-your-rss-feed/',
      castopod,
    ],
    readOn,
  },
  {
    id: 'youtube',
    name: 'YouTube',
    rulesOf: 'youtube',
    submit: () => 'https://studio.youtube.com/channel/content/podcasts',
    asks: [
      'a channel; there, choose New podcast, and then Submit RSS feed',
      byMail,
      'recordings without advertising that is cut in, and word of what hosts advertise themselves',
      'you to make the show public, once it has fetched the episodes',
    ],
    proof: 'owner',
    hosts: ['youtube.com', 'music.youtube.com', 'youtu.be'],
    sources: ['https://support.google.com/youtube/answer/13525207', castopod],
    readOn,
  },
  {
    id: 'amazon',
    name: 'Amazon Music',
    rulesOf: 'amazon',
    submit: () => 'https://podcasters.amazon.com/submit-rss',
    asks: ['an Amazon account', byMail, 'a country; Audible gets the show too'],
    proof: 'owner',
    hosts: ['music.amazon.com', 'music.amazon.de', 'music.amazon.co.uk', 'music.amazon.fr', 'audible.com'],
    sources: ['https://podcasters.amazon.com/submit-rss', castopod],
    readOn,
  },
  {
    id: 'podcastindex',
    name: 'Podcast Index',
    rulesOf: 'podcastindex',
    submit: filled('https://podcastindex.org/add', 'feed'),
    asks: [
      `nothing but the address of the feed; \`${ours('publish')}\` hands it in as well, where it has a key`,
    ],
    proof: 'txt',
    hosts: ['podcastindex.org'],
    sources: ['https://podcastindex-org.github.io/docs-api/#get-/add/byfeedurl', castopod],
    readOn,
  },
  {
    id: 'iheart',
    name: 'iHeart',
    submit: () => 'https://podcasters.iheart.com/',
    asks: ['an account', byMail, 'you to be in a country where it takes shows'],
    proof: 'owner',
    hosts: ['iheart.com'],
    sources: ['https://podcasters.iheart.com/'],
    readOn,
  },
  {
    id: 'pocketcasts',
    name: 'Pocket Casts',
    submit: () => 'https://pocketcasts.com/submit/',
    asks: ['nothing but the address of the feed'],
    proof: 'none',
    hosts: ['pca.st', 'pocketcasts.com', 'play.pocketcasts.com'],
    sources: ['https://support.pocketcasts.com/knowledge-base/submitting-podcasts/', castopod],
    readOn,
  },
  {
    id: 'deezer',
    name: 'Deezer',
    submit: () => 'https://podcasters.deezer.com/submission',
    asks: ['an account', byMail],
    proof: 'owner',
    hosts: ['deezer.com'],
    sources: [castopod],
    readOn,
  },
  {
    id: 'podchaser',
    name: 'Podchaser',
    submit: () => 'https://www.podchaser.com/add',
    asks: ['an account; look first whether it has the show already'],
    proof: 'owner',
    hosts: ['podchaser.com'],
    sources: [castopod],
    readOn,
  },
  {
    id: 'fyyd',
    name: 'fyyd',
    submit: () => 'https://fyyd.de/add-feed',
    asks: ['nothing but the address of the feed; an account only to claim the show'],
    proof: 'none',
    hosts: ['fyyd.de'],
    sources: ['https://fyyd.de/add-feed', castopod],
    readOn,
  },
  {
    id: 'podcastaddict',
    name: 'Podcast Addict',
    submit: () => 'https://podcastaddict.com/submit',
    asks: ['nothing but the address of the feed; look first whether it has the show already'],
    proof: 'none',
    hosts: ['podcastaddict.com'],
    sources: [castopod],
    readOn,
  },
  {
    id: 'tunein',
    name: 'TuneIn',
    submit: () => 'https://help.tunein.com/contact/add-podcast-S19TR3Sdf',
    asks: ['a form to be filled in, and for some weeks'],
    proof: 'none',
    hosts: ['tunein.com'],
    sources: [castopod],
    readOn,
  },
  {
    id: 'overcast',
    name: 'Overcast',
    from: ['apple'],
    asks: [],
    proof: 'none',
    hosts: ['overcast.fm'],
    sources: ['https://overcast.fm/podcasterinfo'],
    readOn,
  },
  {
    id: 'castro',
    name: 'Castro',
    from: ['apple'],
    asks: [],
    proof: 'none',
    hosts: ['castro.fm'],
    sources: [castopod],
    readOn,
  },
  {
    id: 'antennapod',
    name: 'AntennaPod',
    from: ['apple', 'podcastindex', 'fyyd'],
    asks: [],
    proof: 'none',
    hosts: ['antennapod.org'],
    sources: ['https://antennapod.org/documentation/podcasters-hosters/add-on-antennapod'],
    readOn,
  },
  {
    id: 'podverse',
    name: 'Podverse',
    from: ['podcastindex'],
    asks: [],
    proof: 'none',
    hosts: ['podverse.fm'],
    sources: [castopod],
    readOn,
  },
  {
    id: 'fountain',
    name: 'Fountain',
    from: ['podcastindex'],
    asks: [],
    proof: 'none',
    hosts: ['fountain.fm'],
    sources: [castopod],
    readOn,
  },
  {
    id: 'truefans',
    name: 'TrueFans',
    from: ['podcastindex'],
    asks: [],
    proof: 'none',
    hosts: ['truefans.fm'],
    sources: [castopod],
    readOn,
  },
  {
    id: 'podcastguru',
    name: 'Podcast Guru',
    from: ['podcastindex'],
    asks: [],
    proof: 'none',
    hosts: ['podcastguru.io', 'app.podcastguru.io'],
    sources: [castopod],
    readOn,
  },
]

/** Whose page it is, as far as its host tells. */
export const directoryOf = (url: string, list: readonly Directory[] = directories): Directory | undefined => {
  const host = canParseUrl(url) ? new URL(url).hostname.replace(/^(?:www|m)\./, '') : ''
  return list.find(({ hosts }) => hosts.includes(host))
}
