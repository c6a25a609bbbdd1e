import { isUuid, podcastGuid, podcastGuidOf } from '../../../units/uuid.ts'
import type { Rule } from '../../evidence.ts'

const rule: Rule = {
  id: 'podcast/guid-derivation',
  title: 'A podcast:guid is made from the address of the feed, without its scheme',
  why: 'Directories that know the show already have another guid for it when its own was made in another way.',
  specs: ['https://github.com/Podcastindex-org/podcast-namespace/blob/main/docs/tags/guid.md'],
  askedBy: { podcastindex: 'advises' },
  covers: ['show-guid-uuid5'],
  example: {
    bad: { 'show.md': 'guid: 986b02e0-cd7f-5a37-9fb8-c550cb00322b' },
    good: { 'show.md': 'guid: a75dd98a-2939-5fcd-bbb1-8344f3316575' },
  },
  *check({ entry, show, identity }) {
    const { guid } = entry.meta
    if (guid === undefined || !isUuid(guid)) return
    const feedUrl = identity?.feedUrl ?? show.feedUrl
    const slip = slips(feedUrl).find(([seed]) => podcastGuidOf(seed) === guid.toLowerCase())
    const right = podcastGuid(feedUrl)
    if (slip === undefined || right === guid.toLowerCase()) return
    yield {
      place: entry.at('guid'),
      message: `"${guid}" was made from ${feedUrl} ${slip[1]}, and should have been made without it, so directories may already know the show by another guid`,
      help: `If no directory has the show yet, write ${entry.words.line('guid', right)}; if one has, keep the guid that is here.`,
    }
  },
}
export default rule

/** Seeds that are taken by mistake, and what is wrong with each. */
const slips = (feedUrl: string): readonly (readonly [seed: string, words: string])[] => {
  const bare = feedUrl.replace(/^[a-z][a-z0-9+.-]*:\/\//i, '')
  const trimmed = bare.replace(/(?<!\/)\/+$/, '')
  return [
    [feedUrl, 'with its "https://"'],
    [`https://${trimmed}`, 'with its "https://"'],
    [`http://${trimmed}`, 'with "http://" before it'],
    [`${trimmed}/`, 'with a slash at its end'],
  ]
}
