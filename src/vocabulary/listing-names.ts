/**
 * How directories and apps call themselves, by the hosts of their pages. Source: the pages themselves; as of 2026-05.
 */
const names: Readonly<Record<string, string>> = {
  'podcasts.apple.com': 'Apple Podcasts',
  'itunes.apple.com': 'Apple Podcasts',
  'open.spotify.com': 'Spotify',
  'youtube.com': 'YouTube',
  'music.youtube.com': 'YouTube Music',
  'pca.st': 'Pocket Casts',
  'pocketcasts.com': 'Pocket Casts',
  'play.pocketcasts.com': 'Pocket Casts',
  'overcast.fm': 'Overcast',
  'antennapod.org': 'AntennaPod',
  'music.amazon.com': 'Amazon Music',
  'music.amazon.de': 'Amazon Music',
  'music.amazon.co.uk': 'Amazon Music',
  'deezer.com': 'Deezer',
  'castbox.fm': 'Castbox',
  'castro.fm': 'Castro',
  'fountain.fm': 'Fountain',
  'fyyd.de': 'fyyd',
  'iheart.com': 'iHeart',
  'player.fm': 'Player FM',
  'podcastaddict.com': 'Podcast Addict',
  'podcastguru.io': 'Podcast Guru',
  'app.podcastguru.io': 'Podcast Guru',
  'podcastindex.org': 'Podcast Index',
  'podchaser.com': 'Podchaser',
  'podverse.fm': 'Podverse',
  'truefans.fm': 'TrueFans',
  'tunein.com': 'TuneIn',
}

/** Of one that nobody knows, its host. */
export const listingName = (url: string): string => {
  const host = new URL(url).hostname.replace(/^(?:www|m)\./, '')
  return Object.hasOwn(names, host) ? names[host]! : host
}
